import {
  weightOf,
  type Interpreter,
  type Person,
  type Problem,
  type Side,
  type Slot,
  type Wish,
} from '@musubi/scheduling';
import { rng, type Rng } from '../rng.ts';
import { usualEvent, type ScheduledEventOptions } from './event-options.ts';

/** Zones of the two sides, hours before or after universal time in January. */
const zones = { Tokyo: 9, Brussels: 1, Helsinki: 2, Lisbon: 0 } as const;
type Zone = keyof typeof zones;
const european = ['Brussels', 'Brussels', 'Helsinki', 'Lisbon'] as const;

const slotMinutes = 20;
const pitchMinutes = 25;
const slotsADay = 8;

/**
 * An invented event with people who want more than can be held; half of them on each side. The same seed and options give the same
 * event on every machine. O(people × slots + wishes).
 */
export function scheduledEvent(seed: string | number, options: Partial<ScheduledEventOptions> = {}): Problem {
  const all = { ...usualEvent, ...options };
  const random = rng(`scheduled event ${seed}`);
  const slots = Array.from({ length: all.slots }, (_, at) => slotAt(at, all));
  const people = invitePeople(random.fork('people'), all);
  const wishes = inviteWishes(random.fork('wishes'), people, all);
  const noThanks = random
    .fork('no')
    .sample(wishes, Math.round(all.noThanks * wishes.length))
    .map(organisationsOf);
  return {
    goal: { kind: 'weight' },
    slots,
    people,
    interpreters: Array.from({ length: all.interpreters }, (_, n) =>
      interpreter(random.fork(`interpreter ${n}`), n, all),
    ),
    wishes,
    fixed: fixedOf(random.fork('fixed'), people, wishes, new Set(noThanks.map(keyOf)), all),
    precedences: [],
    pairsOnce: all.pairsOnce ? wantedTwice(wishes) : [],
    noThanks,
    unsocialMinutes: Object.fromEntries(
      Object.entries(zones).map(([zone, offset]) => [zone, slots.map((slot) => unsocial(slot, offset))]),
    ),
  };
}

/** Days begin at 07:30 universal time, which is late in Tokyo and early in Lisbon. */
function slotAt(at: number, { rooms }: ScheduledEventOptions): Slot {
  const day = Math.floor(at / slotsADay);
  const startsAt = day * 1440 + 450 + (at % slotsADay) * pitchMinutes;
  return { startsAt, endsAt: startsAt + slotMinutes, day, rooms };
}

/** Minutes of the slot before 9:00 or after 18:00 in the zone. */
function unsocial({ startsAt, endsAt }: Slot, offset: number): number {
  const from = ((startsAt % 1440) + offset * 60) % 1440;
  const to = from + endsAt - startsAt;
  return Math.max(0, Math.min(to, 540) - from) + Math.max(0, to - Math.max(from, 1080));
}

function invitePeople(
  random: Rng,
  { people, peopleEach, slots, free, maximum, perDay, withGap }: ScheduledEventOptions,
): Person[] {
  return Array.from({ length: people }, (_, n) => {
    const own = random.fork(`${n}`);
    const organisation = Math.floor(n / 2 / peopleEach) * 2 + (n % 2);
    return {
      id: `p${n}`,
      organisationId: `o${organisation}`,
      free: freeSlots(own, slots, free),
      maximum: own.int(...maximum),
      perDay,
      gapMinutes: own.chance(withGap) ? pitchMinutes - slotMinutes + 5 : 0,
      zone: n % 2 === 0 ? own.pick(european) : ('Tokyo' satisfies Zone),
    };
  });
}

/** Away for stretches, as one is for a session or another appointment. */
function freeSlots(random: Rng, slots: number, share: number): number[] {
  const free: number[] = [];
  let here = random.chance(share);
  for (let slot = 0; slot < slots; slot++) {
    if (random.chance(0.4)) here = random.chance(share);
    if (here) free.push(slot);
  }
  return free;
}

