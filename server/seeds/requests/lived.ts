import type { MeetingRow } from '../../src/modules/meetings/index.js';
import type { PresenceInterval } from '../../src/modules/rooms/index.js';
import { staysIn } from '../stays.ts';
import type { DemoRequest } from './request.ts';

/** Whether those were in the room of whom the demo says so, when it says so: no visitor went in, or let the time go by. */
export function isAsSeeded(
  presence: readonly PresenceInterval[],
  meeting: MeetingRow,
  room: DemoRequest['room'],
): boolean {
  const [, stays] = staysIn(meeting, room);
  const written = (userId: string, from: Date, until: Date) => `${userId} ${from.toISOString()} ${until.toISOString()}`;
  const seen = presence.map(({ userId, startsAt, endsAt }) => written(userId, startsAt, endsAt)).sort();
  const told = stays.map(({ userId, from, until }) => written(userId, from, until)).sort();
  return seen.join() === told.join();
}
