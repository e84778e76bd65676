import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  crowd,
  deadlocks,
  doubleBookings,
  newMeetingEvent,
  type TestParticipant,
} from '../../../../test/builders/meetings.js';
import {
  begin,
  command,
  type Command,
  decide,
  type Model,
  type Pair,
  perform,
  seenBy,
  seenOf,
  type Stage,
} from './negotiation.model.js';
import { startApp } from '../../../../test/start-app.js';

/** The soak tries more. */
const histories = Number(process.env['HISTORIES'] ?? 150);

/** Two people and what each of them does: first one after the other, then all at once. */
const history = fc.record({
  before: fc.array(command, { maxLength: 3 }),
  atOnce: fc
    .array(command, { minLength: 2, maxLength: 4 })
    // A second move is asked for after the first is over: which of the two "agree" means would depend on when it looked.
    .filter((commands) => commands.filter((one) => one.do === 'reschedule').length <= 1),
});

/** Time asks nobody and is answered nothing; that it has run out is told in two ways, before and after the sweep. */
const told = ({ do: did }: Command, code: string | null) => {
  if (did === 'expire') return 'nobody is told';
  return code === 'meeting_request.expired' ? 'meeting_request.wrong_state' : code;
};

/** Every order in which these could have happened one after the other. */
function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries())
    for (const rest of orders(items.filter((_, other) => other !== index))) yield [first, ...rest];
}

/** What the model makes of the commands in this order: each one's answer, in the order in which they were given, and the end. */
function serially(scene: Stage['scene'], start: Model, given: readonly Command[], order: readonly number[]) {
  const model = structuredClone(start);
  const answers: (string | null)[] = given.map(() => null);
  for (const index of order) answers[index] = told(given[index]!, decide(scene, model, given[index]!));
  return { answers, seen: seenOf(model) };
}

describe('commands at once', () => {
  let stage: Stage;
  let people: TestParticipant[];
  let used = 0;
  beforeAll(async () => {
    const app = await startApp();
    stage = { app, scene: await newMeetingEvent(app) };
    people = await crowd(app, stage.scene.event.eventId, 2 * (histories + 100));
  }, 60_000);
  afterAll(() => stage.app.close());

  it(
    'answer and end as if they had come one after the other, in some order',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, async ({ before, atOnce }) => {
          const pair: Pair = [people[used++]!, people[used++]!];
          const { model, requestId } = await begin(stage, pair);
          for (const one of before) {
            decide(stage.scene, model, one);
            await perform(stage, one, requestId, pair);
          }
          const answers = await Promise.all(
            atOnce.map(async (one) => told(one, await perform(stage, one, requestId, pair))),
          );
          const seen = await seenBy(stage, requestId, pair);
          const possible = [...orders(atOnce.map((_, index) => index))].map((order) =>
            serially(stage.scene, model, atOnce, order),
          );
          // Any of them will do; where none does, the nearest thing to a reason is all of them.
          const found = possible.some((one) => JSON.stringify(one) === JSON.stringify({ answers, seen }));
          expect(found ? 'in some order' : { answers, seen, possible }).toBe('in some order');
        }),
        { numRuns: histories, endOnFailure: true },
      );
      expect(await doubleBookings(stage.app)).toBe(0);
      expect(await deadlocks(stage.app)).toBe(0);
    },
    120_000 + 600 * histories,
  );
});
