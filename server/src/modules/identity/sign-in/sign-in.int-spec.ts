import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { CapturedMail, CapturedMailSummary } from '@musubi/contracts';
import { HttpClient } from '../../../../test/http-client.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE rate_limit, captured_mail'));

let people = 0;
const newAddress = () => `person-${++people}@example.org`;

/** Asks in this browser and reads the mail. */
async function ask(
  browser: HttpClient,
  address: string,
  lang = 'en',
): Promise<{ token: string; code: string; mail: CapturedMail }> {
  const asked = await browser.post('/api/sign-in/attempts', { address, lang, returnTo: '/app' });
  expect([asked.status, asked.body]).toEqual([202, {}]);
  await app.jobs.drain();
  const { body: mails } = await app.http().get<CapturedMailSummary[]>(`/api/mail?to=${encodeURIComponent(address)}`);
  const { body: mail } = await app.http().get<CapturedMail>(`/api/mail/${mails[0]!.id}`);
  const [, token, code] = /#([\w-]{43})\.(\d{6})/.exec(mail.text)!;
  return { token: token!, code: code!, mail };
}

const loginsOf = async (address: string): Promise<number> => {
  const [row] = await app.db.query(
    'SELECT count(*)::int AS n FROM login JOIN app_user ON app_user.id = user_id WHERE address = $1',
    [address],
  );
  return row.n;
};
const codeOf = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code];

describe('the link', () => {
  test('signs in the browser that asked, makes the account and says where to go on', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token } = await ask(browser, address, 'ja');
    const { status, body } = await browser.post('/api/sign-in/link', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      signedIn: true,
      returnTo: '/app',
      login: {
        me: { address, name: null, lang: 'ja', zone: 'Asia/Tokyo', grants: [] },
        secondFactor: 'not_needed',
        demo: true,
      },
    });
    expect((await browser.get('/api/login')).body.me.address).toBe(address);
  });

  test('comes in the language asked for, the code beside it, to one address', async () => {
    const { mail, code } = await ask(app.http(), newAddress(), 'ja');
    expect(mail).toMatchObject({ subject: '【Musubi】ログイン用リンクのお知らせ', lang: 'ja', calendar: null });
    expect(mail.html).toContain(code);
    expect(mail.html).toMatch(/http:\/\/localhost:\d+\/sign-in\/link#[\w-]{43}\.\d{6}/);
  });

  test('in another browser signs nobody in, and still works in the first', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token } = await ask(browser, address);
    const elsewhere = app.http();
    const { body } = await elsewhere.post('/api/sign-in/link', { token });
    expect(body).toEqual({ signedIn: false, otherBrowser: true });
    expect((await elsewhere.get('/api/login')).body.me).toBeNull();
    expect(await loginsOf(address)).toBe(0);
    expect((await browser.post('/api/sign-in/link', { token })).body.signedIn).toBe(true);
  });

  test('works once', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token } = await ask(browser, address);
    const { cookies } = browser;
    await browser.post('/api/sign-in/link', { token });
    const again = await new HttpClient(app.origin, cookies).post('/api/sign-in/link', { token });
    expect(codeOf(again)).toEqual([410, 'sign_in.link_invalid']);
    expect(await loginsOf(address)).toBe(1);
  });

  test('used twenty times at once opens one login', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token } = await ask(browser, address);
    const { cookies } = browser;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => new HttpClient(app.origin, cookies).post('/api/sign-in/link', { token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(410)]);
    expect(await loginsOf(address)).toBe(1);
  });

  test('is over after 30 minutes', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token } = await ask(browser, address);
    const [{ minutes }] = await app.db.query(
      'SELECT extract(epoch FROM expires_at - created_at) / 60 AS minutes FROM sign_in_attempt WHERE address = $1',
      [address],
    );
    expect(Number(minutes)).toBe(30);
    await app.db.query(`UPDATE sign_in_attempt SET expires_at = now() WHERE address = $1`, [address]);
    expect(codeOf(await browser.post('/api/sign-in/link', { token }))).toEqual([410, 'sign_in.link_invalid']);
  });

  test('of an earlier mail still works in the browser that asked twice', async () => {
    const browser = app.http();
    const address = newAddress();
    const first = await ask(browser, address);
    await ask(browser, address);
    expect((await browser.post('/api/sign-in/link', { token: first.token })).body.signedIn).toBe(true);
  });

  test('that nobody sent is refused', async () => {
    expect(codeOf(await app.http().post('/api/sign-in/link', { token: 'x'.repeat(43) }))).toEqual([
      410,
      'sign_in.link_invalid',
    ]);
  });

  test('is never followed by GET', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token } = await ask(browser, address);
    for (const path of [
      `/api/sign-in/link?token=${token}`,
      `/api/sign-in/link/${token}`,
      '/api/sign-in/link',
      '/api/sign-in/code',
    ]) {
      expect((await browser.get(path)).status).toBe(404);
    }
    expect(await loginsOf(address)).toBe(0);
  });

  test('is mailed again as it was when the mail job runs twice', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token } = await ask(browser, address);
    const [{ id }] = await app.db.query('SELECT id FROM sign_in_attempt WHERE address = $1', [address]);
    await app.transactions.run((tx) => tx.job('identity.sign-in-mail', { attemptId: id }));
    await app.jobs.drain();
    expect((await app.http().get(`/api/mail?to=${address}`)).body).toHaveLength(1);
    expect((await browser.post('/api/sign-in/link', { token })).body.signedIn).toBe(true);
  });
});

