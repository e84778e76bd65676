import { extensionMinutes, extensionsAtMost } from '@musubi/contracts';
import { DomainError } from '../../../../platform/index.js';
import type { MeetingRow } from '../../booked/views/meeting-rows.js';
import { bothSides } from '../../booked/views/meeting-sides.js';

/** Until when a meeting would go on. */
export const extendedUntil = ({ endsAt }: Pick<MeetingRow, 'endsAt'>): Date =>
  new Date(endsAt.getTime() + extensionMinutes * 60_000);

/** Whether one may ask for five minutes more, were everybody free: while it is on, or just over. */
export function mayExtend(meeting: MeetingRow, { used, at }: { used: number; at: Date }): boolean {
  const on = meeting.state === 'confirmed' && meeting.startsAt <= at && at < extendedUntil(meeting);
  return on && used < extensionsAtMost;
}

/** @throws DomainError `extension.not_now` before the start, long after the end, and when it was extended too often */
export function assertExtendable(meeting: MeetingRow, moment: { used: number; at: Date }): void {
  if (!mayExtend(meeting, moment)) throw new DomainError('extension.not_now', { used: moment.used });
}

/** Whether each of the two sides wants it. */
export const isAgreed = ({ sides }: Pick<MeetingRow, 'sides'>, askedBy: readonly string[]): boolean =>
  bothSides(sides, ({ participantId }) => askedBy.includes(participantId));