function interpreter(random: Rng, n: number, { slots, free }: ScheduledEventOptions): Interpreter {
  return {
    id: `i${n}`,
    pairs: ['en-ja'],
    free: freeSlots(random, slots, free),
    maximum: null,
    perDay: null,
    rest: { afterMeetings: 3, minutes: pitchMinutes },
  };
}

/** Some are wanted by many: the square of an even draw crowds at the beginning. */
function inviteWishes(random: Rng, people: readonly Person[], options: ScheduledEventOptions): Wish[] {
  const wishes: Wish[] = [];
  const known = new Set<string>();
  const half = Math.floor(people.length / 2);
  for (let tries = 0; wishes.length < options.wishes && tries < options.wishes * 20; tries++) {
    const asker = random.int(0, people.length - 1);
    const wanted = 2 * Math.floor(half * random.next() ** 1.5) + (random.chance(0.9) ? 1 - (asker % 2) : asker % 2);
    const [one, other] = [people[asker]!, people[wanted]];
    const pair = [asker, wanted].sort((a, b) => a - b).join(' ');
    if (!other || one.organisationId === other.organisationId || known.has(pair)) continue;
    known.add(pair);
    wishes.push({
      id: `w${wishes.length}`,
      sides: [
        side(one, [one]),
        side(other, random.chance(options.anyRepresentative) ? colleagues(people, wanted) : [other]),
      ],
      weight: weightOf(
        random.chance(0.35) ? 'must' : 'meet',
        random.pick(['must', 'meet', 'none', 'none']),
        random.int(0, 99),
      )!,
      slots: null,
      interpreting: random.chance(options.interpreted) ? ['en-ja'] : null,
    });
  }
  return wishes;
}

function side({ organisationId }: Person, who: readonly Person[]): Side {
  return { organisationId, people: who.map(({ id }) => id), need: 'one' };
}

/** People of one organisation stand near each other. */
function colleagues(people: readonly Person[], at: number): readonly Person[] {
  const { organisationId } = people[at]!;
  return people.slice(Math.max(0, at - 20), at + 20).filter((one) => one.organisationId === organisationId);
}

type Pair = readonly [string, string];

function organisationsOf({ sides }: Wish): Pair {
  return [sides[0]!.organisationId, sides[1]!.organisationId];
}

const keyOf = (pair: Pair): string => [...pair].sort().join(' ');

/** Pairs of organisations that more than one wish would join. */
function wantedTwice(wishes: readonly Wish[]): readonly Pair[] {
  const pairs = Map.groupBy(wishes.map(organisationsOf), keyOf);
  return [...pairs.values()].filter(({ length }) => length > 1).map(([pair]) => pair!);
}

/** Meetings that stand: each in a slot that nobody taking part has given away already, no two of the same organisations, none that one has said no to. */
function fixedOf(
  random: Rng,
  people: readonly Person[],
  wishes: readonly Wish[],
  refused: ReadonlySet<string>,
  { fixed, slots, rooms }: ScheduledEventOptions,
): Problem['fixed'] {
  const taken = new Set(refused);
  const roomsLeft = Array.from({ length: slots }, () => rooms ?? Infinity);
  const free = new Map(people.map((person) => [person.id, person]));
  return random.sample(wishes, Math.round(fixed * wishes.length)).flatMap((wish) => {
    const who = wish.sides.flatMap((one) => one.people);
    const claims = [...who, keyOf(organisationsOf(wish))];
    if (wish.interpreting !== null || who.length > 2 || claims.some((one) => taken.has(one))) return [];
    const slot = free.get(who[0]!)!.free.find((one) => roomsLeft[one]! > 0 && free.get(who[1]!)!.free.includes(one));
    if (slot === undefined) return [];
    roomsLeft[slot]!--;
    for (const one of claims) taken.add(one);
    return [{ wishId: wish.id, slot }];
  });
}
