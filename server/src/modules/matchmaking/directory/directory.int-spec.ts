import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DirectoryOrganisations, DirectoryPeople } from '@musubi/contracts';
import { directoryOf, nobodyNamed } from '../../../../test/builders/profiles/directory.js';
import {
  accept,
  ask,
  code,
  crowd,
  meet,
  type MeetingEvent,
  newMeetingEvent,
} from '../../../../test/builders/meetings.js';
import { publish } from '../../../../test/builders/profiles/opportunities.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant, register } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let me: TestPerson & { participantId: string };
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());
beforeEach(async () => {
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
  me = await newParticipant(app, eventId, 'DE1', { workingLanguages: ['de', 'en'] });
});

const { path, found, idsOf, named } = directoryOf(() => ({ app, eventId, me }));

describe('narrowing the directory', () => {
  it('goes by what opportunities say, and by regions of the EU', async () => {
    const abe = await named({ familyLatin: 'Abe' });
    const costa = await named({ familyLatin: 'Costa' }, { region: 'ITC4' });
    await publish(app, abe, { topic: 'research', targetRegions: ['ITC4'], stage: 'idea', frameworks: ['epa'] });
    await publish(app, abe, { form: 'one-plus-one', thirdCountries: ['VN'], targetRegions: ['ITC4', 'DE'] });
    await publish(app, costa, {
      novelty: 'expands',
      agreementId: 'A01',
      targetRegions: ['JP-27'],
      frameworks: ['epa'],
    });
    const { facets } = await found();
    expect(facets).toMatchObject({
      region: [{ value: 'ITC4', count: 1 }],
      topic: [{ value: 'research', count: 2 }],
      form: [
        { value: 'one-to-one', count: 2 },
        { value: 'one-plus-one', count: 1 },
      ],
      stage: [
        { value: 'ready', count: 2 },
        { value: 'idea', count: 1 },
      ],
      novelty: [
        { value: 'expands', count: 1 },
        { value: 'new', count: 1 },
      ],
      target: ['DE', 'ITC4', 'JP-27', 'VN'].map((value) => ({ value, count: 1 })),
      framework: [{ value: 'epa', count: 2 }],
    });
    const names = async (search: Record<string, string>) =>
      (await found(search)).people.map(({ name }) => name.familyLatin);
    expect(await names({ region: 'ITC4' })).toEqual(['Costa']);
    expect(await names({ topic: 'research' })).toEqual(['Abe', 'Costa']);
    expect(await names({ form: 'one-plus-one' })).toEqual(['Abe']);
    expect(await names({ stage: 'idea' })).toEqual(['Abe']);
    expect(await names({ novelty: 'expands' })).toEqual(['Costa']);
    expect(await names({ target: 'VN' })).toEqual(['Abe']);
    expect(await names({ framework: 'epa', target: 'JP-27' })).toEqual(['Costa']);
    const narrowed = (await found({ form: 'one-plus-one' })).facets;
    expect([narrowed.form.length, narrowed.region, narrowed.framework]).toEqual([2, [], [{ value: 'epa', count: 1 }]]);
    for (const [group, wrong] of Object.entries({ form: 'many', target: 'Vietnam', topic: 'x y', region: 'DE' }))
      expect((await app.http(me).get(path({ [group]: wrong }))).status).toBe(400);
  });

  it('counts what each choice would show; a group does not count against itself', async () => {
    const osaka = await named({ familyLatin: 'Abe' }, { workingLanguages: ['ja', 'en'] });
    await named({ familyLatin: 'Bando' }, { region: 'JP-14', workingLanguages: ['ja'] });
    await named({ familyLatin: 'Costa' }, { region: 'ITC4', workingLanguages: ['it', 'en'] });
    await publish(app, osaka, { kind: 'offer', dimension: 'innovation', topic: 'research' });
    await publish(app, osaka, { kind: 'request', dimension: 'tourism', topic: 'tourism' });
    const { total, facets } = await found({ side: 'jp' });
    expect(total).toBe(2);
    expect({ ...facets, kind: facets.kind.reduce((sum, { count }) => sum + count, 0) }).toEqual({
      side: [
        { value: 'jp', count: 2 },
        { value: 'eu', count: 1 },
      ],
      place: [
        { value: 'JP-14', count: 1 },
        { value: 'JP-27', count: 1 },
      ],
      kind: 2,
      language: [
        { value: 'ja', count: 2 },
        { value: 'en', count: 1 },
      ],
      dimension: [
        { value: 'innovation', count: 1 },
        { value: 'tourism', count: 1 },
      ],
      opportunity: [
        { value: 'offer', count: 1 },
        { value: 'request', count: 1 },
      ],
      region: [],
      topic: [
        { value: 'research', count: 1 },
        { value: 'tourism', count: 1 },
      ],
      form: [{ value: 'one-to-one', count: 1 }],
      stage: [{ value: 'ready', count: 1 }],
      novelty: [{ value: 'new', count: 1 }],
      target: [],
      framework: [],
      notMet: 2,
    });
    const familyNames = async (query: Record<string, string | readonly string[]>) =>
      (await found(query)).people.map(({ name }) => name.familyLatin);
    expect(await familyNames({ language: 'en' })).toEqual(['Abe', 'Costa']);
    expect(await familyNames({ language: ['it', 'ja'] })).toEqual(['Abe', 'Bando', 'Costa']);
    expect(await familyNames({ place: ['IT', 'JP-14'] })).toEqual(['Bando', 'Costa']);
    expect(await familyNames({ dimension: 'tourism', opportunity: 'offer', side: 'jp' })).toEqual(['Abe']);
    expect(code(await app.http(me).get(path({ side: 'moon' })))).toEqual([400, 'request.invalid']);
    expect(code(await app.http(me).get(path({ sides: 'eu' })))).toEqual([400, 'request.invalid']);
  });

  it('leaves out whom one met at another event', async () => {
    const before = await newMeetingEvent(app);
    const japanese = await newParticipant(app, before.event.eventId, 'JP-27');
    const then = await register(app, before.event.eventId, me);
    expect(then.status).toBe(201);
    await meet(app, before.event.eventId, me, japanese, before.slots[0]!);
    const now = await register(app, eventId, japanese);
    const other = await newParticipant(app, eventId, 'JP-27');
    expect((await found()).people.map(({ inTouch }) => inTouch)).toEqual([false, false]);
    expect([await idsOf({ notMet: 'true' }), (await idsOf()).includes(now.body.participantId)]).toEqual([
      [other.participantId],
      true,
    ]);
  });

  it('says with whom one is in touch, leaves out whom one meets, and says of others that one was not interested', async () => {
    const [asked, met, dismissed, other] = [
      await newParticipant(app, eventId, 'JP-27'),
      await newParticipant(app, eventId, 'JP-27'),
      await newParticipant(app, eventId, 'JP-27'),
      await newParticipant(app, eventId, 'JP-27'),
    ];
    await ask(app, eventId, me, asked, [scene.slots[0]!]);
    await meet(app, eventId, met, me, scene.slots[1]!);
    await app.http(me).put(`/api/events/${eventId}/recommendations/${dismissed.participantId}/dismissal`);
    const { people, facets } = await found();
    expect(
      Object.fromEntries(people.map(({ participantId, inTouch, dismissed }) => [participantId, [inTouch, dismissed]])),
    ).toEqual({
      [asked.participantId]: [true, false],
      [met.participantId]: [true, false],
      [dismissed.participantId]: [false, true],
      [other.participantId]: [false, false],
    });
    // Whom one has only asked is not met yet.
    expect(facets.notMet).toBe(3);
    expect((await idsOf({ notMet: 'true' })).sort()).toEqual(
      [asked, dismissed, other].map(({ participantId }) => participantId).sort(),
    );
    expect((await found({}, dismissed)).people.filter(({ dismissed }) => dismissed)).toEqual([]);
  });

  it('never shows, counts or names by its organisation who is hidden, blocked by either, waiting or gone', async () => {
    const hidden = await newParticipant(app, eventId, 'JP-27', { directory: 'nobody' });
    const blocked = await newParticipant(app, eventId, 'JP-27');
    const blocking = await newParticipant(app, eventId, 'JP-27');
    const gone = await newParticipant(app, eventId, 'JP-27');
    for (const one of [hidden, blocked, blocking, gone]) await publish(app, one);
    await app.http(me).put(`/api/me/blocks/${blocked.userId}`);
    await app.http(blocking).put(`/api/me/blocks/${me.userId}`);
    await app.http(gone).post(`/api/events/${eventId}/registration/withdraw`);
    const nothing = {
      ...{ side: [], place: [], region: [], kind: [], language: [], dimension: [], topic: [], opportunity: [] },
      ...{ form: [], stage: [], novelty: [], target: [], framework: [], notMet: 0 },
    };
    expect(await found()).toEqual({ total: 0, similar: false, meant: [], next: null, facets: nothing, people: [] });
    expect((await app.http(me).get(path({}, '/organisations'))).body).toEqual({
      total: 0,
      similar: false,
      meant: [],
      next: null,
      facets: nothing,
      organisations: [],
    });
    expect((await found({ q: hidden.name.familyLatin })).total).toBe(0);
    expect(await idsOf({}, hidden)).toContain(me.participantId);
  });

  it('shows whoever agreed to be found, and drops at once who changes their mind, withdraws, or is blocked for as long', async () => {
    const [publicly, other] = [
      await newParticipant(app, eventId, 'JP-27', { directory: 'public' }),
      await newParticipant(app, eventId, 'DE1'),
    ];
    const both = [publicly.participantId, other.participantId].sort();
    const shown = async () => (await idsOf()).sort();
    const choose = (directory: string) =>
      app.http(other).put(`/api/events/${eventId}/registration/directory`, { directory });
    expect(await shown()).toEqual(both);
    await choose('nobody');
    expect(await shown()).toEqual([publicly.participantId]);
    await choose('participants');
    expect(await shown()).toEqual(both);
    await app.http(other).put(`/api/me/blocks/${me.userId}`);
    expect(await shown()).toEqual([publicly.participantId]);
    await app.http(other).delete(`/api/me/blocks/${me.userId}`);
    expect(await shown()).toEqual(both);
    await app.http(other).post(`/api/events/${eventId}/registration/withdraw`);
    expect(await shown()).toEqual([publicly.participantId]);
    expect(code(await app.http(other).get(path({})))).toEqual([403, 'registration.required']);
  });

  it('is for people who take part', async () => {
    const elsewhere = await newMeetingEvent(app);
    const foreign = await newParticipant(app, elsewhere.event.eventId);
    for (const unit of ['', '/organisations']) {
      expect(code(await app.http(foreign).get(path({}, unit)))).toEqual([403, 'registration.required']);
      expect((await app.http().get(path({}, unit))).status).toBe(401);
    }
  });
});

