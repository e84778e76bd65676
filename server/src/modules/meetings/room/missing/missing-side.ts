import type { Tx } from '../../../../platform/index.js';
import type { MeetingRow } from '../../booked/views/meeting-rows.js';
import { countedSides } from '../../booked/views/meeting-sides.js';

/** The users of the side that nobody is there of, while somebody of the other side is. */
export function missingOf({ sides }: MeetingRow, here: ReadonlySet<string>): string[] {
  const [one = [], other = []] = countedSides(sides);
  const isHere = (side: typeof one): boolean => side.some(({ userId }) => here.has(userId));
  if (isHere(one) === isHere(other)) return [];
  return (isHere(one) ? other : one).map(({ userId }) => userId);
}

/** Calls them: a word on their screens, and a letter. */
export async function callMissing(
  tx: Tx,
  { id: meetingId, eventId, startsAt, sides }: MeetingRow,
  missingUserIds: string[],
): Promise<void> {
  await tx.em.query(
    `INSERT INTO meeting_missing_ping (meeting_id, starts_at, at) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT meeting_missing_ping_pk DO UPDATE SET starts_at = excluded.starts_at, at = excluded.at`,
    [meetingId, startsAt, tx.now],
  );
  const userIds = sides.map(({ userId }) => userId);
  await tx.fact({ name: 'meeting.side_missing', meetingId, eventId, userIds, missingUserIds });
  tx.tell(missingUserIds, 'meeting.called', { meetingId, eventId });
  tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
  tx.hint(`organise:${eventId}`, 'room.changed', { meetingId });
}