describe('the code', () => {
  test('signs in the browser that asked', async () => {
    const browser = app.http();
    const address = newAddress();
    const { code } = await ask(browser, address);
    const { status, body } = await browser.post('/api/sign-in/code', { code });
    expect([status, body.me.address, body.returnTo]).toEqual([200, address, '/app']);
  });

  test('is of no use in another browser', async () => {
    const browser = app.http();
    const { code } = await ask(browser, newAddress());
    expect(codeOf(await app.http().post('/api/sign-in/code', { code }))).toEqual([410, 'sign_in.link_invalid']);
    const other = app.http();
    await ask(other, newAddress());
    expect((await other.post('/api/sign-in/code', { code })).status).toBe(422);
  });

  test('may be wrong four times; the fifth ends the attempt, for code and link', async () => {
    const browser = app.http();
    const address = newAddress();
    const { code, token } = await ask(browser, address);
    const wrong = code === '000000' ? '000001' : '000000';
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await browser.post('/api/sign-in/code', { code: wrong }));
    expect(answers.map(({ status, body }) => [status, body.code, body.data])).toEqual([
      [422, 'sign_in.code_wrong', { triesLeft: 4 }],
      [422, 'sign_in.code_wrong', { triesLeft: 3 }],
      [422, 'sign_in.code_wrong', { triesLeft: 2 }],
      [422, 'sign_in.code_wrong', { triesLeft: 1 }],
      [429, 'sign_in.too_many_tries', undefined],
    ]);
    expect(codeOf(await browser.post('/api/sign-in/code', { code }))).toEqual([429, 'sign_in.too_many_tries']);
    expect(codeOf(await browser.post('/api/sign-in/link', { token }))).toEqual([410, 'sign_in.link_invalid']);
    expect(await loginsOf(address)).toBe(0);
  });

  test('guessed thirty times at once gets five tries', async () => {
    const browser = app.http();
    const address = newAddress();
    const { code } = await ask(browser, address);
    const wrong = code === '000000' ? '000001' : '000000';
    const { cookies } = browser;
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => new HttpClient(app.origin, cookies).post('/api/sign-in/code', { code: wrong })),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    expect((await browser.post('/api/sign-in/code', { code })).status).toBe(429);
  });

  test('does not sign in when the fifth wrong one is being counted at that moment', async () => {
    const browser = app.http();
    const address = newAddress();
    const { code } = await ask(browser, address);
    const counting = app.app.get(DataSource).createQueryRunner();
    try {
      await counting.startTransaction();
      await counting.query('UPDATE sign_in_attempt SET tries = 5 WHERE address = $1', [address]);
      const answer = browser.post('/api/sign-in/code', { code });
      await until(async () => {
        const [{ n }] = await app.db.query(
          `SELECT count(*)::int AS n FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return n > 0;
      });
      await counting.commitTransaction();
      expect(codeOf(await answer)).toEqual([429, 'sign_in.too_many_tries']);
    } finally {
      await counting.release();
    }
    expect(await loginsOf(address)).toBe(0);
  });
});

describe('asking', () => {
  test('is answered alike for a known and an unknown address', async () => {
    const known = newAddress();
    const browser = app.http();
    const { token } = await ask(browser, known);
    await browser.post('/api/sign-in/link', { token });
    const answers = await Promise.all(
      [known, newAddress()].map((address) => app.http().post('/api/sign-in/attempts', { address, lang: 'en' })),
    );
    const shown = answers.map(({ status, body, headers }) => [status, body, [...headers.keys()].sort()]);
    expect(shown[0]).toEqual(shown[1]);
  });

  test('is limited per address, whoever asks', async () => {
    const address = newAddress();
    const answers = [];
    for (let i = 0; i < 9; i++) answers.push(await app.http().post('/api/sign-in/attempts', { address, lang: 'en' }));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(8).fill(202), 429]);
    expect(answers[8]!.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  test('is limited per caller, whatever the address', async () => {
    const answers = [];
    for (let i = 0; i < 31; i++)
      answers.push(await app.http().post('/api/sign-in/attempts', { address: newAddress(), lang: 'en' }));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(30);
    expect(codeOf(answers[30]!)).toEqual([429, 'request.too_many']);
  });

  test.each([
    ['no address', { lang: 'en' }],
    ['a bad address', { address: 'nobody', lang: 'en' }],
    ['an unknown key', { address: 'a@example.org', lang: 'en', admin: true }],
    ['a way to another site', { address: 'a@example.org', lang: 'en', returnTo: '//evil.example' }],
    ['a way to another site with a backslash', { address: 'a@example.org', lang: 'en', returnTo: '/\\evil.example' }],
  ])('with %s is refused', async (_, body) => {
    const answer = await app.http().post('/api/sign-in/attempts', body);
    expect(codeOf(answer)).toEqual([400, 'request.invalid']);
    expect(await app.db.query(`SELECT FROM captured_mail`)).toEqual([]);
  });

  test('keeps neither token nor code nor nonce', async () => {
    const browser = app.http();
    const address = newAddress();
    const { token, code } = await ask(browser, address);
    const nonce = /asking-\d+=([^;]+)/.exec(browser.cookies)![1]!;
    const [row] = await app.db.query('SELECT sign_in_attempt::text AS text FROM sign_in_attempt WHERE address = $1', [
      address,
    ]);
    for (const secret of [token, nonce]) expect(row.text).not.toContain(secret);
    const jobs = await app.db.query(`SELECT data::text AS data FROM pgboss.job WHERE name = 'identity.sign-in-mail'`);
    for (const { data } of jobs) expect([data.includes(token), data.includes(code)]).toEqual([false, false]);
  });
});
