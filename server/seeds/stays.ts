import type { MeetingRow } from '../src/modules/meetings/index.js';
import type { PastStay, RoomRef } from '../src/modules/rooms/index.js';
import type { DemoRequest } from './requests/request.ts';

const minutes = (at: Date, more: number) => new Date(at.getTime() + more * 60_000);

/** Who was in the room of a meeting, and when: a little early, to the end. */
export function staysIn(
  { id, eventId, startsAt, endsAt, sides }: MeetingRow,
  room: DemoRequest['room'],
): [room: RoomRef, stays: PastStay[]] {
  const until = room === 'both for three minutes' ? minutes(startsAt, 3) : endsAt;
  const there = room === 'only who asked' ? sides.slice(0, 1) : sides;
  const stays = there.map(({ userId, participantId }, place) => ({
    userId,
    identity: participantId,
    from: minutes(startsAt, place - 2),
    until,
  }));
  return [{ kind: 'meeting', id, eventId }, stays];
}
