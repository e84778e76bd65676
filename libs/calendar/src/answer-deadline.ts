import { dateAt, earlier, holds, instantAt, timeAt, type Interval } from '@musubi/time';
import { afterWorkingDays, officeCalendar, type CalendarOverride, type OfficeCalendar } from './office-calendar.ts';

/** No deadline falls after `until` or before `from` of the recipient's day. */
export const answerHours = { from: '10:00', until: '18:00' } as const;

/** Minutes to answer once the event is live, and the least that a deadline before it leaves. */
export const liveAnswerMinutes = 15;

export interface AnswerDeadline {
  readonly sentAt: Temporal.Instant;
  /** Working days to answer, 1 to 10; 5 when left out. */
  readonly workingDays?: number | undefined;
  /** IANA zone and ISO 3166-1 country of the recipient's office. */
  readonly recipientZone: string;
  readonly recipientCountry: string;
  readonly overrides?: readonly CalendarOverride[] | undefined;
  /** Start of the earliest proposed slot; that of the last when left out. */
  readonly firstSlotStart?: Temporal.Instant | undefined;
  /** Start of the last proposed slot: no answer can come later. */
  readonly lastSlotStart: Temporal.Instant;
  /** The hours in which the event is live, an interval for each of its days. */
  readonly liveDays: readonly Interval[];
}

/**
 * Until when a meeting request can be answered, always after it was sent and never after the last proposed slot starts.
 *
 * - Sent while the event is live, for a slot of the same live day: in 15 minutes.
 * - Otherwise at the same time of day after so many working days of the recipient's office. From 18:00 to 10:00 of the recipient's
 *   time nobody has to answer: such a deadline moves to 10:00 of the next working day.
 * - Where the last slot comes before that, at its start; if that is at night, at 18:00 of the last working day before.
 * - Where even that leaves less than 15 minutes, at the start of the last slot.
 *
 * @throws RangeError when the last slot has started, or the number of working days is not 1 to 10
 */
export function answerDeadline({
  sentAt,
  workingDays = 5,
  recipientZone,
  recipientCountry,
  overrides,
  lastSlotStart,
  firstSlotStart = lastSlotStart,
  liveDays,
}: AnswerDeadline): Temporal.Instant {
  if (Temporal.Instant.compare(sentAt, lastSlotStart) >= 0) throw new RangeError('The last proposed slot has started');
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > 10) {
    throw new RangeError(`Not 1 to 10 working days: ${workingDays}`);
  }
  const soonest = sentAt.add({ minutes: liveAnswerMinutes });
  if (liveDays.some((day) => holds(day, sentAt) && holds(day, firstSlotStart))) return earlier(soonest, lastSlotStart);

  const calendar = officeCalendar(recipientCountry, recipientZone, overrides);
  const due = nextMorning(calendar, afterWorkingDays(calendar, sentAt, workingDays));
  if (Temporal.Instant.compare(due, lastSlotStart) <= 0) return due;
  if (!isNight(calendar, lastSlotStart)) return lastSlotStart;
  const evening = lastEvening(calendar, lastSlotStart);
  return Temporal.Instant.compare(evening, soonest) >= 0 ? evening : lastSlotStart;
}

/** When to remind of a request that nobody answered: in the middle between sending and deadline. */
export function halfTime(sentAt: Temporal.Instant, deadline: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(
    Math.floor((sentAt.epochMilliseconds + deadline.epochMilliseconds) / 2),
  );
}

/** After 18:00 or before 10:00; the two themselves are day. */
function isNight({ zone }: OfficeCalendar, instant: Temporal.Instant): boolean {
  const evening = instantAt(dateAt(instant, zone), answerHours.until, zone);
  return timeAt(instant, zone) < answerHours.from || Temporal.Instant.compare(instant, evening) > 0;
}

/** The instant itself, or out of the night the next working day's 10:00. */
function nextMorning(calendar: OfficeCalendar, instant: Temporal.Instant): Temporal.Instant {
  if (!isNight(calendar, instant)) return instant;
  const date = dateAt(instant, calendar.zone);
  const isMorning = timeAt(instant, calendar.zone) < answerHours.from;
  return instantAt(calendar.addWorkingDays(date, isMorning ? 0 : 1), answerHours.from, calendar.zone);
}

/** 18:00 of the last working day before the instant. */
function lastEvening(calendar: OfficeCalendar, instant: Temporal.Instant): Temporal.Instant {
  const { zone } = calendar;
  const date = dateAt(instant, zone);
  const isToday = timeAt(instant, zone) >= answerHours.until && calendar.isWorkingDay(date);
  return instantAt(isToday ? date : calendar.previousWorkingDay(date), answerHours.until, zone);
}
