import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';

/** A client bundle in miniature: tells what it was asked, and reads the API while it renders. */
const bundle = `
let rendered = 0;
export const renderer = (allowedHosts) => async (request, { api, basePath }) => {
  if (!allowedHosts.includes(new URL(request.url).hostname)) return new Response('Whose name is this?', { status: 400 });
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/nothing')) return null;
  if (pathname.endsWith('/broken')) throw new Error('broken');
  if (pathname.includes('/slow')) await new Promise((resolve) => setTimeout(resolve, 1_000));
  if (pathname.endsWith('/old')) return new Response(null, { status: 302, headers: { location: basePath + 'en/new' } });
  const clock = JSON.parse((await api('/api/clock', { method: 'GET', headers: {} })).body);
  const words = [++rendered, request.url, request.headers.get('cookie'), typeof clock.now, basePath].join(' | ');
  return new Response('<html><link rel="stylesheet" href="styles-ABCDEFGH.css"><script nonce="__CSP_NONCE__"></script>' + words + '</html>', { status: pathname.endsWith('/gone') ? 404 : 200 });
}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'musubi-client-'));
  await mkdir(join(folder, 'server'));
  await mkdir(join(folder, 'browser'));
  await writeFile(join(folder, 'server/server.mjs'), bundle);
  await writeFile(join(folder, 'browser/main-ABCDEFGH.js'), `export const words = '${'x'.repeat(2_000)}';`);
  await writeFile(join(folder, 'browser/favicon.svg'), '<svg/>');
  await writeFile(join(folder, 'browser/styles-ABCDEFGH.css'), 'a::before{content:"$&"}');
  await writeFile(join(folder, 'browser/index.csr.html'), 'never served as a file');
});
afterAll(() => rm(folder, { recursive: true }));

const page = async (app: TestApp, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(app.origin + path, { redirect: 'manual', headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe.each(['/', '/events/'])('under %s', (base) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ env: { CLIENT_DIR: folder, BASE_PATH: base } });
  });
  afterAll(() => app.close());

  test('a page is rendered with our own API and its public address, in the language of its path', async () => {
    const { status, text } = await page(app, `${base}ja/events?x=1&returnTo=%2Fapp`);
    expect(status).toBe(200);
    expect(text).toContain(
      `http://localhost:${app.config.port}${base}ja/events?returnTo=%2Fapp | lang=ja | string | ${base}`,
    );
  });

  test('is kept for everybody, with a nonce of its own each time and no cookie in it', async () => {
    const [one, two] = [
      await page(app, `${base}en/kept`, { cookie: `${app.config.loginCookie}=secret` }),
      await page(app, `${base}en/kept`),
    ];
    const nonces = [one, two].map(({ text }) => /nonce="([^"]+)"/.exec(text)![1]!);
    expect(one.text.replaceAll(nonces[0]!, '')).toBe(two.text.replaceAll(nonces[1]!, ''));
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.headers.get('content-security-policy')).toContain(`script-src 'self' 'nonce-${nonces[0]}'`);
    expect(one.text).not.toContain('secret');
    expect(one.headers.get('vary')).toContain('cookie, accept-language');
  });

  test('carries its styles, under its nonce, so that nothing else is fetched before it is drawn', async () => {
    const { text } = await page(app, `${base}en/drawn`);
    const nonce = /<script nonce="([^"]+)"/.exec(text)![1]!;
    expect(text.slice(0, text.indexOf('<script'))).toBe(
      `<html><style nonce="${nonce}">a::before{content:"$&"}</style>`,
    );
  });

  test('that was gone is not kept; a redirect, a missing page and a broken one say so', async () => {
    const gone = [await page(app, `${base}en/gone`), await page(app, `${base}en/gone`)];
    expect(gone.map(({ status }) => status)).toEqual([404, 404]);
    const counts = gone.map(({ text }) => /<\/script>(\d+) /.exec(text)![1]);
    expect(counts[0]).not.toBe(counts[1]);
    const old = await page(app, `${base}old`);
    expect([old.status, old.headers.get('location')]).toEqual([302, `${base}en/new`]);
    expect((await page(app, `${base}en/nothing`)).status).toBe(404);
    expect((await page(app, `${base}en/broken`)).status).toBe(500);
  });

  test('a path cannot lead to another host', async () => {
    expect((await page(app, `${base}/evil.example/x`)).text).toContain(
      `http://localhost:${app.config.port}${base}/evil.example/x`,
    );
  });

  test('files are served compressed, the hashed ones for a year', async () => {
    const hashed = await page(app, `${base}main-ABCDEFGH.js`, { 'accept-encoding': 'br' });
    expect([hashed.status, hashed.headers.get('content-encoding'), hashed.headers.get('cache-control')]).toEqual([
      200,
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect((await page(app, `${base}favicon.svg`)).headers.get('cache-control')).toBe('public, max-age=300');
  });

  test('the API, its unknown routes and health answer for themselves', async () => {
    const unknown = await page(app, `${base}api/nope`);
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    const clock = await page(app, `${base}api/clock`);
    expect([clock.status, clock.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await page(app, `${base}health/ready`)).status).toBe(200);
  });

  test('cookies and sockets keep to the path', async () => {
    const asked = await fetch(`${app.origin}${base}api/sign-in/attempts`, {
      method: 'POST',
      headers: { origin: app.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'a@example.org', lang: 'en' }),
    });
    expect(asked.headers.getSetCookie()[0]).toMatch(
      new RegExp(`^asking-\\d+=[\\w-]+; Max-Age=1800; Path=${base}; HttpOnly; SameSite=Lax$`),
    );
    const { status } = await fetch(`${app.origin}${base}ws/?EIO=4&transport=polling`, {
      headers: { origin: app.origin },
    });
    expect(status).toBe(400);
  });
});

