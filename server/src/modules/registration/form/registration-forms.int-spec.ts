import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newEvent } from '../../../../test/builders/events.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('a form that several organisers save at once is the one of the last, whole', async () => {
  const { event, organiser } = await newEvent(app);
  const form = (word: string) => ({
    approval: true,
    questions: ['one', 'two'].map((key) => ({
      key,
      kind: 'text',
      required: false,
      label: { en: word, ja: word },
      choices: [],
    })),
  });
  const path = `/api/events/${event.eventId}/registration/form`;
  const saved = await Promise.all(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((word) => app.http(organiser).put(path, form(word))),
  );
  expect(saved.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  const { body } = await app.http().get(path);
  expect(body.questions).toHaveLength(2);
  expect(body.questions[0].label).toEqual(body.questions[1].label);
});
