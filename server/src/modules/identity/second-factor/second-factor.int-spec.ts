import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { newPerson } from '../../../../test/new-person.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Logins } from '../index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE rate_limit'));

const codeAt = (secret: string, timestamp = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
const codeOf = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code];

/** A login as sign-in by mail opens it: without the second factor. */
async function signInByMail(userId: string) {
  const reference = await app.transactions.run((tx) => app.app.get(Logins).openIn(tx, userId));
  return app.http({ cookie: `${app.config.loginCookie}=${reference}` });
}

async function enrolled() {
  const userId = await newPerson(app, { roles: ['organiser'] });
  const browser = await signInByMail(userId);
  const { body } = await browser.post('/api/me/totp');
  return { userId, browser, secret: body.secret as string, uri: body.uri as string };
}

describe('enrolling', () => {
  test('counts only after a code was given', async () => {
    const { userId, browser, secret, uri } = await enrolled();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Musubi:test-person-\d+%40example\.org\?issuer=Musubi&secret=/);
    expect((await browser.get('/api/login')).body.secondFactor).toBe('enrol');
    const confirmed = await browser.post('/api/me/totp/confirm', { code: codeAt(secret) });
    expect([confirmed.status, confirmed.body.secondFactor, confirmed.body.me.totpEnrolled]).toEqual([
      200,
      'done',
      true,
    ]);
    expect((await (await signInByMail(userId)).get('/api/login')).body.secondFactor).toBe('required');
  });

  test('with a wrong code leaves things as they were', async () => {
    const { browser, secret } = await enrolled();
    const wrong = String((Number(codeAt(secret)) + 1) % 1_000_000).padStart(6, '0');
    expect(codeOf(await browser.post('/api/me/totp/confirm', { code: wrong }))).toEqual([422, 'totp.code_wrong']);
    expect((await browser.get('/api/login')).body.secondFactor).toBe('enrol');
  });

  test('a second time is refused, so that a stolen login cannot replace the factor', async () => {
    const { browser, secret } = await enrolled();
    await browser.post('/api/me/totp/confirm', { code: codeAt(secret) });
    expect(codeOf(await browser.post('/api/me/totp'))).toEqual([409, 'totp.already_enrolled']);
  });

  test('needs a login of the last five minutes', async () => {
    const userId = await newPerson(app, { roles: ['organiser'] });
    const browser = await signInByMail(userId);
    await app.db.query(`UPDATE login SET started_at = now() - interval '6 minutes' WHERE user_id = $1`, [userId]);
    expect(codeOf(await browser.post('/api/me/totp'))).toEqual([403, 'login.recent_required']);
  });

  test('keeps the secret sealed', async () => {
    const { userId, secret } = await enrolled();
    const [{ totp_secret }] = await app.db.query('SELECT totp_secret FROM app_user WHERE id = $1', [userId]);
    expect(totp_secret.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
  });
});

describe('giving a code', () => {
  test('lets in once per code: the same one again is refused, in another login too', async () => {
    const { userId, browser, secret } = await enrolled();
    const now = Date.now();
    const [code, next] = [codeAt(secret, now), codeAt(secret, now + 30_000)];
    await browser.post('/api/me/totp/confirm', { code });
    const [first, second] = [await signInByMail(userId), await signInByMail(userId)];
    expect(codeOf(await first.post('/api/sign-in/second-factor', { code }))).toEqual([422, 'totp.code_wrong']);
    expect((await first.post('/api/sign-in/second-factor', { code: next })).body.secondFactor).toBe('done');
    expect(codeOf(await second.post('/api/sign-in/second-factor', { code: next }))).toEqual([422, 'totp.code_wrong']);
    expect((await second.get('/api/login')).body.secondFactor).toBe('required');
  });

  test('five times at once lets in one', async () => {
    const { userId, browser, secret } = await enrolled();
    const now = Date.now();
    await browser.post('/api/me/totp/confirm', { code: codeAt(secret, now) });
    await app.db.query('TRUNCATE rate_limit');
    const browsers = await Promise.all(Array.from({ length: 5 }, () => signInByMail(userId)));
    const next = codeAt(secret, now + 30_000);
    const answers = await Promise.all(browsers.map((one) => one.post('/api/sign-in/second-factor', { code: next })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
  });

  test('is tried five times in five minutes', async () => {
    const { userId, browser, secret } = await enrolled();
    await browser.post('/api/me/totp/confirm', { code: codeAt(secret) });
    const later = await signInByMail(userId);
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await later.post('/api/sign-in/second-factor', { code: '000000' }));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429]);
  });
});
