import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Topic } from '@musubi/contracts';
import { apiDocument } from '../../src/platform/index.js';
import { startApp, type TestApp } from '../start-app.js';
import { type Audience, type Caller, callers, type Outcome } from './audiences.js';
import { type RouteTable, routeTable } from './route-table.js';
import { newWorld, type World } from './world.js';

let app: TestApp;
let world: World;
let table: RouteTable;
beforeAll(async () => {
  app = await startApp();
  world = await newWorld(app);
  table = await routeTable(app, world);
}, 240_000);
afterAll(() => app.close());

describe('the API', () => {
  test('has a row for every operation, and an operation for every row', () => {
    const rows = new Set(Object.keys(table).map((row) => row.replace(/\?.*| of .*/, '')));
    expect([...rows].toSorted()).toEqual(operations().toSorted());
  });

  test('answers to whom a thing is not there as if it had never been', async () => {
    const told: Record<string, unknown> = {};
    for (const [row, { who, body }] of Object.entries(table)) {
      // Names that are no ids stay.
      const kept = new Set(['step', 'form', ...(row.includes(' of the other event') ? ['eventId'] : [])]);
      const refused = callers.filter((caller) => who[caller] === '404 not_found');
      const ask = async (caller: Caller) => {
        const answer = await send(caller, row, (name) => (kept.has(name) ? world.ids[name]! : randomUUID()), body);
        const { instance: _, ...rest } = answer.body as Record<string, unknown>;
        told[`${caller}: ${row}`] = [answer.status, rest];
      };
      await Promise.all(refused.map(ask));
    }
    const nothing = [404, { type: 'urn:musubi:problem:not_found', title: 'not found', status: 404, code: 'not_found' }];
    expect(told).toEqual(Object.fromEntries(Object.keys(told).map((key) => [key, nothing])));
  }, 240_000);

  test.each([
    ['a key that it does not know', (body: object) => ({ ...body, surprise: true })],
    ['a list', () => []],
    ['a text', () => '"{}"'],
  ])(
    'refuses %s in every body',
    async (_, spoil) => {
      const told: Record<string, string> = {};
      for (const [row, { who, ids, body = {} }] of Object.entries(table)) {
        const caller = callers.find((one) => who[one] === 'in');
        if (!caller || !/^P(OST|UT|ATCH) /.test(row)) continue;
        const idOf = (name: string) => ({ ...world.ids, ...ids })[name]!;
        const answer = await send(caller, row, idOf, spoil(body as object));
        told[row] = `${answer.status} ${(answer.body as { code?: string }).code}`;
      }
      expect(told).toEqual(Object.fromEntries(Object.keys(told).map((row) => [row, '400 request.invalid'])));
    },
    60_000,
  );
});

test('a topic is watched by whom it concerns, and says nothing to the others', async () => {
  const { eventId, sessionId, meetingId } = world.ids;
  const topics = [`event:${eventId}`, `session:${sessionId}`, `meeting:${meetingId}`, `organise:${eventId}`] as Topic[];
  const watched: Partial<Record<Caller, string[]>> = {};
  for (const caller of callers) watched[caller] = await topicsOf(caller, topics);
  const none: string[] = [];
  expect(watched).toEqual({
    nobody: none,
    stranger: none,
    outsider: none,
    participant: ['event', 'session'],
    own: ['event', 'session', 'meeting'],
    organiser: ['event', 'session', 'meeting', 'organise'],
    elsewhere: none,
    unproven: none,
    owner: ['event', 'session', 'meeting', 'organise'],
  });
});

test('the API lets in whom the table says, and tells the others no more than it says', async () => {
  const told: Record<string, Partial<Audience>> = {};
  const asked: Record<string, Partial<Audience>> = {};
  for (const [row, { who, ids, body }] of Object.entries(table)) {
    asked[row] = who;
    const outcome = (caller: Caller) => outcomeOf(caller, row, { ...world.ids, ...ids }, body);
    const others = callers.filter((caller) => caller !== 'own');
    const outcomes = await Promise.all(others.map(async (caller) => [caller, await outcome(caller)]));
    // Last: whose thing it is may end it.
    told[row] = { ...Object.fromEntries(outcomes), own: await outcome('own') };
  }
  expect(told).toEqual(asked);
  const speakers = '/api/events/{eventId}/programme/speakers';
  const people = [
    'GET /api/events/{eventId}/people',
    'GET /api/events/{eventId}/people.csv',
    // Whose account a speaker is, organisers say by address.
    `GET ${speakers}`,
    `PUT ${speakers}/{speakerId}/account`,
  ];
  // What the other side of a meeting shows of itself, and only to this side.
  const cards = '/api/meetings/{meetingId}/cards';
  const shown = [`GET ${cards}`, `GET ${cards}/{participantId}/card.vcf`, `PUT ${cards}/{participantId}`];
  expect([...addressesTold].toSorted()).toEqual(
    [
      ...['organiser', 'owner'].flatMap((role) => people.map((route) => `${role}: ${route}`)),
      ...shown.map((route) => `own: ${route}`),
    ].toSorted(),
  );
}, 240_000);

/** `GET /api/events/{eventId}/agenda`, of the document that is served. */
function operations(): string[] {
  return Object.entries(apiDocument(app.app).paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((verb) =>
      item[verb] ? [`${verb.toUpperCase()} ${path}`] : [],
    ),
  );
}

/** Rows whose answer held somebody else's mail address; the demo's letter box is there for them. */
const addressesTold = new Set<string>();

function tellsAddress(caller: Caller, body: unknown): boolean {
  // A card's long lines are folded.
  const text = typeof body === 'string' ? body.replaceAll(/\r\n[ \t]/g, '') : JSON.stringify(body);
  const others = [...Object.values(world.people), world.partner].filter((person) => person !== world.people[caller]);
  return others.some((person) => person !== null && text.includes(person.address));
}

/** Kinds of the topics that this person may watch. */
async function topicsOf(caller: Caller, topics: readonly Topic[]): Promise<string[]> {
  const socket = app.socket(world.people[caller]);
  const opened = new Promise<boolean>((resolve) => {
    socket.on('connect', () => resolve(true));
    socket.on('connect_error', () => resolve(false));
  });
  socket.connect();
  const answers = (await opened)
    ? await Promise.all(topics.map((topic) => socket.emitWithAck('topic.watch', topic)))
    : [];
  socket.disconnect();
  return topics.filter((_, index) => answers[index]?.ok).map((topic) => topic.split(':')[0]!);
}

async function outcomeOf(
  caller: Caller,
  row: string,
  ids: Record<string, string>,
  body: unknown,
): Promise<Outcome | string> {
  const answer = await send(caller, row, (name) => ids[name] ?? 'missing', body);
  const { status } = answer;
  if (!row.includes('/api/mail') && tellsAddress(caller, answer.body)) addressesTold.add(`${caller}: ${row}`);
  const { code } = (answer.body ?? {}) as { code?: string };
  const refused = [401, 403, 404].includes(status) || (status >= 500 && code !== 'video.off') || status === 400;
  return refused ? `${status} ${code}` : 'in';
}

async function send(caller: Caller, row: string, idOf: (name: string) => string, body: unknown) {
  const [verb, path] = row.replace(/ of .*/, '').split(' ') as [string, string];
  const http = app.http(world.people[caller]);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => idOf(name));
  if (verb === 'GET') return http.get(filled);
  if (verb === 'DELETE') return http.delete(filled);
  return http[verb.toLowerCase() as 'post' | 'put' | 'patch'](filled, body ?? {});
}
