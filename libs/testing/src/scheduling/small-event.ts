import type { Interpreter, Person, Problem, Side, Slot, Wish } from '@musubi/scheduling';
import { rng, type Rng } from '../rng.ts';

/** How small events are made. */
export interface SmallEventOptions {
  readonly people: number;
  readonly wishes: number;
  readonly slots: number;
}

/**
 * A small event in which everything that a problem can say occurs somewhere: several representatives, three sides, interpreters that must
 * rest, rooms, gaps, maxima, overlapping slots, pairs that meet once, refusals, precedences, fixed meetings. For properties that must hold
 * of any problem; the same seed gives the same event.
 */
export function smallEvent(
  seed: string | number,
  size: SmallEventOptions = { people: 8, wishes: 12, slots: 5 },
): Problem {
  const random = rng(`small event ${seed}`);
  const slots = slotsOf(random, size.slots);
  const people = Array.from({ length: size.people }, (_, n) => person(random, n, slots));
  const wishes = Array.from({ length: size.wishes }, (_, n) => wish(random, n, people, slots));
  const organisations = [...new Set(people.map(({ organisationId }) => organisationId))];
  const pairs = (count: number): [string, string][] =>
    Array.from({ length: count }, () => random.sample(organisations, 2) as [string, string]).filter(
      (one) => one.length === 2,
    );
  const order = random.sample(wishes, random.int(0, 4));
  const problem: Problem = {
    goal: { kind: 'weight' },
    slots,
    people,
    interpreters: Array.from({ length: random.int(0, 2) }, (_, n) => interpreter(random, n, slots)),
    wishes,
    fixed: [],
    precedences: order.slice(1).map(({ id }, at) => [order[at]!.id, id] as const),
    pairsOnce: pairs(random.int(0, 2)),
    noThanks: pairs(random.int(0, 1)),
    unsocialMinutes: { late: slots.map((_, at) => 10 * at) },
  };
  return random.chance(0.3) ? { ...problem, ...oneFixed(random, problem) } : problem;
}

function slotsOf(random: Rng, count: number): Slot[] {
  let at = 0;
  return Array.from({ length: count }, (_, n) => {
    at += random.pick([10, 20, 20, 30]);
    return {
      startsAt: at,
      endsAt: at + 20,
      day: n < count / 2 ? 0 : 1,
      rooms: random.chance(0.3) ? random.int(0, 3) : null,
    };
  });
}

function someSlots(random: Rng, slots: readonly Slot[], share: number): number[] {
  return slots.flatMap((_, at) => (random.chance(share) ? [at] : []));
}

function person(random: Rng, n: number, slots: readonly Slot[]): Person {
  return {
    id: `p${n}`,
    organisationId: `o${Math.floor(n / 2)}`,
    free: someSlots(random, slots, 0.8),
    maximum: random.chance(0.5) ? random.int(0, 3) : null,
    perDay: random.chance(0.2) ? random.int(1, 2) : null,
    gapMinutes: random.pick([0, 0, 0, 10]),
    zone: random.chance(0.5) ? 'late' : null,
  };
}

function interpreter(random: Rng, n: number, slots: readonly Slot[]): Interpreter {
  return {
    id: `i${n}`,
    pairs: random.chance(0.7) ? ['en-ja', 'fr-ja'] : ['en-ja'],
    free: someSlots(random, slots, 0.9),
    maximum: random.chance(0.3) ? 2 : null,
    perDay: null,
    rest: random.chance(0.5) ? { afterMeetings: random.int(1, 2), minutes: 15 } : null,
  };
}

function wish(random: Rng, n: number, people: readonly Person[], slots: readonly Slot[]): Wish {
  const organisations = random.sample(
    [...new Set(people.map(({ organisationId }) => organisationId))],
    random.chance(0.15) ? 3 : 2,
  );
  return {
    id: `w${String(n).padStart(3, '0')}`,
    sides: organisations.map((organisationId) => side(random, organisationId, people)),
    weight: random.int(0, 20),
    slots: random.chance(0.2) ? someSlots(random, slots, 0.5) : null,
    interpreting: random.chance(0.2) ? random.pick([['en-ja'], ['fr-ja'], ['fr-ja', 'en-ja']]) : null,
  };
}

function side(random: Rng, organisationId: string, people: readonly Person[]): Side {
  const own = people.filter((one) => one.organisationId === organisationId).map(({ id }) => id);
  return {
    organisationId,
    people: random.sample(own, random.int(1, own.length)),
    need: random.chance(0.6) ? 'one' : 'all',
  };
}

/** One meeting that can stand by itself, with nothing else that could speak against it. */
function oneFixed(random: Rng, { slots, people, wishes }: Problem): Partial<Problem> {
  const free = new Map(people.map((one) => [one.id, one]));
  for (const { id, sides, interpreting, slots: allowed } of random.shuffle(wishes)) {
    const who = sides.flatMap((one) => one.people);
    if (interpreting !== null || who.some((one) => free.get(one)!.maximum === 0)) continue;
    const slot = slots.findIndex(
      ({ rooms }, at) =>
        rooms !== 0 && (allowed?.includes(at) ?? true) && who.every((one) => free.get(one)!.free.includes(at)),
    );
    if (slot >= 0) return { fixed: [{ wishId: id, slot }], noThanks: [] };
  }
  return {};
}
