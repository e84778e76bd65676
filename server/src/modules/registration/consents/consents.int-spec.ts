import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, RegistrationView } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant, register, registrationInput } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let event: EventView;
beforeAll(async () => {
  app = await startApp();
  ({ event } = await newEvent(app));
});
afterAll(() => app.close());

const pathOf = ({ eventId }: EventView) => `/api/events/${eventId}/registration`;
const own = async (person: TestPerson, of = event) =>
  (await app.http(person).get<RegistrationView | null>(pathOf(of))).body;

describe('consents', () => {
  const written = (id: string) =>
    app.db.query(
      `SELECT purpose || ' ' || version || ' ' || lang || ' ' || given AS said FROM consent WHERE registration_id = $1 ORDER BY id`,
      [id],
    );

  it('are written down with version and language, and never rewritten', async () => {
    const person = await newParticipant(app, event.eventId, 'JP-27');
    const before = await written(person.participantId);
    expect(before.map(({ said }: { said: string }) => said)).toEqual([
      'directory 1 ja true',
      'contact-sharing 1 ja false',
      'recording 1 ja false',
      'follow-up 2 ja false',
      'newsletter 1 ja false',
    ]);
    await app.http(person).put(`${pathOf(event)}/directory`, { directory: 'nobody' });
    expect((await own(person))!.consents[0]).toEqual({ purpose: 'contact-sharing', version: 1, given: false });
    expect(await written(person.participantId)).toEqual([...before, { said: 'directory 1 ja false' }]);
    await expect(app.db.query('UPDATE consent SET given = true')).rejects.toThrow('only ever added to');
    await expect(app.db.query(`UPDATE consent_text SET text = '{}'`)).rejects.toThrow('only ever added to');
  });

  it('are refused for a text that has changed since it was on the screen', async () => {
    const person = await newPerson(app);
    const input = await registrationInput(app, event.eventId, person);
    await app.db.query(
      `INSERT INTO consent_text SELECT purpose, version + 1, title, text FROM consent_text WHERE purpose = 'recording'`,
    );
    expect(await app.http(person).post(pathOf(event), input)).toMatchObject({
      status: 409,
      body: { code: 'registration.consent_outdated', data: { purposes: ['recording'] } },
    });
    expect((await register(app, event.eventId, person)).status).toBe(201);
  });
});
