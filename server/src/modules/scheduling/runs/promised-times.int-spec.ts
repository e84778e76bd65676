import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, SlotView } from '@musubi/contracts';
import { ask, newMeetingEvent } from '../../../../test/builders/meetings.js';
import type { TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { newSides, planned, planOf, prefer } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let slots: SlotView[];
let sides: Awaited<ReturnType<typeof newSides>>;
beforeEach(async () => {
  ({ event, organiser, slots } = await newMeetingEvent(app));
  sides = await newSides(app, event.eventId, 2);
});

/** From here on the organisers plan what could be asked for until now. */
const plannedFromNow = () =>
  app.db.query(`UPDATE meeting_block SET mode = 'plan' WHERE event_id = $1`, [event.eventId]);
const offers = (person: { cookie: string }, own: readonly SlotView[]) =>
  app.http(person).put(`/api/events/${event.eventId}/availability`, {
    everything: false,
    intervals: own.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  });

/** When each of the people meets. */
async function times(people: readonly { participantId: string }[]): Promise<string[][]> {
  const plan = await planOf(app, organiser, await planned(app, event.eventId, organiser));
  return people.map(({ participantId }) =>
    plan.meetings.flatMap((one) => (one.people.includes(participantId as never) ? [plan.slots[one.slot]!.slotId] : [])),
  );
}

describe('a time that somebody has proposed to others and waits for an answer', () => {
  it('is the last that a plan takes of them, whichever it is', async () => {
    const other = await newParticipant(app, event.eventId, 'JP-13');
    const [first, second] = slots as [SlotView, SlotView];
    for (const [at, slot] of [first, second].entries()) {
      const [from, to] = [sides.european[at]!, sides.japanese[at]!];
      expect((await ask(app, event.eventId, from, other, [slot])).status).toBe(201);
      await offers(to, [first, second]);
    }
    await plannedFromNow();
    for (const [at, from] of sides.european.entries()) await prefer(app, event.eventId, from, sides.japanese[at]!);
    expect(await times(sides.european)).toEqual([[second.slotId], [first.slotId]]);
  });

  it('is taken where there is no other, and is not withheld from whoever was asked', async () => {
    const [from, to] = [sides.european[0]!, sides.japanese[0]!];
    const [first, second] = slots as [SlotView, SlotView];
    await ask(app, event.eventId, from, sides.japanese[1]!, [first]);
    await offers(to, [first]);
    await offers(sides.japanese[1]!, [first]);
    await offers(sides.european[1]!, [first, second]);
    await plannedFromNow();
    await prefer(app, event.eventId, from, to);
    await prefer(app, event.eventId, sides.european[1]!, sides.japanese[1]!);
    expect(await times([from, sides.european[1]!])).toEqual([[first.slotId], [first.slotId]]);
  });
});
