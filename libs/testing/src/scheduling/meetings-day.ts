import type { Problem, Wish } from '@musubi/scheduling';
import { rng, type Rng } from '../rng.ts';

/** How an invented day of meetings is made, all of which must be held. Shares are from 0 to 1. */
export interface MeetingsDayOptions {
  readonly people: number;
  readonly meetings: number;
  readonly slots: number;
  /** Meetings at the same time. */
  readonly tables: number;
  /** Slots at which a person is away, of those in which they need not be there. */
  readonly away: number;
  /** Meetings that must come before another one. */
  readonly ordered: number;
  /** Meetings whose slot is given. */
  readonly fixed: number;
  /** Meetings that must lie in one half of the day. */
  readonly halfDay: number;
  readonly spread: number | null;
}

export const usualDay: MeetingsDayOptions = {
  people: 60,
  meetings: 180,
  slots: 12,
  tables: 20,
  away: 0.2,
  ordered: 0,
  fixed: 0,
  halfDay: 0.2,
  spread: 2,
};

/**
 * An invented instance of the B2B meeting scheduling problem around a plan drawn first, so that there is one whatever is asked for (but
 * for the spread). Fewer meetings where no more find room. The same seed and options give the same day on every machine.
 */
export function meetingsDay(seed: string | number, options: Partial<MeetingsDayOptions> = {}): Problem {
  const all = { ...usualDay, ...options };
  const random = rng(`meetings day ${seed}`);
  const drawn = drawMeetings(random.fork('meetings'), all);
  const wishes = drawn.map((one, n) => wishOf(random.fork(`wish ${n}`), one, n, all));
  const inOrder = drawn.map((_, n) => n).sort((a, b) => drawn[a]!.slot - drawn[b]!.slot || a - b);
  const order = random.fork('order');
  return {
    goal: { kind: 'idle', spread: all.spread },
    slots: Array.from({ length: all.slots }, (_, at) => ({
      startsAt: at * 20,
      endsAt: at * 20 + 20,
      day: 0,
      rooms: all.tables,
    })),
    people: Array.from({ length: all.people }, (_, n) => ({
      id: `p${n + 1}`,
      organisationId: `p${n + 1}`,
      free: freeSlots(random.fork(`person ${n}`), n, drawn, all),
      maximum: null,
      perDay: null,
      gapMinutes: 0,
      zone: null,
    })),
    interpreters: [],
    wishes,
    fixed: random
      .fork('fixed')
      .sample(drawn, Math.round(all.fixed * drawn.length))
      .map((one) => ({ wishId: `m${drawn.indexOf(one) + 1}`, slot: one.slot })),
    precedences: order.sample(inOrder, Math.round(all.ordered * drawn.length)).flatMap((first) => {
      const later = inOrder.filter((other) => drawn[other]!.slot > drawn[first]!.slot);
      return later.length === 0 ? [] : [[`m${first + 1}`, `m${order.pick(later) + 1}`] as const];
    }),
    pairsOnce: [],
    noThanks: [],
    unsocialMinutes: {},
  };
}

interface Drawn {
  readonly people: readonly [number, number];
  readonly slot: number;
}

/** Each pair once, each person in one place at a time; some are wanted by many. */
function drawMeetings(random: Rng, { people, meetings, slots, tables }: MeetingsDayOptions): Drawn[] {
  const drawn: Drawn[] = [];
  const busy = new Set<string>();
  const used = new Array<number>(slots).fill(0);
  for (let tries = 0; drawn.length < meetings && tries < 200 * meetings; tries++) {
    const slot = random.int(0, slots - 1);
    const one = Math.floor(people * random.next() ** 1.5);
    const other = random.int(0, people - 1);
    const pair = `${Math.min(one, other)} with ${Math.max(one, other)}`;
    const taken = [pair, `${one} at ${slot}`, `${other} at ${slot}`];
    if (one === other || used[slot]! >= tables || taken.some((key) => busy.has(key))) continue;
    for (const key of taken) busy.add(key);
    used[slot]!++;
    drawn.push({ people: [one, other], slot });
  }
  return drawn;
}

function wishOf(random: Rng, { people, slot }: Drawn, n: number, { slots, halfDay }: MeetingsDayOptions): Wish {
  const noon = slots >> 1;
  const half = Array.from({ length: slots }, (_, at) => at).filter((at) => at < noon === slot < noon);
  return {
    id: `m${n + 1}`,
    sides: people.map((one) => ({ organisationId: `p${one + 1}`, people: [`p${one + 1}`], need: 'all' })),
    weight: 1,
    slots: random.chance(halfDay) ? half : null,
    interpreting: null,
  };
}

function freeSlots(random: Rng, n: number, drawn: readonly Drawn[], { slots, away }: MeetingsDayOptions): number[] {
  const needed = new Set(drawn.filter(({ people }) => people.includes(n)).map(({ slot }) => slot));
  return Array.from({ length: slots }, (_, at) => at).filter((at) => !random.chance(away) || needed.has(at));
}
