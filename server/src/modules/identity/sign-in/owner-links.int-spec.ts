import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { OwnerLinks } from '../index.js';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const tokenOf = (link: string) => link.split('#')[1]!;

test('the link makes its user the owner, once, and asks for the second factor', async () => {
  const link = await app.app.get(OwnerLinks).make('first@example.org');
  expect(link).toMatch(new RegExp(`^http://localhost:${app.config.port}/sign-in/owner#[\\w-]{43}$`));
  const browser = app.http();
  const { status, body } = await browser.post('/api/sign-in/owner', { token: tokenOf(link) });
  expect([status, body.me.address, body.me.grants, body.secondFactor]).toEqual([
    200,
    'first@example.org',
    [{ role: 'owner', eventId: null, organisationId: null }],
    'enrol',
  ]);
  expect((await app.http().post('/api/sign-in/owner', { token: tokenOf(link) })).body.code).toBe(
    'sign_in.link_invalid',
  );
});

test('two links used at once make one owner', async () => {
  const links = [
    await app.app.get(OwnerLinks).make('one@example.org'),
    await app.app.get(OwnerLinks).make('two@example.org'),
  ];
  const answers = await Promise.all(
    links.map((link) => app.http().post('/api/sign-in/owner', { token: tokenOf(link) })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  await expect(app.app.get(OwnerLinks).make('three@example.org')).rejects.toThrow('There is an owner already');
});

test("an owner's link does not pass as a sign-in link", async () => {
  const link = await app.app.get(OwnerLinks).make('first@example.org');
  expect((await app.http().post('/api/sign-in/link', { token: tokenOf(link) })).body.code).toBe('sign_in.link_invalid');
});
