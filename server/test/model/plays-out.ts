import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { doubleBookings } from '../builders/meetings.js';
import { broken } from '../invariants.js';
import { startApp } from '../start-app.js';
import { type Act, decide } from './life-cycle.js';
import { seenOf, Stage } from './on-postgresql.js';

interface Story {
  beginning: fc.Arbitrary<Act[]>;
  act: fc.Arbitrary<Act>;
  /** So many are tried; the soak tries more. */
  sequences: number;
}

/** Specifies that whatever is done comes out on PostgreSQL as the life cycle says. */
export function playsOut(what: string, { beginning, act, sequences: usual }: Story): void {
  const sequences = Number(process.env['SEQUENCES'] ?? usual);
  describe(what, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await Stage.set(await startApp(), sequences + 100);
    }, 60_000);
    afterAll(() => stage.app.close());

    it(
      'ends where the life cycle ends, refuses what it refuses, and never books anybody twice',
      async () => {
        await fc.assert(
          fc.asyncProperty(beginning, fc.array(act, { minLength: 1, maxLength: 8 }), async (begins, acts) => {
            const { cast, world } = await stage.begin();
            for (const [index, one] of [...begins, ...acts].entries()) {
              const before = seenOf(world);
              const expected = decide(world, one);
              expect({ index, one, before, told: await stage.perform(one, cast) }).toEqual({
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
      180_000 + 1_500 * sequences,
    );
  });
}
