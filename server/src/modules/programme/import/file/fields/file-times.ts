import { instantAt } from '@musubi/time';

const longestMinutes = 7 * 24 * 60;

/** Minutes of `00:30`, `1:30`, `00:30:00`, `PT1H30M` or a number of minutes; null when it is none or no sensible length. */
export function durationMinutes(value: unknown): number | null {
  const minutes = typeof value === 'number' ? value : typeof value === 'string' ? minutesOfText(value.trim()) : null;
  return minutes !== null && minutes > 0 && minutes <= longestMinutes && Number.isInteger(minutes) ? minutes : null;
}

function minutesOfText(text: string): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const iso = /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?$/.exec(text);
  if (iso) return Number(iso[1] ?? 0) * 1_440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  return null;
}

/** `HH:MM` of a wall-clock time with or without seconds, or null. */
export function wallTime(value: unknown): string | null {
  const parts = typeof value === 'string' ? /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(value.trim()) : null;
  return parts && Number(parts[1]) < 24 ? `${parts[1]!.padStart(2, '0')}:${parts[2]}` : null;
}

/** ISO date of a date or a date with a time, or null. */
export function plainDate(value: unknown): string | null {
  const parts = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(value.trim()) : null;
  if (!parts) return null;
  try {
    return Temporal.PlainDate.from(parts[1]!).toString();
  } catch {
    return null;
  }
}

/** The instant of an ISO date and time that carries its offset, or null. */
export function exactInstant(value: unknown): Temporal.Instant | null {
  if (typeof value !== 'string' || !/[Tt ]\d{2}:\d{2}.*(?:[Zz]|[+-]\d{1,2}:?\d{2})$/.test(value.trim())) return null;
  try {
    return Temporal.Instant.from(value.trim());
  } catch {
    return null;
  }
}

/** Wall-clock time in an ISO date and time without offset, or null. */
export function localDateTime(value: unknown): Temporal.PlainDateTime | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value.trim())) return null;
  try {
    return Temporal.PlainDateTime.from(value.trim().replace(/(?:[Zz]|[+-]\d{1,2}:?\d{2})$/, ''));
  } catch {
    return null;
  }
}

/**
 * The instant at which clocks in the zone show a time on a conference day. A day goes on past midnight until its day change:
 * with the change at 04:00, 01:30 of a day is 01:30 of the next date.
 */
export function onDay(date: string, start: string, dayChange: string | null, zone: string): Temporal.Instant {
  const nextMorning = dayChange !== null && start < dayChange;
  const day = nextMorning ? Temporal.PlainDate.from(date).add({ days: 1 }).toString() : date;
  return instantAt(day, start, zone);
}
