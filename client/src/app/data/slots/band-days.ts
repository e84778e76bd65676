import type { AgendaItem, SlotChoice } from '@musubi/contracts';
import {
  dateAt,
  formatTime,
  intersect,
  intervalFrom,
  normalise,
  subtract,
  toWire,
  wallInterval,
  zoneLabel,
  type Interval,
  type WireInterval,
} from '@musubi/time';
import type { BandDay, BandSign, LabelledInterval } from '../../ui/slots/band-layout';

/** Office hours on the wall, the same on both sides. */
const office = { from: '08:00', until: '18:30' } as const;

export interface BandSource {
  choices: readonly SlotChoice[];
  /** My own plan: why I am busy is mine to see. */
  agenda: readonly AgendaItem[];
  /** The reader's zone, and the partner's. */
  zone: string;
  otherZone: string;
  /** Whether a time could be booked without asking, where its block says so. */
  mayBook?: boolean;
  /** Its days: on others it is said why there are times. */
  event?: WireInterval | null;
  /** Of a block that is closed now: from when on it is open, in words. */
  because?: (blockId: string) => string | null;
  words: {
    sessions: string;
    /** @param hours such as `from 08:00 CET` */
    ownWork: (hours: string) => string;
    otherWork: (hours: string) => string;
    /** Why there are times on a day before the event, after it. */
    before: string;
    after: string;
    from: (time: string) => string;
    until: (time: string) => string;
    between: (from: string, until: string) => string;
  };
}

/** Slots by the reader's days, with both working days, when both are at work, and the reader's sessions beside the slots. */
export function bandDays(source: BandSource): BandDay[] {
  const { choices, zone } = source;
  const days = new Map<string, SlotChoice[]>();
  for (const choice of [...choices].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const date = dateAt(Temporal.Instant.from(choice.startsAt), zone);
    days.set(date, [...(days.get(date) ?? []), choice]);
  }
  return [...days].map(([date, slots]) => bandDay(date, slots, source));
}

/** When both are at work on the day of the first slot, as `08:00–10:30 CET`; null when never. */
export function sharedHours({ choices, zone, otherZone }: BandSource): { from: string; until: string } | null {
  const first = choices[0];
  if (!first) return null;
  const shared = sharedOn(dateAt(Temporal.Instant.from(first.startsAt), zone), zone, otherZone);
  return shared
    ? { from: formatTime(shared.start, zone), until: `${formatTime(shared.end, zone)} ${zoneLabel(zone, shared.end)}` }
    : null;
}

function bandDay(
  date: string,
  slots: readonly SlotChoice[],
  { agenda, zone, otherZone, mayBook = false, event, because, words }: BandSource,
): BandDay {
  const pieces = slots.map(intervalFrom);
  const sessions = agenda
    .filter(({ kind, startsAt }) => kind !== 'meeting' && dateAt(Temporal.Instant.from(startsAt), zone) === date)
    .map(intervalFrom);
  // Beside the slots only: a slot says itself that it is busy.
  const busy = subtract(normalise(sessions), pieces)
    .filter((one) => minutes(one) >= 15)
    .map((one): LabelledInterval => ({ ...toWire(one), label: words.sessions }));
  const seen = visible([...pieces, ...busy.map(intervalFrom)]);
  const shared = sharedOn(date, zone, otherZone);
  return {
    slots: slots.map((slot) => {
      const { slotId, startsAt, endsAt, state } = slot;
      return { slotId, startsAt, endsAt, state, signs: signsOf(slot, mayBook) };
    }),
    busy,
    ownWork: labelled(workOf(date, zone, zone), zone, seen, words, words.ownWork),
    otherWork: labelled(workOf(date, otherZone, zone), otherZone, seen, words, words.otherWork),
    shared: shared ? toWire(shared) : null,
    remark: event ? remarkOn(date, event, zone, words) : null,
    because: because ? [...new Set(slots.flatMap(({ blockId }) => because(blockId) ?? []))].join(' ') || null : null,
  };
}

/** Blocks of times for meetings go on where the event does not. */
function remarkOn(date: string, { startsAt, endsAt }: WireInterval, zone: string, words: BandSource['words']) {
  const [first, last] = [startsAt, endsAt].map((at) => dateAt(Temporal.Instant.from(at), zone));
  return date < first! ? words.before : date > last! ? words.after : null;
}

/** Of a time that can be chosen; of the others it would say nothing. */
function signsOf({ state, instant, interpreter }: SlotChoice, mayBook: boolean): BandSign[] {
  if (['busy', 'closed', 'past', 'now'].includes(state)) return [];
  return [
    ...(mayBook && instant ? (['instant'] as const) : []),
    ...(interpreter === false ? (['uninterpreted'] as const) : []),
  ];
}

/** What the band shows: half an hour beyond what there is on it. */
function visible(pieces: readonly Interval[]): Interval {
  const whole = pieces.reduce((a, b) => ({
    start: Temporal.Instant.compare(a.start, b.start) <= 0 ? a.start : b.start,
    end: Temporal.Instant.compare(a.end, b.end) >= 0 ? a.end : b.end,
  }));
  return { start: whole.start.subtract({ minutes: 60 }), end: whole.end.add({ minutes: 60 }) };
}

/** The working day in `zone` that shares most with the reader's date. */
function workOf(date: string, zone: string, readerZone: string): Interval {
  const day = wallInterval(date, '00:00', '23:59', readerZone);
  const around = [-1, 0, 1].map((days) =>
    wallInterval(Temporal.PlainDate.from(date).add({ days }).toString(), office.from, office.until, zone),
  );
  const common = (one: Interval): number => intersect([one], [day]).reduce((sum, part) => sum + minutes(part), 0);
  return around.reduce((best, one) => (common(one) > common(best) ? one : best));
}

function sharedOn(date: string, zone: string, otherZone: string): Interval | null {
  return intersect([workOf(date, zone, zone)], [workOf(date, otherZone, zone)])[0] ?? null;
}

function labelled(
  work: Interval,
  zone: string,
  seen: Interval,
  words: BandSource['words'],
  label: (hours: string) => string,
): LabelledInterval {
  const from = `${formatTime(work.start, zone)}`;
  const until = `${formatTime(work.end, zone)} ${zoneLabel(zone, work.end)}`;
  const startsHere = Temporal.Instant.compare(work.start, seen.start) >= 0;
  const endsHere = Temporal.Instant.compare(work.end, seen.end) <= 0;
  const hours =
    startsHere === endsHere
      ? words.between(from, until)
      : startsHere
        ? words.from(`${from} ${zoneLabel(zone, work.start)}`)
        : words.until(until);
  return { ...toWire(work), label: label(hours) };
}

function minutes({ start, end }: Interval): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
}
