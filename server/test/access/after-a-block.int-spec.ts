import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OutcomeInput } from '@musubi/contracts';
import { after, type MeetingEvent, newMeetingEvent } from '../builders/meetings.js';
import { startApp, type TestApp } from '../start-app.js';
import { routeTable } from './route-table.js';
import { told } from './told.js';
import { toldAfterwards, toldTable } from './told-table.js';
import { type BetweenThem, betweenThem, isHere, type TwoPeople, twoPeople } from './two-people.js';
import { newWorld } from './world.js';

/** What comes between the two, and the column of the table that says what is told from then on. */
const happenings = [
  ['nothing', 0],
  ['they block me', 1],
  ['I block them', 1],
  ['they leave', 2],
  ['they end it', 3],
] as const;
type Happening = (typeof happenings)[number][0];

const own = '/api/me/blocks';
const days = (many: number) => new Date(Date.now() + many * 86_400_000).toISOString();

let app: TestApp;
let scene: MeetingEvent;
/** What people read who organise nothing, as the table of routes has it: a new one is looked at, too. */
let rows: string[];
let someIds: Record<string, string>;
let partnerId: string;
const known = {} as Record<BetweenThem, Record<Happening, TwoPeople>>;
beforeAll(async () => {
  app = await startApp();
  const world = await newWorld(app);
  const table = await routeTable(app, world);
  someIds = world.ids;
  partnerId = world.partner.participantId;
  // The demo's letter box is everybody's; drafts and other events have nobody of ours.
  const elsewhere = / of |^GET \/api\/mail/;
  rows = Object.entries(table).flatMap(([row, { who }]) =>
    row.startsWith('GET ') && who.own === 'in' && !elsewhere.test(row) ? [row] : [],
  );
  // After the world's own, whose days are over.
  scene = await newMeetingEvent(app, { startsAt: days(40), endsAt: days(42), registrationClosesAt: days(39) });
  const make = twoPeople(app, scene);
  for (const kind of betweenThem) {
    const each: Partial<Record<Happening, TwoPeople>> = {};
    for (const [happening] of happenings) each[happening] = await make[kind]();
    known[kind] = each as Record<Happening, TwoPeople>;
  }
}, 240_000);
afterAll(() => app.close());

function pathOf(row: string, { them, words, ids }: TwoPeople, cursor: number): string {
  const { eventId, slug } = scene.event;
  const { participantId, organisationId } = them;
  const filled: Record<string, string> = { ...someIds, eventId, slug, participantId, organisationId, ...ids };
  const path = row
    .slice('GET '.length)
    .replaceAll(partnerId, participantId)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => filled[name]!);
  // Where one looks for somebody one looks for this one.
  const asked = encodeURIComponent(words.job);
  const more: Record<string, string> = {
    [`/api/events/${eventId}/directory`]: `?q=${asked}`,
    [`/api/events/${eventId}/slots`]: `?with=${participantId}`,
    '/api/me/feed': `?after=${cursor}`,
  };
  return path.replace('?q=a', `?q=${asked}`) + (more[path] ?? '');
}

/** What every route tells one of the two of the other; those that tell nothing are missing. */
async function toldTo(two: TwoPeople, cursor: number): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const row of rows) {
    const what = told(await app.http(two.me).get(pathOf(row, two, cursor)), two);
    if (what !== '') answers[row.replace(partnerId, '{participantId}')] = what;
  }
  return answers;
}

const cursorOf = async ({ me }: TwoPeople): Promise<number> => (await app.http(me).get('/api/me/feed')).body.cursor;

async function comesBetween(two: TwoPeople, happening: Happening): Promise<void> {
  const { me, them } = two;
  const acts = {
    nothing: () => app.http(me).get(own),
    'they block me': () => app.http(them).put(`${own}/${me.userId}`),
    'I block them': () => app.http(me).put(`${own}/${them.userId}`),
    'they leave': () => app.http(them).post(`/api/events/${scene.event.eventId}/registration/withdraw`),
    'they end it': () => two.end(),
  } satisfies Record<Happening, () => Promise<{ status: number }>>;
  expect((await acts[happening]()).status).toBeLessThan(300);
}

/** The rows of a table that tell something, in one of its columns. */
function column(table: Readonly<Record<string, readonly string[]>>, place: number, happening: Happening) {
  const mine = happening === 'I block them' ? { [`GET ${own}`]: 'who' } : {};
  const all = Object.entries(table).map(([row, columns]) => [row, columns[place]!] as const);
  return { ...Object.fromEntries(all.filter(([, what]) => what !== '')), ...mine };
}

async function tellsWhatTheTableSays(kind: BetweenThem, happening: Happening, place: number) {
  const two = known[kind][happening];
  await comesBetween(two, happening);
  const cursor = await cursorOf(two);
  await two.goOn();
  expect(await toldTo(two, cursor)).toEqual(column(toldTable[kind], place, happening));
}

test.each(happenings)(
  'of somebody who has asked, and %s comes between: what is told',
  async (happening, place) => {
    await tellsWhatTheTableSays('asked', happening, place);
  },
  60_000,
);

describe('minutes before a meeting', () => {
  beforeAll(async () => {
    await app.jumpTo(after(scene.slots[0]!.startsAt, -5));
    for (const kind of ['met', 'guest'] as const) for (const two of Object.values(known[kind])) await isHere(app, two);
  }, 60_000);

  test.each(happenings)(
    'of whom one meets, and %s comes between: what is told',
    async (happening, place) => {
      await tellsWhatTheTableSays('met', happening, place);
    },
    60_000,
  );

  test.each(happenings)(
    'of whose guest one is, and %s comes between: what is told',
    async (happening, place) => {
      await tellsWhatTheTableSays('guest', happening, place);
    },
    60_000,
  );
});

test('when it is over, of those who went on and of those who were blocked: what is told', async () => {
  await app.jumpTo(after(scene.slots[0]!.endsAt, 30));
  await app.jobs.runSweeps();
  for (const [happening, place] of happenings.slice(0, 3)) {
    const two = known.met[happening];
    const outcome: OutcomeInput = {
      ...{ result: 'met', followUp: 'agreed', kind: null, note: null },
      ...{ nextStep: two.words.note, nextStepOwner: 'both', nextStepDue: '2099-01-01' },
    };
    await app.http(two.them).put(`/api/meetings/${two.ids['meetingId']}/outcome`, outcome);
    const now = await toldTo(two, await cursorOf(two));
    expect([happening, now]).toEqual([happening, column(toldAfterwards, place, happening)]);
  }
}, 90_000);
