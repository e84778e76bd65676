import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, RegistrationForm } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newPerson } from '../../../../test/builders/people.js';
import { register } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let event: EventView;
beforeAll(async () => {
  app = await startApp();
  ({ event } = await newEvent(app));
});
afterAll(() => app.close());

const pathOf = ({ eventId }: EventView) => `/api/events/${eventId}/registration`;

describe('the form', () => {
  it('asks for each consent separately, in both languages, with its version', async () => {
    const { body } = await app.http().get<RegistrationForm>(`${pathOf(event)}/form`);
    expect(body).toMatchObject({ eventId: event.eventId, open: true, approval: false, questions: [] });
    expect(body.consents.map(({ purpose, version }) => `${purpose} ${version}`)).toEqual([
      'directory 1',
      'contact-sharing 1',
      'recording 1',
      'follow-up 2',
      'newsletter 1',
    ]);
    expect(body.consents.every(({ title, text }) => title.en && title.ja && text.en && text.ja)).toBe(true);
  });

  it('carries the organisers’ own questions, which must be answered', async () => {
    const { event: asking, organiser: asker } = await newEvent(app);
    const label = { en: 'What do you hope for?', ja: '期待されることをお聞かせください。' };
    const form = {
      approval: false,
      questions: [{ key: 'aim', kind: 'text', required: true, label, choices: [] }],
    };
    const path = `${pathOf(asking)}/form`;
    expect((await app.http(await newPerson(app)).put(path, form)).status).toBe(404);
    expect((await app.http(asker).put(path, form)).body).toMatchObject(form);
    const person = await newPerson(app);
    expect(await register(app, asking.eventId, person)).toMatchObject({
      status: 422,
      body: { code: 'registration.answer_missing', data: { keys: ['aim'] } },
    });
    expect(await register(app, asking.eventId, person, { answers: { aim: 'Partners', more: 'x' } })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'answers.more' }] },
    });
    expect((await register(app, asking.eventId, person, { answers: { aim: 'Partners' } })).body).toMatchObject({
      state: 'complete',
      answers: { aim: 'Partners' },
    });
  });
});
