import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CancelReason } from '@musubi/contracts';
import { Facts, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { endContact } from '../requests/contact.js';
import { RequestEndings } from '../requests/endings/request-endings.js';
import { meetingsIn, saveMeeting, type MeetingRow } from './views/meeting-rows.js';
import { bothSides, decides } from './views/meeting-sides.js';
import { cancelMeeting } from './meeting.rules.js';
import { PassingOn } from '../delegations/vacancies/passing-on.js';
import { GuestEndings } from '../guests/guest-endings.js';
import { Vacancies } from '../delegations/vacancies/vacancies.service.js';
import { Seats } from './seats/seats.js';

export interface Cancellation {
  /** Participant, or null where an organiser or circumstances cancel. */
  by: { participantId: string; userId: string } | null;
  /** User who does it in that one's place. */
  through?: string | undefined;
  reason: CancelReason;
  note: string | null;
}

/** How meetings end before they begin. */
@Injectable()
export class MeetingEndings implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly agenda: Agenda,
    private readonly requests: RequestEndings,
    private readonly seats: Seats,
    private readonly guests: GuestEndings,
    private readonly vacancies: Vacancies,
    private readonly passingOn: PassingOn,
  ) {}

  onModuleInit(): void {
    this.facts.on('registration.withdrawn', (fact, tx) => this.left(tx, fact));
    this.facts.on('registration.rejected', (fact, tx) => this.left(tx, fact));
    this.facts.on('event.cancelled', async ({ eventId }, tx) => {
      await endContact(tx.em, eventId);
      await this.cancelAhead(tx, { eventIds: [eventId] }, { by: null, reason: 'other', note: null });
      await this.requests.closeAll(tx, eventId);
    });
  }

  /**
   * Frees everything at once: seats, agendas, and the time for those who wait for it.
   * @returns null when the meeting is no longer what it was when it was read
   */
  async cancel(tx: Tx, meeting: MeetingRow, { by, through, reason, note }: Cancellation): Promise<MeetingRow | null> {
    const cancelled = {
      ...cancelMeeting(meeting, { reason, at: tx.now }),
      cancelledBy: by?.participantId ?? null,
      cancelledThrough: through ?? null,
      cancelledNote: note,
    };
    if (!(await saveMeeting(tx.em, meeting, cancelled))) return null;
    const { id: meetingId, eventId } = meeting;
    const userIds = usersOf(meeting);
    await this.agenda.release(tx, { kind: 'meeting', sourceId: meetingId });
    const byUserId = by?.userId ?? null;
    await tx.fact({ name: 'meeting.cancelled', meetingId, eventId, userIds, byUserId });
    tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
    await this.requests.closeMoves(tx, [meetingId]);
    await this.requests.tellRefilled(tx, userIds, [meeting.slotId]);
    return cancelled;
  }

  /** Meetings before requests, as in every transaction that takes both: so no two wait for each other in a circle. */
  private async left(
    tx: Tx,
    { registrationId, eventId, userId }: { registrationId: string; eventId: string; userId: string },
  ): Promise<void> {
    const by = { participantId: registrationId, userId };
    await endContact(tx.em, userId);
    await holdMeetingsOf(tx, registrationId);
    await this.vacancies.leave(tx, registrationId);
    await this.leaveGroups(tx, { eventId, participantId: registrationId }, userId);
    await this.cancelAhead(
      tx,
      { eventId, participantId: registrationId },
      { by, reason: 'no-longer-needed', note: null },
    );
    await this.guests.leave(tx, registrationId, 'meetings');
    await this.requests.holdOf(tx, registrationId);
    await this.guests.leave(tx, registrationId, 'requests');
    await this.passingOn.of(tx, registrationId);
    await this.requests.closeOf(tx, registrationId);
  }

  /** Meetings that stand without this person: whose guest they are, or where a colleague goes on for their side. */
  private async leaveGroups(tx: Tx, scope: { eventId: string; participantId: string }, userId: string): Promise<void> {
    const ahead = (meeting: MeetingRow) => meeting.state === 'confirmed' && meeting.startsAt > tx.now;
    const stands = ({ sides }: MeetingRow) =>
      bothSides(sides, (one) => one.userId !== userId && decides(sides, one.userId));
    for (const meeting of (await meetingsIn(tx.em, scope)).filter((one) => ahead(one) && stands(one)))
      await this.seats.leave(tx, meeting, userId);
  }

  private async cancelAhead(
    tx: Tx,
    scope: { eventIds: string[] } | { eventId: string; participantId: string },
    how: Cancellation,
  ): Promise<void> {
    const ahead = (meeting: MeetingRow) => meeting.state === 'confirmed' && meeting.startsAt > tx.now;
    for (const { id } of (await meetingsIn(tx.em, scope)).filter(ahead)) {
      for (;;) {
        const [meeting] = await meetingsIn(tx.em, { ids: [id] });
        if (!meeting || !ahead(meeting) || (await this.cancel(tx, meeting, how))) break;
      }
    }
  }
}

/** Those ahead in which this person has a seat or might have one, held in one order before any of them is left. */
async function holdMeetingsOf(tx: Tx, participantId: string): Promise<void> {
  await tx.em.query(
    `SELECT meeting.id FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id
     WHERE meeting.state = 'confirmed' AND slot.starts_at > $2 AND meeting.id IN (
       SELECT meeting_id FROM meeting_seat WHERE participant_id = $1
       UNION SELECT invited.id FROM meeting invited JOIN meeting_guest guest USING (request_id)
             WHERE guest.participant_id = $1 AND guest.state IN ('invited', 'accepted'))
     ORDER BY meeting.id FOR NO KEY UPDATE OF meeting`,
    [participantId, tx.now],
  );
}

const usersOf = (meeting: MeetingRow): string[] => meeting.sides.map((side) => side.userId);
