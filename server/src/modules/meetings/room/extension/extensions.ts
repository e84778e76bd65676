import { Injectable } from '@nestjs/common';
import type { MeetingRoomView, ParticipantId } from '@musubi/contracts';
import { DomainError, type Tx } from '../../../../platform/index.js';
import { Agenda } from '../../../agenda/index.js';
import { Participants } from '../../../registration/index.js';
import { isSlotTaken } from '../../booked/seats/booking.js';
import { MeetingAgendas } from '../../booked/meeting-agendas.js';
import { meetingById, type MeetingRow, type SideRow } from '../../booked/views/meeting-rows.js';
import { counts } from '../../booked/views/meeting-sides.js';
import { assertExtendable, extendedUntil, isAgreed, mayExtend } from './extension.rules.js';

interface State {
  used: number;
  askedBy: string[];
}

/**
 * Five minutes more, twice at the most: when both sides want it, and everybody who has to be there is free then. The claim
 * lies on the seats, where the constraint against double bookings sees it.
 */
@Injectable()
export class Extensions {
  constructor(
    private readonly agenda: Agenda,
    private readonly agendas: MeetingAgendas,
    private readonly participants: Participants,
  ) {}

  /**
   * Asks, or agrees to what the other side asked for. The meeting's row is held.
   * @throws DomainError `forbidden` for observers, `extension.not_now`, `extension.not_free`
   */
  async ask(tx: Tx, meeting: MeetingRow, side: SideRow): Promise<void> {
    if (!counts(side)) throw new DomainError('forbidden');
    const { used, askedBy } = await this.state(tx, meeting.id);
    assertExtendable(meeting, { used, at: tx.now });
    const until = extendedUntil(meeting);
    if (!(await this.isFree(tx, meeting, until))) throw new DomainError('extension.not_free');
    const asking = [...new Set([...askedBy, side.participantId])];
    const agreed = isAgreed(meeting, asking);
    await tx.em.query(
      `INSERT INTO meeting_extension (meeting_id, nth, until, asked_by, agreed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT meeting_extension_pk DO UPDATE
         SET until = excluded.until, asked_by = excluded.asked_by, agreed_at = excluded.agreed_at`,
      [meeting.id, used + 1, until, asking, agreed ? tx.now : null],
    );
    if (agreed) await this.claim(tx, meeting, until);
  }

  /** Takes the question back, or says no to it. */
  async refuse(tx: Tx, meeting: MeetingRow): Promise<void> {
    await tx.em.query('DELETE FROM meeting_extension WHERE meeting_id = $1 AND agreed_at IS NULL', [meeting.id]);
  }

  async view(tx: Tx, meeting: MeetingRow): Promise<MeetingRoomView['extension']> {
    const { used, askedBy } = await this.state(tx, meeting.id);
    const until = extendedUntil(meeting);
    const possible = mayExtend(meeting, { used, at: tx.now }) && (await this.isFree(tx, meeting, until));
    return { used, askedBy: possible ? (askedBy as ParticipantId[]) : [], until: until.toISOString(), possible };
  }

  private async state(tx: Tx, meetingId: string): Promise<State> {
    const [row] = (await tx.em.query(
      `SELECT count(agreed_at)::int AS used, (array_agg(asked_by) FILTER (WHERE agreed_at IS NULL)) AS asked
       FROM (SELECT agreed_at, to_jsonb(asked_by) AS asked_by FROM meeting_extension WHERE meeting_id = $1) AS one`,
      [meetingId],
    )) as { used: number; asked: string[][] | null }[];
    return { used: row!.used, askedBy: row!.asked?.[0] ?? [] };
  }

  /** Whether everybody but observers is free from the end until then: people by their agendas, interpreters and rooms by seats. */
  private async isFree(tx: Tx, meeting: MeetingRow, until: Date): Promise<boolean> {
    const people = meeting.sides.filter(counts).map(({ userId }) => userId);
    const busy = await this.agenda.busy(people, meeting.endsAt, until, tx);
    if ([...busy.values()].some((intervals) => intervals.length > 0)) return false;
    const [row] = (await tx.em.query(
      `SELECT EXISTS (
         SELECT FROM meeting_seat own JOIN meeting_seat other ON other.occupant_id = own.occupant_id
         WHERE own.meeting_id = $1 AND own.live AND own.part <> 'observer' AND other.live AND other.meeting_id <> $1
           AND tstzrange(lower(other.during), coalesce(other.extended_until, upper(other.during))) && tstzrange($2, $3)
       ) AS taken`,
      [meeting.id, meeting.endsAt, until],
    )) as { taken: boolean }[];
    return !row!.taken;
  }

  /** In the queues that bookings stand in, in their order; then the constraint decides. */
  private async claim(tx: Tx, meeting: MeetingRow, until: Date): Promise<void> {
    await tx.em.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('seats of ' || occupant_id, 0))
       FROM (SELECT occupant_id FROM meeting_seat WHERE meeting_id = $1 AND live ORDER BY occupant_id) AS occupant`,
      [meeting.id],
    );
    try {
      await tx.em.query(
        `WITH claimed AS (
           UPDATE meeting_seat SET extended_until = $2 WHERE meeting_id = $1 AND live AND part <> 'observer'
         )
         UPDATE meeting SET extended_until = $2, version = version + 1 WHERE id = $1`,
        [meeting.id, until],
      );
    } catch (error) {
      throw isSlotTaken(error) ? new DomainError('extension.not_free') : error;
    }
    await this.tell(tx, (await meetingById(tx.em, meeting.id))!);
  }

  private async tell(tx: Tx, meeting: MeetingRow): Promise<void> {
    const { id: meetingId, eventId, sides } = meeting;
    const userIds = sides.map(({ userId }) => userId);
    const cards = await this.participants.cards(
      sides.map(({ participantId }) => participantId),
      tx.em,
    );
    await this.agendas.enter(tx, meeting, cards);
    await tx.fact({ name: 'meeting.extended', meetingId, eventId, userIds, until: meeting.endsAt.toISOString() });
    tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
  }
}
