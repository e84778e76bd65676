import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecommendationView } from '@musubi/contracts';
import { newMeetingEvent } from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()), 60_000);
afterAll(() => app.close());

it('nobody is suggested to whom one has said no thanks, until one says otherwise', async () => {
  const { event } = await newMeetingEvent(app);
  const [me, wanted, refused] = [
    await newParticipant(app, event.eventId, 'DE1'),
    await newParticipant(app, event.eventId, 'JP-27'),
    await newParticipant(app, event.eventId, 'JP-27'),
  ];
  const suggested = async (person: { cookie: string }) => {
    const { body } = await app.http(person).get<RecommendationView[]>(`/api/events/${event.eventId}/recommendations`);
    return body.map(({ participant }) => participant.participantId as string).sort();
  };
  const both = [wanted.participantId, refused.participantId].sort();
  expect(await suggested(me)).toEqual(both);
  const say = (preference: string) =>
    app.db.query(
      `INSERT INTO meeting_preference (from_participant_id, to_participant_id, event_id, preference, said_at)
       VALUES ($1, $2, $3, $4, domain_now())
       ON CONFLICT ON CONSTRAINT meeting_preference_pk DO UPDATE SET preference = excluded.preference`,
      [me.participantId, refused.participantId, event.eventId, preference],
    );
  await say('no_thanks');
  expect(await suggested(me)).toEqual([wanted.participantId]);
  // It is one's own word: the other hears nothing of it.
  expect(await suggested(refused)).toContain(me.participantId);
  await say('meet');
  expect(await suggested(me)).toEqual(both);
});
