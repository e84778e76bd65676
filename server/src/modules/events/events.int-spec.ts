import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventSummary, EventView } from '@musubi/contracts';
import ICAL from 'ical.js';
import { eventInput, newEvent } from '../../../test/builders/events.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../test/builders/people.js';
import { countQueries } from '../../../test/query-count.js';
import { startApp, type TestApp } from '../../../test/start-app.js';

let app: TestApp;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
  organiser = await newOrganiser(app);
});
afterAll(() => app.close());

const create = (given: Parameters<typeof eventInput>[0] = {}, who: TestPerson | null = organiser) =>
  app.http(who).post<EventView>('/api/events', eventInput(given));
const slugs = async (who: TestPerson | null) =>
  (await app.http(who).get<EventSummary[]>('/api/events')).body.map(({ slug }) => slug);

describe('setting up an event', () => {
  it('begins as a draft that only organisers see', async () => {
    const { status, body } = await create({ slug: 'hidden-draft' });
    expect({ status, state: body.state, registration: body.registration }).toEqual({
      status: 201,
      state: 'draft',
      registration: 'not_yet',
    });
    for (const person of [null, await newPerson(app)]) {
      expect(await slugs(person)).not.toContain('hidden-draft');
      expect((await app.http(person).get('/api/events/hidden-draft')).status).toBe(404);
      expect((await app.http(person).get('/api/events/hidden-draft/calendar.ics')).status).toBe(404);
    }
    expect(await slugs(organiser)).toContain('hidden-draft');
    expect((await app.http(organiser).get('/api/events/hidden-draft')).status).toBe(200);
  });

  it('is for organisers with their second factor', async () => {
    expect((await create({}, null)).status).toBe(401);
    expect((await create({}, await newPerson(app))).status).toBe(404);
    const { event } = await newEvent(app);
    const regional = await newOrganiser(app, event.eventId);
    expect((await create({}, regional)).status).toBe(404);
    const path = `/api/events/${event.eventId}`;
    expect((await app.http(regional).patch(path, { capacity: 7 })).body).toMatchObject({ capacity: 7 });
    const { event: other } = await newEvent(app);
    expect((await app.http(regional).patch(`/api/events/${other.eventId}`, { capacity: 7 })).status).toBe(404);
    const again = await app.signIn(regional.userId);
    await app.db.query('UPDATE login SET second_factor_at = NULL WHERE user_id = $1', [regional.userId]);
    expect(await app.http(again).patch(path, { capacity: 8 })).toMatchObject({
      status: 403,
      body: { code: 'login.second_factor_required' },
    });
  });

  it('refuses a slug that is taken, dates that do not fit and fields that are not known', async () => {
    await create({ slug: 'taken' });
    expect(await create({ slug: 'taken' })).toMatchObject({ status: 409, body: { code: 'event.slug_taken' } });
    const { startsAt } = eventInput();
    expect(await create({ startsAt, endsAt: startsAt })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', issues: [{ path: 'endsAt' }] },
    });
    expect(await create({ zone: 'CET' })).toMatchObject({ status: 400, body: { issues: [{ path: 'zone' }] } });
    expect(await create({ state: 'published' } as object)).toMatchObject({ status: 400 });
    expect(
      (await app.http(organiser).patch(`/api/events/${(await create()).body.eventId}`, { slug: 'x' })).status,
    ).toBe(400);
  });

  it('puts webinars of a fiscal year into one series', async () => {
    const at = (startsAt: string, endsAt: string) => ({
      kind: 'webinar' as const,
      startsAt,
      endsAt,
      registrationOpensAt: '2028-01-01T00:00:00Z',
      registrationClosesAt: startsAt,
    });
    const webinars = await Promise.all([
      create(at('2028-03-31T14:30:00Z', '2028-03-31T16:00:00Z')),
      create(at('2027-06-10T07:00:00Z', '2027-06-10T08:30:00Z')).then(() =>
        create(at('2028-03-31T15:30:00Z', '2028-03-31T17:00:00Z')),
      ),
      create(at('2028-06-08T07:00:00Z', '2028-06-08T08:30:00Z')),
    ]);
    expect(webinars.map(({ body }) => body.fiscalYear)).toEqual([2027, 2028, 2028]);
    const rows = await app.db.query('SELECT DISTINCT series_id FROM event WHERE id = ANY($1::uuid[])', [
      webinars.map(({ body }) => body.eventId),
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe('an event that everybody sees', () => {
  let event: EventView;
  beforeEach(async () => {
    ({ event } = await newEvent(app, { title: { en: 'Hydrogen\u2028valleys', ja: '水素バレー', original: 'en' } }));
  });
  const calendar = async (lang = 'en') => {
    const { body, headers } = await app.http().get<string>(`/api/events/${event.slug}/calendar.ics?lang=${lang}`);
    const component = new ICAL.Component(ICAL.parse(body));
    const entry = component.getFirstSubcomponent('vevent')!;
    return {
      type: headers.get('content-type'),
      method: component.getFirstPropertyValue('method'),
      zones: component.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')),
      entry: new ICAL.Event(entry),
      status: entry.getFirstPropertyValue('status'),
    };
  };

  it('is read without signing in, with whether registration is open', async () => {
    expect((await app.http().get(`/api/events/${event.slug}`)).body).toEqual(event);
    expect(event).toMatchObject({ state: 'published', registration: 'open', capacity: 100 });
    expect(await slugs(null)).toContain(event.slug);
  });

  it('can be taken into a calendar, in either language, at the right time', async () => {
    const { type, method, zones, entry, status } = await calendar();
    expect({ type, method, zones, status }).toEqual({
      type: 'text/calendar; charset=utf-8; method=PUBLISH',
      method: 'PUBLISH',
      zones: ['Asia/Tokyo'],
      status: 'CONFIRMED',
    });
    expect(entry.startDate.toUnixTime()).toBe(Math.floor(Date.parse(event.startsAt) / 1000));
    expect({ summary: entry.summary, attendees: entry.attendees }).toEqual({
      summary: 'Hydrogen valleys',
      attendees: [],
    });
    expect((await calendar('ja')).entry.summary).toBe('水素バレー');
  });

  it('raises the calendar’s sequence when it moves, and stays visible when it is cancelled', async () => {
    const before = (await calendar()).entry;
    const path = `/api/events/${event.eventId}`;
    await app.http(organiser).patch(path, { supportedBy: ['Somebody'] });
    expect((await calendar()).entry.sequence).toBe(before.sequence);
    const endsAt = new Date(Date.parse(event.endsAt) + 3_600_000).toISOString();
    expect((await app.http(organiser).patch(path, { endsAt })).body).toMatchObject({ endsAt });
    expect((await calendar()).entry.sequence).toBe(before.sequence + 1);

    expect((await app.http(organiser).post(`${path}/cancel`)).body).toMatchObject({
      state: 'cancelled',
      registration: 'closed',
    });
    expect((await app.http(organiser).post(`${path}/cancel`)).status).toBe(200);
    const cancelled = await calendar();
    expect({ uid: cancelled.entry.uid, sequence: cancelled.entry.sequence, status: cancelled.status }).toEqual({
      uid: before.uid,
      sequence: before.sequence + 2,
      status: 'CANCELLED',
    });
    expect((await app.http().get(`/api/events/${event.slug}`)).body).toMatchObject({ state: 'cancelled' });
    const refused = { status: 409, body: { code: 'event.cancelled' } };
    expect(await app.http(organiser).post(`${path}/publish`)).toMatchObject(refused);
    expect(await app.http(organiser).patch(path, { capacity: 5 })).toMatchObject(refused);
  });

  it('is not found where it does not exist', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const command of ['publish', 'cancel']) {
      expect((await app.http(organiser).post(`/api/events/${unknown}/${command}`)).status).toBe(404);
    }
    expect((await app.http().get('/api/events/no-such-event')).status).toBe(404);
    expect((await app.http().get('/api/events/No%20Slug')).status).toBe(400);
  });
});

it('lists events with the same number of queries, however many', async () => {
  const read = () => app.http().get('/api/events');
  await newEvent(app);
  await read();
  const one = await countQueries(app, read);
  await newEvent(app);
  await newEvent(app);
  expect(await countQueries(app, read)).toBe(one);
});
