import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deadlocks, doubleBookings } from '../builders/meetings.js';
import { broken } from '../invariants.js';
import { startApp, type TestApp } from '../start-app.js';
import { performed, type Play, type Stage } from './play.js';

/** People and what each of them does: first one after the other, then all at once. */
interface Histories<A> {
  beginning: fc.Arbitrary<A[]>;
  answer: fc.Arbitrary<A>;
  /** So many are tried; the soak tries more. */
  histories: number;
}

/** That somebody was faster is told in several ways, by what was read first: the request, its meeting, the
 * invitation, or the time. */
const tooLate: readonly (string | null)[] = [
  'meeting_request.wrong_state',
  'meeting_request.expired',
  'meeting.wrong_state',
  'meeting.slot_taken',
  'guest.wrong_state',
  'delegation.answered',
];
const times = (acts: readonly { do: string }[], ...names: readonly string[]): number =>
  acts.filter(({ do: did }) => names.includes(did)).length;
/** Time asks nobody and is answered nothing. */
const told = ({ do: did }: { do: string }, code: string | null) => {
  if (did === 'expire') return 'nobody is told';
  return tooLate.includes(code) ? 'too late' : code;
};

/** Every order in which these could have happened one after the other. */
function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries())
    for (const rest of orders(items.filter((_, other) => other !== index))) yield [first, ...rest];
}

/** What the life cycle makes of the acts in this order: each one's answer, in the order in which they were given, and the end. */
function serially<A extends { do: string }, W extends object>(
  { decide, seenOf }: Pick<Play<A, W, never>, 'decide' | 'seenOf'>,
  start: W,
  given: readonly A[],
  { order, promises }: { order: readonly number[]; promises: boolean },
) {
  const world = { ...structuredClone(start), promises };
  const answers: (string | null)[] = given.map(() => null);
  for (const index of order) answers[index] = told(given[index]!, decide(world, given[index]!));
  return { answers, seen: seenOf(world) };
}

/** Specifies that acts at once answer and end as if they had come one after the other. */
export function happensAtOnce<A extends { do: string }, W extends object, C>(
  what: string,
  { stage: set, ...model }: Play<A, W, C>,
  { beginning, answer, histories: usual }: Histories<A>,
): void {
  const histories = Number(process.env['HISTORIES'] ?? usual);
  const history = fc.record({
    begins: beginning,
    before: fc.array(answer, { maxLength: 2 }),
    atOnce: fc
      .array(answer, { minLength: 2, maxLength: 4 })
      // What they mean would depend on when they looked: a second move is asked for after the first is over, and a meeting is
      // handed back to whoever came before.
      .filter((acts) => times(acts, 'reschedule') <= 1)
      .filter((acts) => times(acts, 'hand back') === 0 || times(acts, 'hand back', 'hand over') === 1),
  });

  describe(what, () => {
    let app: TestApp;
    let stage: Stage<A, W, C>;
    beforeAll(
      async () => {
        app = await startApp();
        stage = await set(app, histories + 100);
      },
      60_000 + 50 * histories,
    );
    afterAll(() => app.close());

    it(
      'answer and end as if they had come one after the other, in some order',
      async () => {
        await fc.assert(
          fc.asyncProperty(history, async ({ begins, before, atOnce }) => {
            const { cast, world } = await stage.begin();
            for (const one of [...begins, ...before])
              expect(await performed(stage, one, cast)).toBe(model.decide(world, one));
            const answers = await Promise.all(atOnce.map(async (one) => told(one, await performed(stage, one, cast))));
            const seen = await stage.seen(cast);
            const possible = [...orders(atOnce.map((_, index) => index))].flatMap((order) =>
              [true, false].map((promises) => serially(model, world, atOnce, { order, promises })),
            );
            // Any of them will do; where none does, the nearest thing to a reason is all of them.
            const found = possible.some((one) => JSON.stringify(one) === JSON.stringify({ answers, seen }));
            expect(found ? 'in some order' : { answers, seen, possible }).toBe('in some order');
          }),
          { numRuns: histories, endOnFailure: true },
        );
        expect(await doubleBookings(stage.app)).toBe(0);
        expect(await broken(stage.app)).toEqual({});
        expect(await deadlocks(stage.app)).toBe(0);
      },
      120_000 + 4_000 * histories,
    );
  });
}
