import type { BookedInPlan } from '../../meetings/index.js';

/** Which of the meetings are whose, people and interpreters alike, in the order of users. */
export function meetingsByUser(booked: Iterable<BookedInPlan>): { userId: string; meetingIds: string[] }[] {
  const own = new Map<string, { id: string; startsAt: Date }[]>();
  for (const { meeting, interpreterUserId } of booked) {
    const users = meeting.sides.map(({ userId }) => userId);
    for (const userId of interpreterUserId === null ? users : [...users, interpreterUserId])
      own.set(userId, [...(own.get(userId) ?? []), meeting]);
  }
  return [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([userId, meetings]) => ({
      userId,
      meetingIds: meetings.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()).map(({ id }) => id),
    }));
}