describe('rendering', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ env: { CLIENT_DIR: folder, RATE_LIMIT_FACTOR: '1', TRUST_PROXY: '1' } });
  });
  afterAll(() => app.close());
  const from = (address: string, path: string) => page(app, path, { 'x-forwarded-for': address });
  const many = async (count: number, ask: (i: number) => ReturnType<typeof page>) => {
    const statuses: number[] = [];
    for (let done = 0; done < count; done += 25)
      statuses.push(
        ...(await Promise.all(Array.from({ length: 25 }, (_, i) => ask(done + i)))).map((one) => one.status),
      );
    return statuses;
  };

  test('pages read the API however many are asked for', async () => {
    const statuses = await many(1_250, (i) => from(`198.51.100.${i % 5}`, `/en/page-${i}`));
    expect([...new Set(statuses)]).toEqual([200]);
  });

  test('is counted as the reading of a stranger; what is kept is for everybody', async () => {
    const statuses = await many(1_250, (i) => from('203.0.113.1', `/en/other-${i}`));
    expect([statuses.filter((one) => one === 200).length, statuses.at(-1)]).toEqual([1_200, 429]);
    const refused = await from('203.0.113.1', '/en/one-more');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'text/plain; charset=utf-8']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('203.0.113.2', '/en/one-more')).status).toBe(200);
    expect((await from('203.0.113.1', '/en/one-more')).status).toBe(200);
  });

  test('what no page reads makes no other page', async () => {
    const pages = await Promise.all([1, 2, 3].map((x) => from('203.0.113.3', `/en/same?x=${x}`)));
    const counts = pages.map(({ text }) => /<\/script>(\d+) /.exec(text)![1]);
    expect(new Set(counts).size).toBe(1);
  });

  test('some wait for their turn, and more are sent away for a moment', async () => {
    const slow = [0, 1, 2, 3].map((i) => from('203.0.113.4', `/en/slow-${i}`));
    const pages = await Promise.all([
      ...slow,
      ...Array.from({ length: 106 }, (_, i) => from('203.0.113.4', `/en/next-${i}`)),
    ]);
    const refused = pages.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual(
      Array.from({ length: 6 }, () => [503, '5']),
    );
    expect((await from('203.0.113.4', '/en/later')).status).toBe(200);
  });
});

test('outside the path there is nothing', async () => {
  const app = await startApp({ env: { CLIENT_DIR: folder, BASE_PATH: '/events/' } });
  const statuses = await Promise.all(
    ['/', '/en', '/api/clock', '/eventsx/en', '/favicon.svg'].map(async (path) => (await page(app, path)).status),
  );
  await app.close();
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});
