import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftMost, type DraftView } from '@musubi/contracts';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Drafts } from './drafts.service.js';

let app: TestApp;
let person: TestPerson;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());
beforeEach(async () => (person = await newPerson(app)));

const form = 'ask.3f0e.9b1c';
const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
const keep = (content: string | null, typedAt = at(1), who = person, of = form) =>
  app.http(who).put<DraftView>(`/api/me/drafts/${of}`, { userId: who.userId, content, typedAt });
const read = async (who = person, of = form) =>
  (await app.http(who).get<DraftView | null>(`/api/me/drafts/${of}`)).body;

describe('a draft', () => {
  it('is kept as it was typed, to be read on another device', async () => {
    expect(await read()).toBeNull();
    const kept = { content: '{"reason":"共同で\\n進めたい"}', typedAt: at(1) };
    expect(await keep(kept.content, kept.typedAt)).toMatchObject({ status: 200, body: kept });
    expect(await read()).toEqual(kept);
    expect(await read(person, 'ask.3f0e.other')).toBeNull();
  });

  it('is its writer’s alone', async () => {
    await keep('{"reason":"mine"}');
    const other = await newPerson(app);
    expect(await read(other)).toBeNull();
    await keep('{"reason":"theirs"}', at(0), other);
    expect((await read())!.content).toBe('{"reason":"mine"}');
    expect((await app.http().get(`/api/me/drafts/${form}`)).status).toBe(401);
    expect(
      (await app.http().put(`/api/me/drafts/${form}`, { userId: person.userId, content: null, typedAt: at(1) })).status,
    ).toBe(401);
    const fromAnotherTab = { userId: person.userId, content: '{"reason":"mine"}', typedAt: at(0) };
    expect((await app.http(other).put(`/api/me/drafts/${form}`, fromAnotherTab)).status).toBe(404);
    expect((await read(other))!.content).toBe('{"reason":"theirs"}');
  });

  it('of two devices is the one typed last, whichever arrives last', async () => {
    await keep('{"on":"the phone"}', at(5));
    const stands = { content: '{"on":"the laptop"}', typedAt: at(2) };
    expect((await keep(stands.content, stands.typedAt)).body).toEqual(stands);
    expect((await keep('{"on":"the phone, sent late"}', at(3))).body).toEqual(stands);
    expect(await read()).toEqual(stands);
    const many = await Promise.all([9, 4, 1, 7].map((ago) => keep(`{"ago":${ago}}`, at(ago))));
    expect(many.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await read())!.content).toBe('{"ago":1}');
  });

  it('is forgotten when the form is sent, and an older one does not come back', async () => {
    await keep('{"reason":"sent"}', at(5));
    expect((await keep(null, at(2))).body.content).toBeNull();
    expect(await app.db.query('SELECT content FROM form_draft WHERE user_id = $1', [person.userId])).toEqual([
      { content: null },
    ]);
    expect((await keep('{"reason":"typed before, sent late"}', at(3))).body.content).toBeNull();
    expect((await keep('{"reason":"a new one"}', at(1))).body.content).toBe('{"reason":"a new one"}');
  });

  it('from a clock that goes ahead counts as of now', async () => {
    const { body } = await keep('{"a":1}', new Date(Date.now() + 86_400_000).toISOString());
    expect(Date.parse(body.typedAt)).toBeLessThanOrEqual(Date.now() + 1000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await keep('{"a":2}', new Date().toISOString())).body.content).toBe('{"a":2}');
  });

  it('typed long ago, or on a clock that goes behind, is kept from when it arrives', async () => {
    for (let n = 0; n < 40; n++) await keep('{}', at(100 - n), person, `ask.${n}`);
    const old = { content: '{"reason":"typed on a mountain"}', typedAt: at(40 * 24 * 60) };
    expect((await keep(old.content, old.typedAt)).body).toEqual(old);
    expect([await read(), await read(person, 'ask.0')]).toEqual([old, null]);
  });

  it('is small, well-formed and of a form with a name', async () => {
    const refused = async (content: unknown, of = form, more: object = {}) =>
      (await app.http(person).put(`/api/me/drafts/${of}`, { userId: person.userId, content, typedAt: at(1), ...more }))
        .status;
    expect((await keep(JSON.stringify({ a: '長'.repeat(draftMost - 8) }))).status).toBe(200);
    expect(await refused(JSON.stringify({ a: 'x'.repeat(draftMost) }))).toBe(400);
    for (const content of ['[1]', '"text"', '{"a":"\u0000"}', '{"a":"\ud800"}', 1, { a: 1 }]) {
      expect(await refused(content)).toBe(400);
    }
    expect(await refused('{}', 'Ask.1')).toBe(400);
    expect(await refused('{}', 'ask..1')).toBe(400);
    expect(await refused('{}', `ask.${'x'.repeat(160)}`)).toBe(400);
    expect(await refused('{}', form, { form })).toBe(400);
    await expect(
      app.db.query(
        `INSERT INTO form_draft VALUES ($1, 'big', repeat('x', 80001), domain_now(), domain_now() + interval '1 day')`,
        [person.userId],
      ),
    ).rejects.toThrow('form_draft_size');
  });

  it('is one of forty at most: the oldest give way', async () => {
    for (let n = 0; n < 42; n++) await keep('{}', at(100 - n), person, `ask.${n}`);
    const rows = await app.db.query('SELECT form FROM form_draft WHERE user_id = $1', [person.userId]);
    expect(rows).toHaveLength(40);
    expect([await read(person, 'ask.0'), await read(person, 'ask.1')]).toEqual([null, null]);
    expect(await read(person, 'ask.2')).not.toBeNull();
  });

  it('is forgotten thirty days after it last arrived', async () => {
    const kept = async () =>
      (await app.db.query('SELECT count(*)::int AS n FROM form_draft WHERE user_id = $1', [person.userId]))[0].n;
    await keep('{"a":1}', at(24 * 60));
    const now = (await app.db.query('SELECT domain_now() AS now'))[0].now as Date;
    await app.jumpTo(new Date(now.getTime() + 30 * 86_400_000 - 60_000));
    await app.transactions.run((tx) => app.app.get(Drafts).forget(tx));
    expect([await kept(), (await read()) === null]).toEqual([1, false]);
    await app.jumpTo(new Date(now.getTime() + 30 * 86_400_000));
    expect(await read()).toBeNull();
    await app.transactions.run((tx) => app.app.get(Drafts).forget(tx));
    expect(await kept()).toBe(0);
  });
});
