import { dateAt, formatTime, intersect, type Interval, wallInterval } from '@musubi/time';

/** Office hours on the wall, the same on both sides; as the server counts them. */
export const office = { from: '08:00', until: '18:30' } as const;

export interface BandSlotTimes {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** One day of slots between two rulers; places in per cent of the day's span. */
export interface WallDay {
  readonly date: string;
  readonly ticks: readonly { readonly left: number; readonly one: string; readonly other: string }[];
  readonly slots: readonly { readonly left: number; readonly width: number; readonly late: boolean }[];
  /** When both offices work. */
  readonly shared: { readonly left: number; readonly width: number } | null;
}

const HOUR = 3_600_000;

/** Lays slots out by the days of the first zone, with the hours of both. */
export function wallDays(slots: readonly BandSlotTimes[], one: string, other: string): WallDay[] {
  const byDate = Map.groupBy(slots, ({ startsAt }) => dateAt(Temporal.Instant.from(startsAt), one));
  return [...byDate]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, those]) => {
      const from = Math.floor(Math.min(...those.map((slot) => Date.parse(slot.startsAt))) / HOUR - 0.5) * HOUR;
      const until = Math.ceil(Math.max(...those.map((slot) => Date.parse(slot.endsAt))) / HOUR + 0.5) * HOUR;
      const place = (ms: number): number => (100 * (ms - from)) / (until - from);
      const hours = Math.round((until - from) / HOUR);
      const step = Math.max(1, Math.ceil(hours / 8));
      const span = { start: instant(from), end: instant(until) };
      const [shared] = intersect(intersect([span], workAround(date, one)), workAround(date, other));
      return {
        date,
        ticks: Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => from + index * step * HOUR).map(
          (ms) => ({
            left: place(ms),
            one: formatTime(instant(ms), one),
            other: formatTime(instant(ms), other),
          }),
        ),
        slots: those.map((slot) => ({
          left: place(Date.parse(slot.startsAt)),
          width: place(Date.parse(slot.endsAt)) - place(Date.parse(slot.startsAt)),
          late: isLate(slot, one) || isLate(slot, other),
        })),
        shared: shared
          ? {
              left: place(shared.start.epochMilliseconds),
              width: place(shared.end.epochMilliseconds) - place(shared.start.epochMilliseconds),
            }
          : null,
      };
    });
}

/** How many slots lie, in part or whole, outside of office hours in a zone. */
export const lateIn = (slots: readonly BandSlotTimes[], zone: string): number =>
  slots.filter((slot) => isLate(slot, zone)).length;

function isLate({ startsAt, endsAt }: BandSlotTimes, zone: string): boolean {
  const [from, until] = [startsAt, endsAt].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone));
  const sameDay = from!.toPlainDate().equals(until!.toPlainDate());
  return (
    !sameDay || formatTime(from!.toInstant(), zone) < office.from || formatTime(until!.toInstant(), zone) > office.until
  );
}

/** The working days around a date. */
function workAround(date: string, zone: string): Interval[] {
  return [-1, 0, 1].map((days) =>
    wallInterval(Temporal.PlainDate.from(date).add({ days }).toString(), office.from, office.until, zone),
  );
}

const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
