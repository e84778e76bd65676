import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { newPerson } from '../../../test/new-person.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import {
  Cmd,
  type Command,
  CurrentActor,
  ForeignOrigin,
  Keyless,
  Organiser,
  Public,
  SignedIn,
  type Actor,
} from '../index.js';

@Controller('probe')
class ProbeController {
  @Get('anyone')
  @Public()
  anyone() {
    return { ok: true };
  }

  @Post('anyone')
  @Public()
  anyoneChanges() {
    return { ok: true };
  }

  @Post('foreign')
  @Public()
  @ForeignOrigin('for this test')
  foreign() {
    return { ok: true };
  }

  @Get('signed-in')
  @SignedIn()
  signedIn(@CurrentActor() actor: Actor) {
    return { userId: actor.userId };
  }

  @Post('keyed')
  @SignedIn()
  keyed(@Cmd() { key }: Command) {
    return { key };
  }

  @Get('events/:eventId')
  @Organiser({ event: 'eventId' })
  ofEvent() {
    return { ok: true };
  }

  @Get('everywhere')
  @Organiser()
  everywhere() {
    return { ok: true };
  }

  @Get('anywhere')
  @Organiser({ any: true })
  anywhere() {
    return { ok: true };
  }
}
@Module({ controllers: [ProbeController] })
class ProbeModule {}

@Controller('open')
class NamesNoPolicy {
  @Get()
  read() {
    return {};
  }
}
@Controller('unkeyed')
@SignedIn()
class ChangesWithoutKey {
  @Post()
  change() {
    return {};
  }

  @Post('excused')
  @Keyless('nothing happens')
  excused() {
    return {};
  }
}

const eventId = '0198f1c0-0000-7000-8000-000000000001';
const otherEventId = '0198f1c0-0000-7000-8000-000000000002';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [ProbeModule] });
});
afterAll(() => app.close());

const shown = ({ status, body }: { status: number; body: { code?: string } }) =>
  status === 200 ? 200 : `${status} ${body.code}`;

describe('the start', () => {
  test.each([
    [NamesNoPolicy, 'NamesNoPolicy.read names no policy'],
    [ChangesWithoutKey, 'ChangesWithoutKey.change changes something without @Cmd()'],
  ])('fails with %p', async (controller, gap) => {
    @Module({ controllers: [controller] })
    class Gap {}
    await expect(startApp({ modules: [Gap] })).rejects.toThrow(`Routes are not fit to open:\n  ${gap}`);
  });
});

describe('a route', () => {
  test('for signed-in people refuses strangers and unknown cookies', async () => {
    const person = await app.signIn(await newPerson(app));
    expect(shown(await app.http().get('/api/probe/signed-in'))).toBe('401 login.required');
    expect(shown(await app.http({ cookie: `${app.config.loginCookie}=guessed` }).get('/api/probe/signed-in'))).toBe(
      '401 login.required',
    );
    expect((await app.http(person).get('/api/probe/signed-in')).body).toEqual({ userId: person.userId });
  });

  test('for organisers knows nothing of itself to others, and wants the second factor', async () => {
    const people = {
      participant: await newPerson(app),
      ofThisEvent: await newPerson(app, { roles: ['organiser'], eventId }),
      ofAnother: await newPerson(app, { roles: ['organiser'], eventId: otherEventId }),
      ofAll: await newPerson(app, { roles: ['organiser'] }),
      owner: await newPerson(app, { roles: ['owner'] }),
      speaker: await newPerson(app, { roles: ['speaker'], eventId }),
    };
    const rows: Record<string, unknown[]> = {};
    for (const [name, userId] of Object.entries(people)) {
      const http = app.http(await app.signIn(userId));
      rows[name] = await Promise.all(
        [`/api/probe/events/${eventId}`, '/api/probe/everywhere', '/api/probe/anywhere'].map(async (path) =>
          shown(await http.get(path)),
        ),
      );
    }
    expect(rows).toEqual({
      participant: ['404 not_found', '404 not_found', '404 not_found'],
      ofThisEvent: [200, '404 not_found', 200],
      ofAnother: ['404 not_found', '404 not_found', 200],
      ofAll: [200, 200, 200],
      owner: [200, 200, 200],
      speaker: ['404 not_found', '404 not_found', '404 not_found'],
    });
    const person = await app.signIn(people.ofAll);
    await app.db.query('UPDATE login SET second_factor_at = NULL WHERE user_id = $1', [people.ofAll]);
    expect(shown(await app.http(person).get('/api/probe/everywhere'))).toBe('403 login.second_factor_required');
  });

  test('that takes commands wants a key', async () => {
    const http = app.http(await app.signIn(await newPerson(app)));
    expect((await http.post('/api/probe/keyed', {}, { key: 'k-1' })).body).toEqual({ key: 'k-1' });
    for (const key of ['', 'a b', 'ü', 'x'.repeat(101)]) {
      const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') };
      expect(shown(await http.post('/api/probe/keyed', {}, { headers }))).toBe('400 idempotency.key_missing');
    }
  });
});

describe('the origin of a change', () => {
  test.each([
    ['our own', {}, 200],
    ['our own by its other name', { origin: 'http://127.0.0.1:PORT' }, 200],
    ['another site', { origin: 'https://evil.example' }, '403 request.foreign_origin'],
    ['a sandboxed page', { origin: 'null' }, '403 request.foreign_origin'],
    ['our host on another port', { origin: 'http://localhost:1' }, '403 request.foreign_origin'],
    ['our own, said to be cross-site', { 'sec-fetch-site': 'cross-site' }, '403 request.foreign_origin'],
  ])('%s', async (_, headers, expected) => {
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(app.config.port))]),
    );
    const { status, body } = await app.http().post('/api/probe/anyone', {}, { headers: sent });
    expect(status === 201 ? 200 : `${status} ${body.code}`).toBe(expected);
  });

  test('must be named, or at least said to be the same', async () => {
    const post = async (headers: Record<string, string>) =>
      (
        await fetch(`${app.origin}/api/probe/anyone`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: '{}',
        })
      ).status;
    expect(await post({})).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await post({ 'sec-fetch-site': 'none' })).toBe(403);
  });

  test('is not asked for where a route proves its caller otherwise, nor for reading', async () => {
    expect(
      (await app.http().post('/api/probe/foreign', {}, { headers: { origin: 'https://elsewhere.example' } })).status,
    ).toBe(201);
    expect(
      (await app.http().get('/api/probe/anyone', { headers: { origin: 'https://elsewhere.example' } })).status,
    ).toBe(200);
  });
});
