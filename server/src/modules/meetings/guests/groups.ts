import { Injectable } from '@nestjs/common';
import { DomainError, type Tx } from '../../../platform/index.js';
import type { EntityManager } from 'typeorm';
import { meetingById, type MeetingRow, meetingsIn } from '../booked/views/meeting-rows.js';
import { decides } from '../booked/views/meeting-sides.js';
import type { SeatOf } from '../booked/seats/seats.js';
import { requestById, requestsByIds, type RequestRow } from '../requests/request-rows.js';
import { isComing } from './guest.rules.js';
import { type GuestRow, guestsOf, guestsOfMany, meetingOf, meetingsOf, originOf } from './guest-rows.js';

/** Everybody of a request, or of the meeting that came of it, and whoever is asked to come as well. */
export interface Group {
  request: RequestRow;
  meeting: MeetingRow | null;
  guests: readonly GuestRow[];
  /** Who comes for sure: with a seat, or who would have one. */
  people: readonly SeatOf[];
}

/** The people around a request, read together; and held still while something about them is decided. */
@Injectable()
export class Groups {
  /** @throws DomainError `not_found` */
  async of(em: EntityManager, requestId: string): Promise<Group> {
    const origin = await originOf(em, requestId);
    const request = await requestById(em, origin);
    if (!request) throw new DomainError('not_found');
    const meetingId = await meetingOf(em, origin);
    const meeting = meetingId ? await meetingById(em, meetingId) : null;
    const guests = await guestsOf(em, origin);
    return { request, meeting, guests, people: meeting ? meeting.sides : before(request, guests) };
  }

  /**
   * The same for several requests, in as many queries as for one.
   * @param requestIds of requests that asked for a meeting, none of which only moves one
   */
  async ofMany(em: EntityManager, requestIds: readonly string[]): Promise<Map<string, Group>> {
    const ids = [...new Set(requestIds)];
    const requests = await requestsByIds(em, ids);
    const found = await meetingsIn(em, { ids: await meetingsOf(em, ids) });
    const meetings = new Map(found.map((meeting) => [meeting.requestId, meeting]));
    const asked = await guestsOfMany(em, ids);
    return new Map(
      requests.map((request) => {
        const meeting = meetings.get(request.id) ?? null;
        const guests = asked.get(request.id) ?? [];
        return [request.id, { request, meeting, guests, people: meeting ? meeting.sides : before(request, guests) }];
      }),
    );
  }

  /** The meetings of these invitations, held in one order before anything is done about one of them. */
  async holdMeetings(tx: Tx, guestIds: readonly string[]): Promise<void> {
    await tx.em.query(
      `SELECT id FROM meeting WHERE request_id IN (SELECT request_id FROM meeting_guest WHERE id = ANY ($1))
       ORDER BY id FOR NO KEY UPDATE`,
      [guestIds],
    );
  }

  /**
   * The same, held until the transaction ends: the meeting where there is one, otherwise the request, so that it is not
   * accepted meanwhile.
   */
  async held(tx: Tx, requestId: string): Promise<Group> {
    const origin = await originOf(tx.em, requestId);
    for (;;) {
      const meetingId = await meetingOf(tx.em, origin);
      const [table, id] = meetingId ? ['meeting', meetingId] : ['meeting_request', origin];
      await tx.em.query(`SELECT id FROM ${table} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
      // Accepted while this one waited for it, then the meeting is what is held; or open again after a plan, then the request.
      if (meetingId === (await meetingOf(tx.em, origin))) return this.of(tx.em, origin);
    }
  }
}

/** Whether this person may say who else comes: the two who agree, or whoever stands for them since. */
export function agrees({ request, meeting }: Group, userId: string): boolean {
  return meeting ? decides(meeting.sides, userId) : [request.fromUserId, request.toUserId].includes(userId);
}

export function belongs(group: Group, userId: string): boolean {
  return agrees(group, userId) || group.people.some((person) => person.userId === userId);
}

/** @throws DomainError `meeting.wrong_state`, `meeting_request.wrong_state` once it is over */
export function assertAhead({ request, meeting }: Group, at: Date): void {
  if (meeting && (meeting.state !== 'confirmed' || meeting.startsAt <= at))
    throw new DomainError('meeting.wrong_state', { state: meeting.state });
  if (!meeting && request.turn === null) throw new DomainError('meeting_request.wrong_state', { state: request.state });
}

function before(request: RequestRow, guests: readonly GuestRow[]): SeatOf[] {
  const { fromUserId, fromParticipantId, toUserId, toParticipantId } = request;
  const accepted = guests.filter(({ state }) => state === 'accepted');
  return [
    { userId: fromUserId, participantId: fromParticipantId, side: 0, part: 'required' },
    { userId: toUserId, participantId: toParticipantId, side: 1, part: 'required' },
    ...accepted.map(({ userId, participantId, side, part }) => ({ userId, participantId, side, part })),
  ];
}

/** Whoever comes, and whoever has not answered yet. */
export function everybody({ people, guests }: Group): SeatOf[] {
  const waiting = guests.filter(({ state, userId }) => isComing(state) && !people.some((one) => one.userId === userId));
  return [...people, ...waiting];
}