describe('a long directory', () => {
  const pages = async (query: Record<string, string>, viewer: TestPerson = me) => {
    const ids: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: DirectoryPeople = await found({ ...query, ...(after && { after }) }, viewer);
      ids.push(...page.people.map(({ participantId }) => participantId));
      after = page.next;
    }
    return ids;
  };

  it('comes in pages that miss nobody and name nobody twice, also between equal names and while people come and go', async () => {
    const people = await crowd(app, eventId, 90);
    const all = await pages({});
    expect(new Set(all).size).toBe(91);
    expect(all).toHaveLength(91);
    const first = await found();
    expect([first.people.length, first.total]).toEqual([40, 91]);
    const leaver = people.find(({ participantId }) => all.slice(0, 40).includes(participantId))!;
    expect((await app.http(leaver).post(`/api/events/${eventId}/registration/withdraw`)).status).toBeLessThan(300);
    const second = await found({ after: first.next! });
    expect(second.people.map(({ participantId }) => participantId)).toEqual(all.slice(40, 80));
    expect(await pages({ q: first.people[0]!.name.familyLatin })).toHaveLength(90);
  });

  it('is in the order of readings for a Japanese reader, of Latin family names for others', async () => {
    const reader = await newParticipant(app, eventId, 'JP-13');
    const yamada = await named({ familyLatin: 'Yamada', familyKana: 'ヤマダ' });
    const kato = await named({ familyLatin: 'Kato', familyKana: 'カトウ' });
    const abe = await named({ familyLatin: 'Zabe', familyKana: 'あべ' });
    const three = [yamada, kato, abe].map(({ participantId }) => participantId);
    const among = (ids: string[]) => ids.filter((id) => three.includes(id));
    expect(among(await idsOf({}, reader))).toEqual([abe, kato, yamada].map(({ participantId }) => participantId));
    expect(among(await idsOf({}, me))).toEqual([kato, yamada, abe].map(({ participantId }) => participantId));
    // Of the page's language, where it is not the account's.
    expect(among(await idsOf({ lang: 'ja' }, me))).toEqual(
      [abe, kato, yamada].map(({ participantId }) => participantId),
    );
  });

  it('refuses a page that it never gave out', async () => {
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const after of ['x', forged(['a']), forged(['a', 'b']), forged(['\u0000', me.userId]), forged({})]) {
      expect(code(await app.http(me).get(path({ after })))).toEqual([400, 'request.invalid']);
    }
  });

  it('costs the same number of queries for one and for many', async () => {
    await newParticipant(app, eventId, 'JP-27');
    const count = async () => [
      await countQueries(app, () => found()),
      await countQueries(app, () => found({ q: 'a' })),
      await countQueries(app, () => app.http(me).get(path({}, '/organisations'))),
    ];
    const one = await count();
    for (const region of ['JP-23', 'JP-13']) await publish(app, await newParticipant(app, eventId, region));
    await crowd(app, eventId, 50);
    expect(await count()).toEqual(one);
  });
});

