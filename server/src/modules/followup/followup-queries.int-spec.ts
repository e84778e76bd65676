import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FunnelView, OutcomeInput } from '@musubi/contracts';
import { after, meet, newMeetingEvent, newPair, wasInRoom } from '../../../test/builders/meetings.js';
import { welcome } from '../../../test/builders/organisations.js';
import type { TestPerson } from '../../../test/builders/people.js';
import { countQueries } from '../../../test/query-count.js';
import { startApp, type TestApp } from '../../../test/start-app.js';

const claim: OutcomeInput = {
  result: 'met',
  followUp: 'agreed',
  nextStep: 'A joint test of two sensors',
  nextStepOwner: 'both',
  nextStepDue: '2027-04-01',
  kind: 'joint-project',
  note: null,
};

interface Past {
  eventId: string;
  organiser: TestPerson;
  european: TestPerson;
}

let app: TestApp;
let one: Past;
let three: Past;
beforeAll(async () => {
  app = await startApp();
  const [first, second] = [await newEventWith(1), await newEventWith(3)];
  // No room is open any more: who is in one would be asked for once, but only then.
  await app.jumpTo(after([first.endsAt, second.endsAt].sort().at(-1)!, 120));
  await app.jobs.runSweeps();
  for (const { say } of [first, second]) await say();
  [one, three] = [first, second];
});
afterAll(() => app.close());

/** An event where one European has met so many Japanese organisations, each of which agrees with him on a case. */
async function newEventWith(meetings: number) {
  const { event, organiser, slots } = await newMeetingEvent(app);
  const { european } = await newPair(app, event.eventId);
  await welcome(app, european);
  const met: { meetingId: string; people: TestPerson[] }[] = [];
  for (const slot of slots.slice(0, meetings)) {
    const { japanese } = await newPair(app, event.eventId);
    const meeting = await meet(app, event.eventId, european, japanese, slot);
    const people = [european, japanese];
    for (const { userId } of people)
      await wasInRoom(app, meeting, userId, after(meeting.startsAt, 0), after(meeting.startsAt, 18));
    met.push({ meetingId: meeting.meetingId, people });
  }
  const say = async () => {
    for (const { meetingId, people } of met)
      for (const person of people) await app.http(person).put(`/api/meetings/${meetingId}/outcome`, claim);
  };
  return { eventId: event.eventId as string, organiser, european, endsAt: slots[meetings - 1]!.endsAt, say };
}

const funnelOf = async ({ organiser, eventId }: Past) =>
  (await app.http(organiser).get<FunnelView>(`/api/organise/funnel?eventId=${eventId}`)).body.steps;

it('has one of everything here and three there', async () => {
  for (const [past, count] of [[one, 1] as const, [three, 3] as const]) {
    const steps = await funnelOf(past);
    expect(steps.filter(({ step }) => ['requested', 'held', 'initiated'].includes(step))).toMatchObject([
      { step: 'requested', count },
      { step: 'held', count },
      { step: 'initiated', count },
    ]);
  }
});

it.each([
  'organise/funnel?eventId=',
  'organise/funnel/requested?eventId=',
  'organise/funnel/held?eventId=',
  'organise/funnel/initiated?eventId=',
  'organise/funnel/held?eu=DE1&jp=JP-27&eventId=',
  'organise/cases?eventId=',
  'organise/heat?eventId=',
])('%s is read with the same number of queries for one and for three', async (path) => {
  const read = ({ organiser, eventId }: Past) => app.http(organiser).get(`/api/${path}${eventId}`);
  for (const past of [one, three]) await read(past);
  expect(await countQueries(app, () => read(three))).toBe(await countQueries(app, () => read(one)));
});

it('what came of one’s own meetings is, too', async () => {
  const read = ({ european, eventId }: Past) => app.http(european).get(`/api/events/${eventId}/follow-up`);
  for (const past of [one, three]) await read(past);
  expect(await countQueries(app, () => read(three))).toBe(await countQueries(app, () => read(one)));
});
