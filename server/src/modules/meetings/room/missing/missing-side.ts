import type { Tx } from '../../../../platform/index.js';
import type { MeetingRow } from '../../booked/views/meeting-rows.js';
import { countedSides } from '../../booked/views/meeting-sides.js';
import { MeetingMissingPingEntity } from './meeting-missing-ping.entity.js';

/** The users of the side that nobody is there of, while somebody of the other side is. */
export function missingOf({ sides }: MeetingRow, here: ReadonlySet<string>): string[] {
  const [one = [], other = []] = countedSides(sides);
  const isHere = (side: typeof one): boolean => side.some(({ userId }) => here.has(userId));
  if (isHere(one) === isHere(other)) return [];
  return (isHere(one) ? other : one).map(({ userId }) => userId);
}

/** Calls them: a word on their screens each time, and a letter to each of them once for the meeting's time. Its row is held. */
export async function callMissing(
  tx: Tx,
  { id: meetingId, eventId, startsAt, sides }: MeetingRow,
  missingUserIds: string[],
): Promise<void> {
  const last = await tx.em.findOneBy(MeetingMissingPingEntity, { meetingId, startsAt });
  const before = last?.called ?? [];
  const newUserIds = missingUserIds.filter((userId) => !before.includes(userId));
  const called = [...before, ...newUserIds];
  await tx.em.upsert(MeetingMissingPingEntity, { meetingId, startsAt, at: tx.now, called }, ['meetingId']);
  const userIds = sides.map(({ userId }) => userId);
  await tx.fact({ name: 'meeting.side_missing', meetingId, eventId, userIds, missingUserIds, newUserIds });
  tx.tell(missingUserIds, 'meeting.called', { meetingId, eventId });
  tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
  tx.hint(`organise:${eventId}`, 'room.changed', { meetingId });
}