describe('organisations', () => {
  const organisations = async (query: Record<string, string | readonly string[]> = {}, viewer: TestPerson = me) =>
    (await app.http(viewer).get<DirectoryOrganisations>(path(query, '/organisations'))).body;

  it('stand once with their people and what they offer, found by any of them', async () => {
    const abe = await named({ familyLatin: 'Abe' }, { organisation: { nameLatin: 'Kadoma Photonics Council' } });
    const baba = await newPerson(app, 'JP-27');
    await register(app, eventId, baba, {
      name: { ...nobodyNamed, familyLatin: 'Baba' },
      workingLanguages: ['fr'],
      organisation: { choose: 'existing', organisationId: abe.organisationId },
    });
    const opportunity = await publish(app, abe);
    await named({ familyLatin: 'Costa' }, { region: 'ITC4' });
    const { total, facets, organisations: rows } = await organisations({ side: 'jp' });
    expect([total, facets.side, facets.language]).toEqual([
      1,
      [
        { value: 'eu', count: 1 },
        { value: 'jp', count: 1 },
      ],
      [
        { value: 'en', count: 1 },
        { value: 'fr', count: 1 },
      ],
    ]);
    expect(rows).toMatchObject([
      {
        organisation: { organisationId: abe.organisationId, nameLatin: 'Kadoma Photonics Council' },
        opportunities: [{ opportunityId: opportunity.opportunityId }],
      },
    ]);
    expect(rows[0]!.people.map(({ name }) => name.familyLatin).sort()).toEqual(['Abe', 'Baba']);
    for (const q of ['photonics', 'baba', 'photnics']) expect([q, (await organisations({ q })).total]).toEqual([q, 1]);
  });

  it('name so many of their people, and say how many there are', async () => {
    await crowd(app, eventId, 33);
    const [large] = (await organisations()).organisations;
    expect([large!.people.length, large!.peopleTotal]).toEqual([30, 34]);
  });

  it('are not met until one has met one of their people', async () => {
    const partner = await newParticipant(app, eventId, 'JP-27');
    expect((await organisations({ notMet: 'true' })).total).toBe(1);
    const { body } = await ask(app, eventId, me, partner, [scene.slots[0]!]);
    expect((await organisations({ notMet: 'true' })).total).toBe(1);
    await accept(app, partner, body.requestId, scene.slots[0]!);
    expect(await organisations({ notMet: 'true' })).toMatchObject({ total: 0, facets: { notMet: 0 } });
  });
});
