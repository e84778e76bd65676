import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { newPerson } from '../../../../test/new-person.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { DemoDoor } from '../index.js';

let app: TestApp;
afterEach(() => app.close());

const about = { en: 'Runs a cluster', ja: 'クラスターを運営' };

test('the door shows its people and lets one in as one of them, second factor given', async () => {
  app = await startApp();
  const [organiser, outsider] = [await newPerson(app, { roles: ['organiser'] }), await newPerson(app)];
  await app.transactions.run((tx) =>
    app.app.get(DemoDoor).describe(tx, {
      people: [{ userId: organiser, organisation: 'Helpdesk', side: null, role: 'organiser', about }],
      stops: [{ at: '2027-01-26T08:16:00Z', label: { en: 'Live', ja: '当日' } }],
      conferenceSlug: 'conference-2027',
    }),
  );
  const browser = app.http();
  const { body } = await browser.get('/api/demo');
  expect(body).toMatchObject({
    people: [{ userId: organiser, about, lang: 'en' }],
    conferenceSlug: 'conference-2027',
    clock: { offsetMs: 0 },
  });
  const entered = await browser.post('/api/demo/sign-in', { userId: organiser });
  expect([entered.status, entered.body.secondFactor]).toEqual([200, 'done']);
  expect((await browser.get('/api/login')).body.me.userId).toBe(organiser);
  expect((await app.http().post('/api/demo/sign-in', { userId: outsider })).status).toBe(404);
});

test('outside the demo there is no door, no clock to set and no letter box', async () => {
  app = await startApp({ env: { DEMO: '0', SMTP_URL: 'smtp://127.0.0.1:1' } });
  const userId = await newPerson(app);
  const answers = await Promise.all([
    app.http().get('/api/demo'),
    app.http().post('/api/demo/sign-in', { userId }),
    app.http().post('/api/demo/clock', { to: '2030-01-01T00:00:00Z' }),
    app.http().get('/api/mail'),
    app.http().get(`/api/mail/${userId}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect((await app.http().get('/api/clock')).body.offsetMs).toBe(0);
});

test('a rehearsal has no door either; its clock and letter box belong to those who organise everything', async () => {
  app = await startApp({ env: { DEMO: '0', REHEARSAL: '1' } });
  const [organiser, ofOneEvent] = [
    await newPerson(app, { roles: ['organiser'] }),
    await newPerson(app, { roles: ['organiser'], eventId: randomUUID() }),
  ];
  await app.http().post('/api/sign-in/attempts', { address: 'aiko@example.org', lang: 'ja' });
  await app.jobs.drain();
  const told = async (person: { cookie: string } | null) => {
    const http = app.http(person);
    const { body, status } = await http.get('/api/mail');
    const mail = status === 200 ? (await http.get(`/api/mail/${body[0].id}`)).body.to : status;
    const clock = await http.post('/api/demo/clock', { to: '2099-01-01T00:00:00Z' });
    return [mail, clock.status, (await http.get('/api/demo')).status];
  };
  expect(await told(null)).toEqual([404, 404, 404]);
  expect(await told(await app.signIn(ofOneEvent))).toEqual([404, 404, 404]);
  const proven = await app.signIn(organiser);
  expect(await told(proven)).toEqual(['aiko@example.org', 200, 404]);
  const unproven = await app.signIn(organiser);
  await app.db.query('UPDATE login SET second_factor_at = NULL WHERE user_id = $1', [organiser]);
  expect(await told(unproven)).toEqual([404, 404, 404]);
});

test('the clock is set forward, never back', async () => {
  app = await startApp();
  const to = '2031-01-26T08:16:00.000Z';
  const { body } = await app.http().post('/api/demo/clock', { to });
  expect(Math.abs(Date.parse(body.now) - Date.parse(to))).toBeLessThan(2_000);
  const back = await app.http().post('/api/demo/clock', { to: '2031-01-25T00:00:00Z' });
  expect([back.status, back.body.code]).toEqual([409, 'clock.backwards']);
});
