import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem } from '@musubi/contracts';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const post = async (body: string, type = 'application/json') => {
  const response = await fetch(`${app.origin}/api/sign-in/code`, {
    method: 'POST',
    headers: { origin: app.origin, 'content-type': type },
    body,
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Problem,
  };
};

test('what is wrong with a body is named, field by field', async () => {
  const answer = await post(JSON.stringify({ code: 'abc', more: 1 }));
  expect(answer).toEqual({
    status: 400,
    type: 'application/problem+json; charset=utf-8',
    body: {
      type: 'urn:musubi:problem:request.invalid',
      title: 'request invalid',
      status: 400,
      code: 'request.invalid',
      instance: expect.stringMatching(/^urn:musubi:request:[0-9a-f-]{36}$/),
      issues: [
        { path: 'code', message: expect.any(String) },
        { path: '', message: expect.any(String) },
      ],
    },
  });
});

test.each([
  ['broken JSON', '{', 'application/json', 400, 'request.invalid'],
  ['a null', 'null', 'application/json', 400, 'request.invalid'],
  ['a list', '[]', 'application/json', 400, 'request.invalid'],
  ['prototype pollution', '{"__proto__":{"x":1},"code":"123456"}', 'application/json', 400, 'request.invalid'],
  ['a form', 'code=123456', 'application/x-www-form-urlencoded', 400, 'request.invalid'],
  ['plain text', '{"code":"123456"}', 'text/plain', 400, 'request.invalid'],
  ['XML', '<a/>', 'application/xml', 400, 'request.invalid'],
  ['a body over 256 KiB', JSON.stringify({ code: 'x'.repeat(300_000) }), 'application/json', 413, 'request.too_large'],
])('%s is refused', async (_, body, type, status, code) => {
  const answer = await post(body, type);
  expect([answer.status, answer.body.code, answer.type]).toEqual([
    status,
    code,
    'application/problem+json; charset=utf-8',
  ]);
});

test.each([
  ['GET', '/api/nope'],
  ['POST', '/api/nope'],
  ['PUT', '/api/clock'],
  ['DELETE', '/nope'],
  ['GET', '/api/mail/not-an-id'],
  ['GET', '/api/%00'],
  ['GET', '/api/%ff'],
])('%s %s is no 5xx and a problem', async (method, path) => {
  const response = await fetch(app.origin + path, { method, headers: { origin: app.origin } });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});
