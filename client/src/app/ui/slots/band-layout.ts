import { dateAt, formatTime, type WireInterval } from '@musubi/time';

/** What a slot is to the person who looks at it. Why somebody else is busy is never told. */
export type BandSlotState = 'free' | 'busy' | 'taken' | 'late' | 'held' | 'past';

export interface BandSlot extends WireInterval {
  readonly slotId: string;
  readonly state: BandSlotState;
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
}

/** A piece of the grid: first track (from 1) and number of tracks. */
export interface Span {
  readonly from: number;
  readonly tracks: number;
}

export interface BandLayout {
  /** ISO date of the first slot on the reader's calendar. */
  readonly date: string;
  readonly tracks: number;
  readonly ticks: readonly (Span & { readonly own: string; readonly other: string })[];
  readonly slots: readonly { readonly slot: BandSlot; readonly span: Span }[];
  readonly busy: readonly (Span & { readonly label: string })[];
  readonly ownWork: (Span & { readonly label: string }) | null;
  readonly otherWork: (Span & { readonly label: string }) | null;
  /** Distance of the shared window from both edges, in percent. */
  readonly shared: { readonly left: number; readonly right: number } | null;
}

const trackMs = 5 * 60_000;
const halfHourMs = 30 * 60_000;

/**
 * Puts a day on a grid of five-minute tracks, half an hour beyond what there is on it: slots, rulers, working hours and
 * the shared window then need no arithmetic in the template.
 */
export function layOut(day: BandDay, zone: string, otherZone: string): BandLayout | null {
  const [first] = day.slots;
  if (!first) return null;
  const pieces = [...day.slots, ...(day.busy ?? []), ...(day.shared ? [day.shared] : [])];
  const from = Math.floor(Math.min(...pieces.map((piece) => ms(piece.startsAt))) / halfHourMs - 1) * halfHourMs;
  const until = Math.ceil(Math.max(...pieces.map((piece) => ms(piece.endsAt))) / halfHourMs + 1) * halfHourMs;
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
    date: dateAt(Temporal.Instant.from(first.startsAt), zone),
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
      return span ? [{ slot, span }] : [];
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
