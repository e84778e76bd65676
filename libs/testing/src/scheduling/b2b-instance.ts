import type { Problem, Slot, Wish } from '@musubi/scheduling';
import { DznError, readDzn, type DznValue } from './dzn.ts';

/** Sessions of the third column of `requested`. */
const sessions = { morning: 1, afternoon: 2, any: 3 } as const;

/**
 * An instance of the B2B meeting scheduling problem as Bofill et al. published it (JAIR 74, 2022): every meeting in a slot and at a
 * table, as few idle periods as possible, no two participants more than `spread` apart. In the files people, meetings and slots count
 * from 1; in `fixed` and `forbidden` 0 means none; the numbers of `meetingsxBusiness` are one too high and are not needed; the meetings
 * of `precedences[m]` come before m.
 * @throws DznError when the text is no such instance
 */
export function b2bInstance(text: string, spread: number | null = 2): Problem {
  const given = readDzn(text);
  const people = number(given, 'nBusiness');
  const slots = number(given, 'nTotalSlots');
  const morning = number(given, 'nMorningSlots');
  const meetings = number(given, 'nMeetings');
  const requested = rows(given, 'requested', meetings);
  const forbidden = rows(given, 'forbidden', people);
  const precedences = rows(given, 'precedences', meetings);
  const fixed = list(given, 'fixed', meetings);
  return {
    goal: { kind: 'idle', spread },
    slots: Array.from({ length: slots }, (_, at) => slotAt(at, number(given, 'nTables'))),
    people: forbidden.map((never, n) => ({
      id: `p${n + 1}`,
      organisationId: `p${n + 1}`,
      free: range(slots).filter((slot) => !never.includes(slot + 1)),
      maximum: null,
      perDay: null,
      gapMinutes: 0,
      zone: null,
    })),
    interpreters: [],
    wishes: requested.map((row, n) => wish(row, n, { people, slots, morning })),
    fixed: fixed.flatMap((slot, n) =>
      slot > 0 ? [{ wishId: `m${n + 1}`, slot: within(slot, slots, 'fixed') - 1 }] : [],
    ),
    precedences: precedences.flatMap((before, n) =>
      before.map((one) => [`m${within(one, meetings, 'precedences')}`, `m${n + 1}`] as const),
    ),
    pairsOnce: [],
    noThanks: [],
    unsocialMinutes: {},
  };
}

const slotAt = (at: number, tables: number): Slot => ({
  startsAt: at * 20,
  endsAt: at * 20 + 20,
  day: 0,
  rooms: tables,
});

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

function wish(row: readonly number[], n: number, size: { people: number; slots: number; morning: number }): Wish {
  const [one = 0, other = 0, session = 0] = row;
  if (row.length !== 3 || session < 1 || session > 3) throw new DznError(`requested: row ${n + 1} is no meeting`, 1);
  const side = (person: number): Wish['sides'][number] => ({
    organisationId: `p${within(person, size.people, 'requested')}`,
    people: [`p${person}`],
    need: 'all',
  });
  const early = session === sessions.morning;
  return {
    id: `m${n + 1}`,
    sides: [side(one), side(other)],
    weight: 1,
    slots: session === sessions.any ? null : range(size.slots).filter((slot) => slot < size.morning === early),
    interpreting: null,
  };
}

function within(value: number, most: number, name: string): number {
  if (value < 1 || value > most) throw new DznError(`${name}: ${value} is not from 1 to ${most}`, 1);
  return value;
}

function number(given: ReadonlyMap<string, DznValue>, name: string): number {
  const value = given.get(name);
  if (typeof value !== 'number' || value < 0) throw new DznError(`${name} is no number`, 1);
  return value;
}

/** None given means 0 for all. */
function list(given: ReadonlyMap<string, DznValue>, name: string, length: number): readonly number[] {
  const value = given.get(name) ?? new Array<number>(length).fill(0);
  if (typeof value === 'number' || value.length !== length || value.some((one) => typeof one !== 'number'))
    throw new DznError(`${name} is not a list of ${length} numbers`, 1);
  return value as readonly number[];
}

/** None given means empty ones. */
function rows(given: ReadonlyMap<string, DznValue>, name: string, length: number): readonly (readonly number[])[] {
  const value = given.get(name) ?? Array.from({ length }, () => []);
  if (typeof value === 'number' || value.length !== length || value.some((one) => typeof one === 'number'))
    throw new DznError(`${name} has not ${length} rows`, 1);
  return value as readonly (readonly number[])[];
}
