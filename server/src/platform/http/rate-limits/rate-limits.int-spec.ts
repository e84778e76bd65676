import { Controller, Get, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newPerson } from '../../../../test/new-person.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Keyless, Public, RateLimited, SignedIn, Unlimited } from '../../index.js';

@Controller('paced')
@SignedIn()
class PacedController {
  @Get()
  read() {
    return {};
  }

  @Post('anything')
  @Keyless('nothing happens')
  change() {
    return {};
  }

  @Post('narrow')
  @Keyless('nothing happens')
  @RateLimited({ name: 'narrow', points: 3, perSeconds: 60, by: 'person', counted: 'here' })
  narrow() {
    return {};
  }

  @Post('together')
  @Keyless('nothing happens')
  @RateLimited({ name: 'together', points: 2, perSeconds: 60, by: 'person' })
  together() {
    return {};
  }
}

@Controller('open')
@Public()
class OpenController {
  @Get()
  read() {
    return {};
  }

  @Get('found')
  @RateLimited({ name: 'finding', points: 3, perSeconds: 60, by: 'stranger', counted: 'here', asking: 'q' })
  find() {
    return {};
  }

  @Post()
  change() {
    return {};
  }

  @Post('endless')
  @Unlimited('it is told by a machine')
  endless() {
    return {};
  }
}

@Module({ controllers: [PacedController, OpenController] })
class ProbeModule {}

let app: TestApp;
let ada: { cookie: string };
let bo: { cookie: string };
beforeAll(async () => {
  app = await startApp({ modules: [ProbeModule], env: { RATE_LIMIT_FACTOR: '1', TRUST_PROXY: '1' } });
});
afterAll(() => app.close());
let address: string;
let addresses = 0;
beforeEach(async () => {
  [ada, bo] = [await app.signIn(await newPerson(app)), await app.signIn(await newPerson(app))];
  address = `203.0.113.${++addresses}`;
});

/** How often it went well before it was refused, and how it was refused; null where it never was. */
async function pace(times: number, send: () => Promise<{ status: number; headers: Headers; body: { code?: string } }>) {
  for (let done = 0; done < times; done++) {
    const { status, headers, body } = await send();
    if (status < 400) continue;
    const waitSeconds = Number(headers.get('retry-after'));
    return { done, refused: `${status} ${body.code}`, waits: waitSeconds > 0 && waitSeconds <= 60 };
  }
  return null;
}
const post = (person: { cookie: string } | null, path: string, from = address) =>
  app.http(person).post(path, {}, { headers: { 'x-forwarded-for': from } });
const refusedAfter = (done: number) => ({ done, refused: '429 request.too_many', waits: true });

describe('a signed-in person', () => {
  test('changes 120 things a minute, whatever they are; others go on, and reading is not limited', async () => {
    expect(await pace(130, () => post(ada, '/api/paced/anything'))).toEqual(refusedAfter(120));
    expect((await post(ada, '/api/open')).status).toBe(429);
    expect((await post(bo, '/api/paced/anything')).status).toBe(201);
    expect(await pace(50, () => app.http(ada).get('/api/paced'))).toBeNull();
  });

  test('is held to what a route says beside that', async () => {
    expect(await pace(10, () => post(ada, '/api/paced/narrow'))).toEqual(refusedAfter(3));
    expect((await post(ada, '/api/paced/anything')).status).toBe(201);
    expect((await post(bo, '/api/paced/narrow')).status).toBe(201);
  });

  test('costs the database nothing where this node counts, and is counted with all nodes where it must', async () => {
    await post(ada, '/api/paced/anything');
    expect(await countQueries(app, () => post(ada, '/api/paced/narrow'))).toBe(0);
    await post(ada, '/api/paced/together');
    await app.db.query(`UPDATE rate_limit SET points = points + 1 WHERE key LIKE 'together:%'`);
    expect((await post(ada, '/api/paced/together')).status).toBe(429);
  });
});

describe('somebody who is not signed in', () => {
  test('changes 60 things a minute from one address, of IPv6 from one /64', async () => {
    expect(await pace(70, () => post(null, '/api/open'))).toEqual(refusedAfter(60));
    expect((await post(null, '/api/open', '198.51.100.1')).status).toBe(201);
    await pace(59, () => post(null, '/api/open', '2001:db8:1:2::1'));
    expect((await post(null, '/api/open', '2001:db8:1:2:ffff::9')).status).toBe(201);
    expect((await post(null, '/api/open', '2001:db8:1:2:ffff::a')).status).toBe(429);
    expect((await post(null, '/api/open', '2001:db8:1:3::1')).status).toBe(201);
  });

  test('reads 1,200 times a minute', async () => {
    const read = () => app.http().get('/api/open', { headers: { 'x-forwarded-for': address } });
    expect(await pace(1_300, read)).toEqual(refusedAfter(1_200));
    expect((await app.http(ada).get('/api/open', { headers: { 'x-forwarded-for': address } })).status).toBe(200);
    expect((await app.http().get('/health/live', { headers: { 'x-forwarded-for': address } })).status).toBe(200);
  });

  test('is not kept from what may never be refused', async () => {
    expect(await pace(100, () => post(null, '/api/open/endless'))).toBeNull();
  });
});

describe('a socket', () => {
  test('asks for 300 topics a minute', async () => {
    const someone = await app.signIn(await newPerson(app, { roles: ['organiser'] }));
    const socket = app.socket(someone).connect();
    const topic = 'organise:0198f1c0-0000-7000-8000-000000000001' as const;
    const watch = async () => (await socket.emitWithAck('topic.watch', topic)).ok;
    for (let times = 0; times < 300; times++) if (!(await watch())) throw new Error(`Refused after ${times}`);
    expect(await watch()).toBe(false);
    socket.close();
  });
});

test('what is dear is asked less often by strangers, and only what is dear', async () => {
  const get = (person: { cookie: string } | null, path: string, from = address) =>
    app.http(person).get(path, { headers: { 'x-forwarded-for': from } });
  expect(await pace(10, () => get(null, '/api/open/found?q=a'))).toEqual(refusedAfter(3));
  expect((await get(null, '/api/open/found?q=')).status).toBe(200);
  expect((await get(null, '/api/open/found?q=a', '198.51.100.7')).status).toBe(200);
  expect(await pace(10, () => get(ada, '/api/open/found?q=a'))).toBeNull();
});
