import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, PublishResult, SlotView } from '@musubi/contracts';
import { meet, newBlock } from '../../../../test/builders/meetings.js';
import type { TestPerson } from '../../../../test/builders/people.js';
import { newPlannedEvent, newSides, pathOf, planned, planOf, prefer } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

/** One each: the clock goes forward only. */
let app: TestApp;
let event: EventView;
let organiser: TestPerson;
let sides: Awaited<ReturnType<typeof newSides>>;
let earlier: SlotView;
beforeEach(async () => {
  app = await startApp();
  ({ event, organiser } = await newPlannedEvent(app));
  sides = await newSides(app, event.eventId, 2);
  const { body } = await newBlock(app, organiser, event, { from: '10:00', until: '10:25' });
  earlier = body.slots[0]!;
});

afterEach(() => app.close());

const limits = (given: { meetingsAtMost?: number | null; pairsOnce?: boolean }) =>
  app.http(organiser).put(`/api/organise/events/${event.eventId}/schedule/settings`, {
    ...{ opensAt: null, preferencesUntil: null, mustAtMost: 5, meetingsAtMost: null, pairsOnce: false, version: 0 },
    ...given,
  });

/** The first two met this morning, or did not; the afternoon is still to be planned. */
async function morning(state: 'held' | 'cut_short' | 'no_show' | 'not_held') {
  const [one, other] = [sides.european[0]!, sides.japanese[0]!];
  const { meetingId } = await meet(app, event.eventId, one, other, earlier);
  await app.db.query('UPDATE meeting SET state = $2 WHERE id = $1', [meetingId, state]);
  return meetingId;
}
const afterwards = () => app.jumpTo(new Date(Date.parse(earlier.endsAt) + 3_600_000));

const pairsOf = ({ meetings }: Awaited<ReturnType<typeof planOf>>, meetingId: string) =>
  meetings.flatMap((one) => (one.meetingId === meetingId ? [] : [[...one.people].sort().join()]));
const pair = (...people: { participantId: string }[]) =>
  people
    .map(({ participantId }) => participantId)
    .sort()
    .join();

describe('an event that is planned again while it goes on', () => {
  it.each(['held', 'cut_short'] as const)('knows who has met already, a meeting %s', async (state) => {
    const { european, japanese } = sides;
    const meetingId = await morning(state);
    await prefer(app, event.eventId, european[0]!, japanese[0]!, 'must');
    await prefer(app, event.eventId, european[0]!, japanese[1]!);
    await afterwards();
    const plan = await planOf(app, organiser, await planned(app, event.eventId, organiser));
    expect(pairsOf(plan, meetingId)).toEqual([pair(european[0]!, japanese[1]!)]);
    expect(plan.run.counts).toMatchObject({ wishes: 1, fixed: 1, meetings: 1 });
  });

  it.each(['no_show', 'not_held'] as const)('lets those meet whose meeting was %s', async (state) => {
    const { european, japanese } = sides;
    const meetingId = await morning(state);
    await prefer(app, event.eventId, european[0]!, japanese[0]!, 'must');
    await afterwards();
    const plan = await planOf(app, organiser, await planned(app, event.eventId, organiser));
    expect(pairsOf(plan, meetingId)).toEqual([pair(european[0]!, japanese[0]!)]);
  });

  it('counts what took place towards what a person takes on', async () => {
    const { european, japanese } = sides;
    await limits({ meetingsAtMost: 1 });
    const meetingId = await morning('held');
    await prefer(app, event.eventId, european[0]!, japanese[1]!, 'must');
    await prefer(app, event.eventId, european[1]!, japanese[1]!);
    await afterwards();
    const plan = await planOf(app, organiser, await planned(app, event.eventId, organiser));
    expect(pairsOf(plan, meetingId)).toEqual([pair(european[1]!, japanese[1]!)]);
  });

  it('does not book again whoever met since the plan was made', async () => {
    const { european, japanese } = sides;
    await prefer(app, event.eventId, european[0]!, japanese[0]!, 'must');
    const run = await planned(app, event.eventId, organiser);
    await morning('held');
    await afterwards();
    const { body } = await app.http(organiser).post<PublishResult>(`${pathOf(run)}/publish`, { version: 0 });
    expect(body).toMatchObject({ published: 0, conflicts: [{ kind: 'meet_already' }] });
  });

  it('is not planned around what an earlier plan had for times that have passed', async () => {
    const { european, japanese } = sides;
    await prefer(app, event.eventId, european[1]!, japanese[1]!);
    const run = await planned(app, event.eventId, organiser);
    const [only] = (await planOf(app, organiser, run)).meetings;
    await morning('held');
    await app.db.query('UPDATE planned_seat SET slot_id = $2 WHERE run_id = $1', [run.runId, earlier.slotId]);
    await app.db.query('UPDATE planned_meeting SET slot_id = $2, locked = true WHERE id = $1', [
      only!.plannedId,
      earlier.slotId,
    ]);
    await afterwards();
    const again = await planOf(app, organiser, await planned(app, event.eventId, organiser, { basedOn: run.runId }));
    const { slot } = again.meetings.find(({ wishId }) => wishId === only!.wishId)!;
    expect(again.slots[slot]!.slotId).not.toBe(earlier.slotId);
  });
});
