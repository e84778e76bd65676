import { dateAt, formatTime, type WireInterval } from '@musubi/time';

/** What a slot is to the person who looks at it. Why somebody else is busy is never told. */
export type BandSlotState = 'free' | 'busy' | 'taken' | 'late' | 'held' | 'closed' | 'past' | 'now';

/** What is to be known of a slot before it is chosen, whatever its state: it is booked at once; nobody could interpret. */
export type BandSign = 'instant' | 'uninterpreted';

export interface BandSlot extends WireInterval {
  readonly slotId: string;
  readonly state: BandSlotState;
  readonly signs?: readonly BandSign[];
}

export interface LabelledInterval extends WireInterval {
  readonly label: string;
}

/** One day of the band; everything but the slots may be left out. */
export interface BandDay {
  readonly slots: readonly BandSlot[];
  /** Own commitments outside the slots, such as sessions. */
  readonly busy?: readonly LabelledInterval[];
  readonly ownWork?: LabelledInterval | null;
  readonly otherWork?: LabelledInterval | null;
  /** When both are at work. */
  readonly shared?: WireInterval | null;
  /** Why there are times on this day at all, where that is not plain. */
  readonly remark?: string | null;
  /** Of a day on which nothing is open: from when on it is, or why it never will be. */
  readonly because?: string | null;
}

/** Nothing on this day is open for booking: what is taken on it does not matter yet. */
export function isShut({ slots }: BandDay): boolean {
  return slots.length > 0 && slots.every(({ state }) => state === 'closed');
}

/** A piece of the grid: first track (from 1) and number of tracks. */
export interface Span {
  readonly from: number;
  readonly tracks: number;
}

export interface BandLayout {
  /** ISO date of the first slot on the reader's calendar. */
  readonly date: string;
  readonly remark: string | null;
  readonly tracks: number;
  readonly ticks: readonly (Span & { readonly own: string; readonly other: string })[];
  /** Each with whether it lies in the shared window as a whole. */
  readonly slots: readonly { readonly slot: BandSlot; readonly span: Span; readonly shared: boolean }[];
  readonly busy: readonly (Span & { readonly label: string })[];
  readonly ownWork: (Span & { readonly label: string }) | null;
  readonly otherWork: (Span & { readonly label: string }) | null;
  /** Distance of the shared window from both edges, in percent. */
  readonly shared: { readonly left: number; readonly right: number } | null;
}

const minuteMs = 60_000;
const trackMs = 5 * minuteMs;
const halfHourMs = 30 * minuteMs;
/** How much of what lies before and after the slots is shown: enough to see where a working day begins or ends. */
const aroundMs = 60 * minuteMs;

/** Days on one axis, so that the same time of day stands at the same place on each of them. Days without slots are left out. */
export function layOutDays(days: readonly BandDay[], zone: string, otherZone: string): BandLayout[] {
  const dated = days.flatMap((day) => {
    const first = day.slots[0];
    if (!first) return [];
    const date = dateAt(Temporal.Instant.from(first.startsAt), zone);
    return [{ day, date, midnight: Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds }];
  });
  const ends = dated.map(({ day, midnight }) => {
    const { from, until } = endsOf(day);
    return { from: from - midnight, until: until - midnight };
  });
  const from = Math.min(...ends.map((one) => one.from));
  const until = Math.max(...ends.map((one) => one.until));
  return dated.map(({ day, date, midnight }) =>
    layOut(day, date, { from: midnight + from, until: midnight + until }, zone, otherZone),
  );
}

/** The slots, the shared window as far as it lies about them, and half an hour beyond, on half hours. */
function endsOf({ slots, shared }: BandDay): { from: number; until: number } {
  const first = Math.min(...slots.map((slot) => ms(slot.startsAt)));
  const last = Math.max(...slots.map((slot) => ms(slot.endsAt)));
  const from = shared ? Math.min(first, Math.max(ms(shared.startsAt), first - aroundMs)) : first;
  const until = shared ? Math.max(last, Math.min(ms(shared.endsAt), last + aroundMs)) : last;
  return {
    from: (Math.floor(from / halfHourMs) - 1) * halfHourMs,
    until: (Math.ceil(until / halfHourMs) + 1) * halfHourMs,
  };
}

/**
 * Puts a day on a grid of five-minute tracks: slots, rulers, working hours and the shared window then need no arithmetic in
 * the template.
 */
function layOut(
  day: BandDay,
  date: string,
  { from, until }: { from: number; until: number },
  zone: string,
  otherZone: string,
): BandLayout {
  const tracks = (until - from) / trackMs;

  const spanOf = ({ startsAt, endsAt }: WireInterval): Span | null => {
    const start = Math.max(from, ms(startsAt));
    const end = Math.min(until, ms(endsAt));
    return end <= start
      ? null
      : { from: Math.floor((start - from) / trackMs) + 1, tracks: Math.max(1, Math.round((end - start) / trackMs)) };
  };
  const labelled = (interval: LabelledInterval | null | undefined) => {
    const span = interval ? spanOf(interval) : null;
    return span && interval ? { ...span, label: interval.label } : null;
  };
  const sharedSpan = day.shared ? spanOf(day.shared) : null;
  // Labels of half hours need some 45 px each: on a long day only every hour is written.
  const step = tracks > 66 ? 12 : 6;

  return {
    date,
    remark: day.remark ?? null,
    tracks,
    ticks: Array.from({ length: Math.ceil(tracks / step) }, (_, index) => {
      const at = Temporal.Instant.fromEpochMilliseconds(from + index * step * trackMs);
      const start = index * step + 1;
      return {
        from: start,
        tracks: Math.min(step, tracks - start + 1),
        own: formatTime(at, zone),
        other: formatTime(at, otherZone),
      };
    }),
    slots: day.slots.flatMap((slot) => {
      const span = spanOf(slot);
      return span ? [{ slot, span, shared: lies(slot, day.shared) }] : [];
    }),
    busy: (day.busy ?? []).flatMap((interval) => labelled(interval) ?? []),
    ownWork: labelled(day.ownWork),
    otherWork: labelled(day.otherWork),
    shared: sharedSpan
      ? {
          left: ((sharedSpan.from - 1) / tracks) * 100,
          right: 100 - ((sharedSpan.from - 1 + sharedSpan.tracks) / tracks) * 100,
        }
      : null,
  };
}

function ms(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

const lies = (slot: WireInterval, within: WireInterval | null | undefined): boolean =>
  !!within && ms(slot.startsAt) >= ms(within.startsAt) && ms(slot.endsAt) <= ms(within.endsAt);
