import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type OrganiserProfiles,
  type ProfileList,
  type ProfilePage,
  profilesOnPage,
  type PublicProfile,
} from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { publish } from '../../../../test/builders/profiles/opportunities.js';
import { newOrganisation } from '../../../../test/builders/organisations.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { publishProfile, profilePath } from '../../../../test/builders/profiles/profiles.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
  organiser = await newOrganiser(app);
});
afterAll(() => app.close());
beforeEach(() => app.db.query('UPDATE organisation SET member_since = NULL'));

type Its = TestPerson & { organisationId: string };
const newMember = async (given = {}): Promise<Its & { slug: string }> => {
  const person = await newPerson(app);
  const its = { ...person, organisationId: await newOrganisation(app, person) };
  const { slug } = await publishProfile(app, its, organiser, given);
  return { ...its, slug: slug! };
};
const list = async (query = '') => (await app.http().get<ProfileList>(`/api/profiles${query}`)).body;
const slugs = async (query = '') => (await list(query)).profiles.map(({ slug }) => slug);
const get = (slug: string, who?: TestPerson) => app.http(who).get<PublicProfile>(`/api/profiles/${slug}`);
const membership = ({ organisationId }: Its, member: boolean) =>
  app.http(organiser).post(`/api/organise/profiles/${organisationId}/membership`, { member });

describe('the public list', () => {
  it('finds members by words, region, sector, kind and what they offer, each with its counts', async () => {
    const wind = await newMember({ sectors: ['renewables', 'digital'] });
    const food = await newMember({ sectors: ['agri-food'] });
    await publish(app, wind);
    await publish(app, food, { kind: 'request' });
    const both = [wind.slug, food.slug].toSorted();
    expect((await slugs()).toSorted()).toEqual(both);
    expect(await slugs('?sector=agri-food')).toEqual([food.slug]);
    expect(await slugs('?seeks=offer')).toEqual([wind.slug]);
    expect((await slugs('?q=%E8%93%84%E9%9B%BB')).toSorted()).toEqual(both);
    expect(await slugs('?q=nothing-like-it')).toEqual([]);
    expect((await slugs('?region=DE')).toSorted()).toEqual(both);
    expect(await slugs('?region=JP')).toEqual([]);
    expect(await slugs('?side=jp')).toEqual([]);
    expect((await list()).sectors).toEqual([
      { code: 'agri-food', count: 1 },
      { code: 'digital', count: 1 },
      { code: 'renewables', count: 1 },
    ]);
    expect((await list('?sector=agri-food')).profiles).toMatchObject([{ offers: 0, requests: 1, verified: false }]);
    expect((await app.http().get('/api/profiles?page=0')).status).toBe(400);
    expect((await app.http().get('/api/profiles?kind=%27')).status).toBe(400);
  });

  it('goes by what is offered and sought, and counts each choice with the other filters as they are set', async () => {
    const wind = await newMember({ sectors: ['renewables'] });
    const food = await newMember({ sectors: ['agri-food'] });
    await publish(app, wind, { dimension: 'innovation', topic: 'research' });
    await publish(app, wind, { dimension: 'trade', topic: 'epa', form: 'one-to-network' });
    await publish(app, food, { dimension: 'trade', topic: 'market-entry' });
    expect((await slugs('?dimension=trade')).toSorted()).toEqual([wind.slug, food.slug].toSorted());
    expect(await slugs('?topic=epa')).toEqual([wind.slug]);
    expect(await slugs('?form=one-to-network&dimension=trade')).toEqual([wind.slug]);
    expect(await slugs('?form=one-to-network&sector=agri-food')).toEqual([]);
    expect(await list()).toMatchObject({
      dimensions: [
        { code: 'innovation', count: 1 },
        { code: 'trade', count: 2 },
      ],
      topics: ['epa', 'market-entry', 'research'].map((code) => ({ code, count: 1 })),
      forms: [
        { code: 'one-to-network', count: 1 },
        { code: 'one-to-one', count: 2 },
      ],
    });
    const { total, sectors, topics, forms } = await list('?topic=market-entry&q=storage');
    expect({ total, sectors, forms }).toEqual({
      total: 1,
      sectors: [{ code: 'agri-food', count: 1 }],
      forms: [{ code: 'one-to-one', count: 1 }],
    });
    expect(topics.map(({ code }) => code)).toEqual(['epa', 'market-entry', 'research']);
    expect((await app.http().get('/api/profiles?dimension=space')).status).toBe(400);
  });

  it('finds all words wherever they stand, forgives misspelt Latin ones where nothing has them, and says so', async () => {
    const wind = await newMember();
    const food = await newMember();
    const name = (its: Its, called: string) =>
      app.db.query('UPDATE organisation SET name_latin = $2, name_local = NULL, name_kana = NULL WHERE id = $1', [
        its.organisationId,
        called,
      ]);
    await name(wind, 'Northern Zeppelin Council');
    await name(food, 'Southern Quince Agency');
    const title = { en: 'Photonics for orchards', ja: '果樹園の光工学', original: 'en' } as const;
    await publish(app, food, { title, dimension: 'tourism', topic: 'seniors' });
    const asked = async (q: string) => {
      const { similar, total, profiles } = await list(`?q=${encodeURIComponent(q)}`);
      expect(total).toBe(profiles.length);
      return [similar, ...profiles.map(({ slug }) => slug)];
    };
    expect(await asked('council zeppelin')).toEqual([false, wind.slug]);
    expect(await asked('quince photonics')).toEqual([false, food.slug]);
    expect(await asked('光工学')).toEqual([false, food.slug]);
    expect(await asked('シニア')).toEqual([false, food.slug]);
    for (const q of ['zepelin', 'northen zepellin']) expect([q, ...(await asked(q))]).toEqual([q, true, wind.slug]);
    for (const q of ['photnics', 'orchrads', 'quinze', 'senoirs']) {
      expect([q, ...(await asked(q))]).toEqual([q, true, food.slug]);
    }
    expect(await asked('%')).toEqual([false]);
    expect(await asked('xqzxqz')).toEqual([false]);
    // What narrows the list does not turn guessing on.
    expect(await list('?q=zeppelin&side=jp')).toMatchObject({ total: 0, similar: false });
  });

  it('comes in pages of the same size, and says how many there are beyond the last one, too', async () => {
    const its = await newMember();
    await app.db.query(
      `WITH made AS (
         INSERT INTO organisation (name_latin, kind, side, country, region_code, zone, member_since)
         SELECT 'Page council ' || to_char(n, 'FM00'), 'cluster', 'eu', 'DE', 'DE1', 'Europe/Berlin', domain_now()
         FROM generate_series(1, $2::int) AS n RETURNING id)
       INSERT INTO cooperation_profile (organisation_id, state, content, published_at, expires_at)
       SELECT made.id, 'published', profile.content, domain_now(), domain_now() + interval '1 year'
       FROM made, cooperation_profile profile WHERE profile.organisation_id = $1`,
      [its.organisationId, profilesOnPage],
    );
    const [first, second, third] = [await list(), await list('?page=2'), await list('?page=3')];
    expect([first, second, third].map(({ total, pages, profiles }) => [total, pages, profiles.length])).toEqual([
      [profilesOnPage + 1, 2, profilesOnPage],
      [profilesOnPage + 1, 2, 1],
      [profilesOnPage + 1, 2, 0],
    ]);
    expect(new Set([...first.profiles, ...second.profiles].map(({ slug }) => slug)).size).toBe(profilesOnPage + 1);
  });

  it('costs as many queries with one as with three', async () => {
    await newMember();
    await list();
    const one = await countQueries(app, () => list());
    await newMember();
    await newMember();
    expect(await countQueries(app, () => list())).toBe(one);
  });
});

