import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { halfTime } from '@musubi/calendar';
import type { CapturedMailSummary, MeetingRequestView } from '@musubi/contracts';
import { accept, ask, type MeetingEvent, newMeetingEvent, newPair } from '../../../../../test/builders/meetings.js';
import type { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let european: Person;
let japanese: Person;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, scene.event.eventId));
});

const asked = async () => (await ask(app, scene.event.eventId, european, japanese, scene.slots.slice(0, 2))).body;
/** Lets the clock come to a moment after half of the time that began with the last move. */
const passHalf = async ({ history, answerBy }: MeetingRequestView) => {
  const half = halfTime(Temporal.Instant.from(history.at(-1)!.at), Temporal.Instant.from(answerBy));
  await app.jumpTo(new Date(half.epochMilliseconds + 1_000));
  await app.jobs.runSweeps();
  await app.jobs.drain();
};
const reminders = async ({ address }: Person) => {
  const { body } = await app.http().get<CapturedMailSummary[]>(`/api/mail?to=${encodeURIComponent(address)}`);
  return body.filter(({ subject }) => /waiting for your answer|【ご回答のお願い】/.test(subject)).length;
};
const remindedOf = async () => [await reminders(european), await reminders(japanese)];

it('goes once, at half time, to whoever has not answered', async () => {
  const request = await asked();
  await app.jobs.runSweeps();
  await app.jobs.drain();
  expect(await remindedOf()).toEqual([0, 0]);
  await passHalf(request);
  expect(await remindedOf()).toEqual([0, 1]);
  await app.jobs.runSweeps();
  await app.jobs.drain();
  expect(await remindedOf()).toEqual([0, 1]);
});

it('begins anew with a counter-proposal, for the other side', async () => {
  const { requestId } = await asked();
  const { body } = await app.http(japanese).post<MeetingRequestView>(`/api/meeting-requests/${requestId}/counter`, {
    slotIds: [scene.slots[3]!.slotId],
    note: null,
  });
  await passHalf(body);
  expect(await remindedOf()).toEqual([1, 0]);
});

it('is left out once somebody answered', async () => {
  const request = await asked();
  await accept(app, japanese, request.requestId, scene.slots[0]!);
  await passHalf(request);
  expect(await remindedOf()).toEqual([0, 0]);
});
