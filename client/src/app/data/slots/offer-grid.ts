import { dateAt, timeAt } from '@musubi/time';
import type { SlotView } from '@musubi/contracts';

/** Where a slot stands: columns are the reader's days, rows their times of day. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface OfferGrid<S extends SlotView> {
  /** ISO dates on the reader's wall. */
  readonly dates: readonly string[];
  /** By time of day; null where that day has no slot then. */
  readonly rows: readonly (readonly (S | null)[])[];
}

/**
 * Lays slots out by the reader's days and times. An hour that the clocks repeat has rows of its own for the second time,
 * and a slot after the other side's midnight stays with the reader's day.
 */
export function layOutOffer<S extends SlotView>(slots: readonly S[], zone: string): OfferGrid<S> {
  const byDate = new Map<string, Map<string, S>>();
  const keys = new Set<string>();
  for (const slot of [...slots].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const at = Temporal.Instant.from(slot.startsAt);
    const day = byDate.get(dateAt(at, zone)) ?? new Map<string, S>();
    const time = timeAt(at, zone);
    const key = day.has(time) ? `${time} again` : time;
    keys.add(key);
    byDate.set(dateAt(at, zone), day.set(key, slot));
  }
  const dates = [...byDate.keys()];
  const rows = [...keys].sort().map((key) => dates.map((date) => byDate.get(date)!.get(key) ?? null));
  return { dates, rows };
}

/**
 * Days that stand side by side: neighbours whose times of day are mostly the same, at most so many, shared out evenly. Days with
 * other hours begin anew, so that neither is full of holes.
 */
export function bandsOf<S extends SlotView>(slots: readonly S[], zone: string, most: number): S[][] {
  const days = [...Map.groupBy(slots, ({ startsAt }) => dateAt(Temporal.Instant.from(startsAt), zone))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({ slots: own, times: new Set(own.map(({ startsAt }) => timeOf(startsAt, zone))) }));
  const alike: (typeof days)[] = [];
  for (const day of days) {
    const last = alike.at(-1);
    if (last && mostlyShared(last.at(-1)!.times, day.times)) last.push(day);
    else alike.push([day]);
  }
  return alike.flatMap((band) => evenly(band, most)).map((band) => band.flatMap((day) => day.slots));
}

const timeOf = (startsAt: string, zone: string): string => timeAt(Temporal.Instant.from(startsAt), zone);

const mostlyShared = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  2 * one.intersection(other).size > Math.min(one.size, other.size);

function evenly<T>(all: readonly T[], most: number): T[][] {
  const parts = Math.ceil(all.length / most);
  return Array.from({ length: parts }, (_, at) =>
    all.slice(Math.ceil((at * all.length) / parts), Math.ceil(((at + 1) * all.length) / parts)),
  );
}

/** @returns the next place with a slot in the direction of the key, or null where the key means nothing here */
export function moveInGrid({ rows }: OfferGrid<SlotView>, from: GridPlace, key: string): GridPlace | null {
  switch (key) {
    case 'ArrowDown':
      return along(rows, from, 1, 0);
    case 'ArrowUp':
      return along(rows, from, -1, 0);
    case 'ArrowRight':
      return along(rows, from, 0, 1);
    case 'ArrowLeft':
      return along(rows, from, 0, -1);
    case 'Home':
      return along(rows, { ...from, row: -1 }, 1, 0);
    case 'End':
      return along(rows, { ...from, row: rows.length }, -1, 0);
    default:
      return null;
  }
}

/** Places of one column between two rows, both included, that hold a slot; of one row where they share it. */
export function between<S extends SlotView>({ rows }: OfferGrid<S>, a: GridPlace, b: GridPlace): S[] {
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
  return rows
    .slice(top, bottom + 1)
    .flatMap((row) => row.slice(left, right + 1))
    .filter((slot) => slot !== null);
}

function along(rows: OfferGrid<SlotView>['rows'], from: GridPlace, down: number, right: number): GridPlace | null {
  for (let { row, column } = from; ;) {
    row += down;
    column += right;
    const line = rows[row];
    if (!line || column < 0 || column >= line.length) return null;
    if (line[column]) return { row, column };
  }
}
