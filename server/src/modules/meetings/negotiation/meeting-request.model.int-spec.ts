import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crowd, doubleBookings, newMeetingEvent, type TestParticipant } from '../../../../test/builders/meetings.js';
import { begin, command, decide, type Pair, perform, seenBy, seenOf, type Stage } from './negotiation.model.js';
import { startApp } from '../../../../test/start-app.js';

/** The soak tries more. */
const sequences = Number(process.env['SEQUENCES'] ?? 300);

describe('any sequence of commands on PostgreSQL', () => {
  let stage: Stage;
  let people: TestParticipant[];
  let used = 0;
  beforeAll(async () => {
    const app = await startApp();
    stage = { app, scene: await newMeetingEvent(app) };
    people = await crowd(app, stage.scene.event.eventId, 2 * (sequences + 100));
  }, 60_000);
  afterAll(() => stage.app.close());

  it(
    'ends where the rules end, refuses what they refuse, and never books anybody twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 9 }), async (commands) => {
          const pair: Pair = [people[used++]!, people[used++]!];
          const { model, requestId } = await begin(stage, pair);
          for (const given of commands) {
            const expected = decide(stage.scene, model, given);
            expect([given, await perform(stage, given, requestId, pair)]).toEqual([given, expected]);
          }
          expect(await seenBy(stage, requestId, pair)).toEqual(seenOf(model));
        }),
        { numRuns: sequences, endOnFailure: true },
      );
      expect(await doubleBookings(stage.app)).toBe(0);
    },
    180_000 + 600 * sequences,
  );
});
