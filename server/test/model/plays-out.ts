import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { doubleBookings } from '../builders/meetings.js';
import { broken } from '../invariants.js';
import { startApp, type TestApp } from '../start-app.js';
import { performed, type Play, type Stage } from './play.js';

interface Story<A> {
  beginning: fc.Arbitrary<A[]>;
  act: fc.Arbitrary<A>;
  /** So many are tried; the soak tries more. */
  sequences: number;
}

/** Specifies that whatever is done comes out on PostgreSQL as the model says. */
export function playsOut<A extends { do: string }, W, C>(
  what: string,
  { stage: set, decide, seenOf }: Play<A, W, C>,
  { beginning, act, sequences: usual }: Story<A>,
): void {
  const sequences = Number(process.env['SEQUENCES'] ?? usual);
  describe(what, () => {
    let app: TestApp;
    let stage: Stage<A, W, C>;
    beforeAll(
      async () => {
        app = await startApp();
        stage = await set(app, sequences + 100);
      },
      60_000 + 50 * sequences,
    );
    afterAll(() => app.close());

    it(
      'ends where the life cycle ends, refuses what it refuses, and never books anybody twice',
      async () => {
        await fc.assert(
          fc.asyncProperty(beginning, fc.array(act, { minLength: 1, maxLength: 8 }), async (begins, acts) => {
            const { cast, world } = await stage.begin();
            for (const [index, one] of [...begins, ...acts].entries()) {
              const before = seenOf(world);
              const expected = decide(world, one);
              expect({ index, one, before, told: await performed(stage, one, cast) }).toEqual({
                ...{ index, one, before, told: expected },
              });
            }
            expect(await stage.seen(cast)).toEqual(seenOf(world));
          }),
          { numRuns: sequences, endOnFailure: true },
        );
        expect(await doubleBookings(stage.app)).toBe(0);
        expect(await broken(stage.app)).toEqual({});
      },
      180_000 + 4_000 * sequences,
    );
  });
}
