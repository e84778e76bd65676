import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecommendationView } from '@musubi/contracts';
import { newDelegation } from '../../../../test/builders/delegations.js';
import { meet, newMeetingEvent } from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()), 60_000);
afterAll(() => app.close());

it('times in which anybody of a shared pool is free are times in common', async () => {
  const { event, slots } = await newMeetingEvent(app);
  const { eventId } = event;
  const me = await newParticipant(app, eventId);
  const [contact, colleague] = await newDelegation(app, eventId);
  const seen = async (at = '') => {
    const { body } = await app.http(me).get<RecommendationView[]>(`/api/events/${eventId}/recommendations${at}`);
    return body.find(({ participant }) => participant.participantId === contact!.participantId)?.sharedSlots;
  };
  const then = `?at=${encodeURIComponent(slots[0]!.startsAt)}`;
  await meet(app, eventId, await newParticipant(app, eventId), contact!, slots[0]!);
  expect([await seen(), (await seen(then)) !== undefined]).toEqual([slots.length, true]);
  // The colleague comes now: nobody of the pool is left.
  await meet(app, eventId, await newParticipant(app, eventId), contact!, slots[0]!);
  expect(colleague).toBeDefined();
  expect([await seen(), await seen(then)]).toEqual([slots.length - 1, undefined]);
});