describe('a public profile', () => {
  it('is the published text with what is published beside it, and nothing of what is being written', async () => {
    const its = await newMember();
    await publish(app, its);
    await app.db.query('UPDATE opportunity_review SET required = true');
    const { version, content } = (await app.http(its).get(profilePath(its))).body;
    await app.http(its).put(profilePath(its), { version, content: { ...content, size: '1000+' } });
    await app.db.query('UPDATE opportunity_review SET required = false');
    const { status, body } = await get(its.slug);
    expect(status).toBe(200);
    expect(body).toMatchObject({ slug: its.slug, content: { size: '10-49' }, verifiedOn: null, meet: [] });
    expect(body.opportunities).toMatchObject([{ state: 'published', revision: null, sentBack: null }]);
    expect(JSON.stringify(body)).not.toContain('1000+');
  });

  it('answers like one that never was, as long as it is not public', async () => {
    const its = await newMember();
    const never = (await get('no-such-profile')).body;
    const same = async () => {
      const { status, body } = await get(its.slug);
      const { instance: _, ...rest } = body as unknown as Record<string, unknown>;
      const { instance: __, ...missing } = never as unknown as Record<string, unknown>;
      expect([status, rest]).toEqual([404, missing]);
      expect(await slugs()).not.toContain(its.slug);
    };
    await membership(its, false);
    await same();
    await membership(its, true);
    expect((await get(its.slug)).status).toBe(200);
    await app.http(its).post(`${profilePath(its)}/withdraw`);
    await same();
    await app.http(its).post(`${profilePath(its)}/publish`);
    await app.http(its).post(`${profilePath(its)}/archive`);
    await same();
  });

  it('is seen inside the events that an organisation takes part in before it is a member', async () => {
    const { event } = await newEvent(app);
    const own = await newParticipant(app, event.eventId);
    const partner = await newParticipant(app, event.eventId, 'JP-27');
    const hidden = await newParticipant(app, event.eventId, 'DE1', { directory: 'nobody' });
    const outsider = await newPerson(app);
    for (const its of [own, hidden]) {
      await publishProfile(app, its, organiser);
      await membership(its, false);
    }
    const slugOf = async (its: Its) => (await app.http(its).get(profilePath(its))).body.slug as string;
    expect((await get(await slugOf(own), partner)).status).toBe(200);
    expect((await get(await slugOf(own), outsider)).status).toBe(404);
    expect((await get(await slugOf(own))).status).toBe(404);
    expect((await get(await slugOf(hidden), partner)).status).toBe(404);
    await app.http(own).put(`/api/me/blocks/${partner.userId}`);
    expect((await get(await slugOf(own), partner)).status).toBe(404);
  });

  it('is led to from wherever its organisation stands, by those only who may open it', async () => {
    const { event } = await newEvent(app);
    const [member, met, elsewhere, unwritten] = [
      await newMember(),
      await newParticipant(app, event.eventId),
      await newMember(),
      await newParticipant(app, event.eventId),
    ];
    const { slug } = await publishProfile(app, met, organiser);
    await membership(met, false);
    await membership(elsewhere, false);
    const partner = await newParticipant(app, event.eventId, 'JP-27');
    const all = [member, met, elsewhere, unwritten].map(({ organisationId }) => organisationId);
    const pages = async (who: TestPerson, of: readonly string[] = all) =>
      (await app.http(who).get<ProfilePage[]>(`/api/me/profile-pages?of=${of.join(',')}`)).body;
    const led = async (who: TestPerson) => (await pages(who)).map((page) => page.slug).toSorted();
    expect(await pages(partner, [met.organisationId])).toEqual([{ organisationId: met.organisationId, slug }]);
    expect(await led(partner)).toEqual([member.slug, slug!].toSorted());
    // Its own people see it as others would.
    expect(await led(elsewhere)).toEqual([member.slug, elsewhere.slug].toSorted());
    expect((await get(elsewhere.slug, elsewhere)).status).toBe(200);
    expect((await get(elsewhere.slug, partner)).status).toBe(404);
    await app.http(member).post(`${profilePath(member)}/withdraw`);
    expect(await led(partner)).toEqual([slug]);
    expect(await countQueries(app, () => pages(partner))).toBe(
      await countQueries(app, () => pages(partner, all.slice(1, 2))),
    );
    for (const asked of ['', 'x', Array(51).fill(all[0]).join(',')])
      expect((await app.http(partner).get(`/api/me/profile-pages?of=${asked}`)).status).toBe(400);
  });

  it('stands in the map for search engines in both languages, as long as it is public', async () => {
    const its = await newMember();
    const map = async () => (await app.http().get<string>('/sitemap.xml')).body;
    const address = (lang: string) => `${app.config.publicOrigin}/${lang}/profiles/${its.slug}`;
    for (const lang of ['en', 'ja']) {
      expect(await map()).toContain(`<loc>${address(lang)}</loc>`);
      expect(await map()).toContain(`hreflang="${lang}" href="${address(lang)}"`);
    }
    await membership(its, false);
    expect(await map()).not.toContain(its.slug);
  });

  it('tells search engines where that map is', async () => {
    const { status, body } = await app.http().get<string>('/robots.txt');
    expect([status, body.includes(`Sitemap: ${app.config.publicOrigin}/sitemap.xml`)]).toEqual([200, true]);
  });

  it('says where they can be met, where one of their people shows it in public', async () => {
    const { event } = await newEvent(app);
    const shown = await newParticipant(app, event.eventId, 'DE1', { directory: 'public' });
    const quiet = await newParticipant(app, event.eventId);
    const [first, second] = [await publishProfile(app, shown, organiser), await publishProfile(app, quiet, organiser)];
    expect((await get(first.slug!)).body.meet).toMatchObject([{ slug: event.slug, zone: event.zone }]);
    expect((await get(second.slug!)).body.meet).toEqual([]);
  });
});

describe('the organisers’ list', () => {
  const register = async (query = '') =>
    (await app.http(organiser).get<OrganiserProfiles>(`/api/organise/profiles${query}`)).body;

  it('counts published profiles with at least one published opportunity', async () => {
    const before = (await register()).deliverable;
    const [one, other] = [await newMember(), await newMember()];
    expect((await register()).deliverable).toBe(before);
    await publish(app, one);
    await publish(app, one);
    expect((await register()).deliverable).toBe(before + 1);
    await app.http(one).post(`${profilePath(one)}/withdraw`);
    expect((await register()).deliverable).toBe(before);
    const { counts, profiles } = await register('?state=draft');
    expect(counts.published).toBeGreaterThan(0);
    expect(profiles.map(({ slug }) => slug)).toContain(one.slug);
    expect(profiles.map(({ slug }) => slug)).not.toContain(other.slug);
  });

  it('is taken away as a table in which nothing is a formula', async () => {
    const its = await newMember();
    await app.db.query(`UPDATE organisation SET name_latin = '=HYPERLINK("x")' WHERE id = $1`, [its.organisationId]);
    const csv = (await app.http(organiser).get<string>('/api/organise/profiles.csv?lang=ja')).body;
    expect(csv).toContain('名称（ローマ字）');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
