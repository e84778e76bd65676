import { notesOpenDays } from '@musubi/contracts';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { counts } from '../booked/views/meeting-sides.js';

/** Until when shared notes can be written: some days after the meeting. */
export const notesOpenUntil = ({ endsAt }: Pick<MeetingRow, 'endsAt'>): Date =>
  new Date(endsAt.getTime() + notesOpenDays * 86_400_000);

/** Whether this person may write them now: not of a cancelled meeting, not long after it, and not as an observer. */
export function mayWrite(meeting: MeetingRow, userId: string, at: Date): boolean {
  const side = meeting.sides.find((one) => one.userId === userId);
  return side !== undefined && counts(side) && meeting.state !== 'cancelled' && at < notesOpenUntil(meeting);
}
