import type { MeetingRow } from '../src/modules/meetings/index.js';
import type { PastStay, RoomRef } from '../src/modules/rooms/index.js';
import type { DemoRequest } from './requests/request.ts';

/** Of which meetings the people are in their rooms. */
export type Taking = (meeting: Pick<MeetingRow, 'startsAt' | 'endsAt' | 'sides'>) => boolean;

/** Those that a jump passes over. */
export const endedWithin =
  (after: Date, until: Date): Taking =>
  ({ endsAt }) =>
    endsAt > after && endsAt <= until;

/** Those that are going on, and that no visitor plays: whoever is signed in goes into the room themselves. */
export const goingOn =
  (now: Date, visited: ReadonlySet<string>): Taking =>
  ({ startsAt, endsAt, sides }) =>
    startsAt <= now && now < endsAt && !sides.some(({ userId }) => visited.has(userId));

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
