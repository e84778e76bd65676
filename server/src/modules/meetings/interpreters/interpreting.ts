import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LanguagePair } from '@musubi/contracts';
import { overlaps } from '@musubi/time';
import { Facts, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { Participants } from '../../registration/index.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { calendarUid, interpretingTitle } from '../booked/views/meeting-words.js';
import { type Candidate, fairOrder, pairKey, type Stint } from './interpreter.rules.js';

interface Raw {
  user_id: string;
  in_a_row: number;
  break_minutes: number;
  stints: { eventId: string; startsAt: string; endsAt: string }[] | null;
}

/**
 * Interpreters of meetings: one is found when a meeting wants them, in the transaction that books or moves it, and given back
 * when it is cancelled. One event's interpreters are given out one after the other, so that shares stay fair and breaks
 * breaks; that nobody is in two places is for the constraints of the seats to decide. A meeting is never refused for want of
 * an interpreter.
 */
@Injectable()
export class Interpreting implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly agenda: Agenda,
    private readonly participants: Participants,
  ) {}

  onModuleInit(): void {
    this.facts.on('meeting.cancelled', async ({ meetingId, eventId, inPlan }, tx) => {
      const how = inPlan ? { inPlan } : {};
      if (await this.release(tx, { id: meetingId, eventId }, how)) await this.fill(tx, eventId);
    });
  }

  /**
   * The meeting's interpreter, found anew: whoever had it before comes first.
   * @returns the user, or null where nobody can: the meeting is one that lacks an interpreter then
   */
  async claim(tx: Tx, meeting: MeetingRow, languages: LanguagePair): Promise<string | null> {
    await queue(tx, meeting.eventId);
    const before = await this.release(tx, meeting, { quietly: true });
    const order = fairOrder(await this.candidates(tx, meeting, languages), meeting, before);
    let chosen: string | null = null;
    for (const userId of order) {
      if (!(await this.seat(tx, meeting, userId))) continue;
      chosen = userId;
      break;
    }
    if (before && before !== chosen) await this.tellReleased(tx, meeting, before);
    this.tellEverybody(tx, meeting);
    return chosen;
  }

  /**
   * For a meeting of the organisers' plan: whom the plan has for it, or whoever can. They are told of the whole plan, not of
   * each meeting.
   */
  async plan(
    tx: Tx,
    meeting: MeetingRow,
    { languages, userId }: { languages: LanguagePair; userId: string | null },
  ): Promise<string | null> {
    await queue(tx, meeting.eventId);
    const order = fairOrder(await this.candidates(tx, meeting, languages), meeting, userId);
    let chosen: string | null = null;
    for (const one of order) {
      if (!(await this.seat(tx, meeting, one, { inPlan: true }))) continue;
      chosen = one;
      break;
    }
    tx.hint(`organise:${meeting.eventId}`, 'interpreters.changed', { eventId: meeting.eventId });
    return chosen;
  }

  /** The same for a meeting that stands already: calendars hear of it, whatever they were told of it before. */
  async claimAnew(tx: Tx, meeting: MeetingRow, languages: LanguagePair): Promise<string | null> {
    return this.claim(tx, await raised(tx, meeting), languages);
  }

  /** Gives a meeting to somebody by hand. @returns whether they have the time */
  async give(tx: Tx, meeting: MeetingRow, userId: string): Promise<boolean> {
    await queue(tx, meeting.eventId);
    const before = await this.release(tx, meeting, { quietly: true });
    const given = await this.seat(tx, await raised(tx, meeting), userId);
    if (before && before !== userId) await this.tellReleased(tx, meeting, before);
    this.tellEverybody(tx, meeting);
    return given;
  }

  /** Takes the interpreter out of a meeting. @returns who it was */
  async release(
    tx: Tx,
    meeting: Pick<MeetingRow, 'id' | 'eventId'>,
    { quietly = false, inPlan }: { quietly?: boolean; inPlan?: true } = {},
  ): Promise<string | null> {
    const [[freed]] = (await tx.em.query(
      `DELETE FROM meeting_seat WHERE meeting_id = $1 AND kind = 'interpreter' RETURNING occupant_id`,
      [meeting.id],
    )) as [{ occupant_id: string }[], number];
    if (!freed) return null;
    await this.agenda.release(tx, { kind: 'meeting', sourceId: meeting.id, userIds: [freed.occupant_id] });
    if (!quietly) {
      await this.tellReleased(tx, meeting, freed.occupant_id, inPlan ? { inPlan } : {});
      tx.hint(`organise:${meeting.eventId}`, 'interpreters.changed', { eventId: meeting.eventId });
    }
    return freed.occupant_id;
  }

  /** Somebody has time again: the meetings of the event that lack an interpreter, the soonest first. */
  async fill(tx: Tx, eventId: string): Promise<void> {
    const lacking = (await tx.em.query(
      `SELECT meeting.id FROM meeting
       JOIN meeting_interpretation wanted ON wanted.request_id = meeting.request_id
       JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE meeting.event_id = $1 AND meeting.state = 'confirmed' AND slot.starts_at > $2
         AND NOT EXISTS (SELECT FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.kind = 'interpreter')
       ORDER BY meeting.id FOR NO KEY UPDATE OF meeting`,
      [eventId, tx.now],
    )) as { id: string }[];
    for (const meeting of await meetingsIn(tx.em, { ids: lacking.map(({ id }) => id) }))
      if (meeting.interpretation) await this.claimAnew(tx, meeting, meeting.interpretation.languages);
  }

  private async candidates(tx: Tx, meeting: MeetingRow, languages: LanguagePair): Promise<Candidate[]> {
    const { eventId, startsAt, endsAt } = meeting;
    const rows = (await tx.em.query(
      `SELECT interpreter.user_id, in_a_row, break_minutes, has.stints
       FROM event_interpreter interpreter
       CROSS JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('eventId', meeting.event_id, 'startsAt', lower(seat.during), 'endsAt', upper(seat.during))) AS stints
         FROM meeting_seat seat JOIN meeting ON meeting.id = seat.meeting_id
         WHERE seat.occupant_id = interpreter.user_id AND seat.kind = 'interpreter' AND seat.live
       ) AS has
       WHERE interpreter.event_id = $1 AND $2 = ANY (pairs) AND interpreter.user_id <> ALL ($5::uuid[])
         AND (available IS NULL OR available @> tstzrange($3, $4))`,
      [eventId, pairKey(languages), startsAt, endsAt, meeting.sides.map(({ userId }) => userId)],
    )) as Raw[];
    const during = { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() };
    const busy = await this.agenda.busy(
      rows.map((row) => row.user_id),
      startsAt,
      endsAt,
      tx,
    );
    return rows
      .filter((row) => !overlaps(busy.get(row.user_id)!, during))
      .map((row) => {
        const stints = (row.stints ?? []).map((stint) => ({ ...stint, ...timesOf(stint) }));
        const here = stints.filter((stint) => stint.eventId === eventId);
        return {
          userId: row.user_id,
          inARow: row.in_a_row,
          breakMinutes: row.break_minutes,
          minutes: here.reduce((sum, stint) => sum + minutesOf(stint), 0),
          stints,
        };
      });
  }

  /** @returns false where the seats' constraints know them elsewhere */
  private async seat(tx: Tx, meeting: MeetingRow, userId: string, how: { inPlan?: true } = {}): Promise<boolean> {
    const { id, eventId, slotId, startsAt, endsAt, sequence, sides } = meeting;
    const seated = (await tx.em.query(
      `WITH seated AS (
         INSERT INTO meeting_seat (meeting_id, occupant_id, kind, slot_id, during)
         SELECT $1, $2, 'interpreter', slot.id, slot.during FROM meeting_slot slot WHERE slot.id = $3
         ON CONFLICT DO NOTHING RETURNING occupant_id
       ) SELECT occupant_id FROM seated`,
      [id, userId, slotId],
    )) as object[];
    if (seated.length === 0) return false;
    const cards = await this.participants.cards(
      sides.map(({ participantId }) => participantId),
      tx.em,
    );
    const title = interpretingTitle(sides.map(({ participantId }) => cards.get(participantId)!));
    const entry = { eventId, kind: 'meeting' as const, sourceId: id, startsAt, endsAt, uid: calendarUid(id), sequence };
    await this.agenda.commit(tx, { ...entry, userId, title });
    await tx.fact({ name: 'interpreter.assigned', meetingId: id, eventId, userId, ...how });
    tx.tell([userId], 'interpreting.changed', { meetingId: id, eventId });
    return true;
  }

  private async tellReleased(
    tx: Tx,
    { id, eventId }: Pick<MeetingRow, 'id' | 'eventId'>,
    userId: string,
    how: { inPlan?: true } = {},
  ): Promise<void> {
    await tx.fact({ name: 'interpreter.released', meetingId: id, eventId, userId, ...how });
    tx.tell([userId], 'interpreting.changed', { meetingId: id, eventId });
  }

  private tellEverybody(tx: Tx, { id: meetingId, eventId, sides }: MeetingRow): void {
    tx.tell(
      sides.map(({ userId }) => userId),
      'meeting.changed',
      { meetingId, eventId },
    );
    tx.hint(`organise:${eventId}`, 'interpreters.changed', { eventId });
  }
}

async function raised(tx: Tx, meeting: MeetingRow): Promise<MeetingRow> {
  await tx.em.query('UPDATE meeting SET sequence = sequence + 1 WHERE id = $1', [meeting.id]);
  return { ...meeting, sequence: meeting.sequence + 1 };
}

/** One event's interpreters are given out one after the other. */
async function queue(tx: Tx, eventId: string): Promise<void> {
  await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('interpreters of ' || $1::uuid, 0))`, [eventId]);
}

const timesOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Stint => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});
const minutesOf = ({ startsAt, endsAt }: Stint): number => (endsAt.getTime() - startsAt.getTime()) / 60_000;
