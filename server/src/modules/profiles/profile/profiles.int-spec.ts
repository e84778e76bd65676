import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CapturedMail, CapturedMailSummary, ProfileContent, ProfileView } from '@musubi/contracts';
import { pdfFile, send } from '../../../../test/builders/files.js';
import { newOrganisation } from '../../../../test/builders/organisations.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { profileContent } from '../../../../test/builders/profiles.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let [person, colleague, stranger, organiser]: TestPerson[] = [];
let organisationId: string;
let path: string;

beforeEach(async () => {
  await app.db.query('UPDATE opportunity_review SET required = false');
  [person, colleague, stranger] = [await newPerson(app), await newPerson(app), await newPerson(app)];
  organiser = await newOrganiser(app);
  organisationId = await newOrganisation(app, person!, colleague!);
  path = `/api/organisations/${organisationId}/profile`;
});

const read = async (who = person!) => (await app.http(who).get<ProfileView>(path)).body;
const put = (version: number, given: Partial<ProfileContent> = {}, who = person!) =>
  app.http(who).put(path, { version, content: profileContent(given) });
const press = (name: string, who = person!) => app.http(who).post(`${path}/${name}`);
const review = (name: string, body: object, who = organiser!) =>
  app.http(who).post(`/api/organise/profiles/${organisationId}/${name}`, body);
const requireReview = () => app.http(organiser!).put('/api/organise/profile-review', { required: true });
const standing = async () => {
  const { state, revision } = await read();
  return revision ? `${state}+${revision.state}` : state;
};

describe('writing', () => {
  it('begins with what is known, and is the organisation’s own until it is published', async () => {
    const website = 'https://www.cluster.example';
    await app.http(person!).patch(`/api/organisations/${organisationId}`, { website });
    const first = await read();
    expect(first).toMatchObject({ state: 'draft', version: 1, slug: null, content: { sectors: [], seeks: [] } });
    expect(first.content.website).toBe(website);
    const { status, body } = await put(1);
    expect({ status, version: body.version, content: body.content }).toEqual({
      status: 200,
      version: 2,
      content: profileContent(),
    });
    expect((await read(colleague)).content).toEqual(profileContent());
    expect((await read(organiser)).mayWrite).toBe(false);
    for (const who of [stranger!, null])
      expect((await app.http(who ?? undefined).get(path)).status).toBe(who ? 404 : 401);
  });

  it('tells who was later what a colleague changed, and loses nothing of the colleague’s', async () => {
    await put(1);
    const [mine, theirs] = await Promise.all([
      put(2, { size: '250-999' }),
      put(2, { sectors: ['digital'], aims: { en: 'Another aim.', ja: null, original: 'en' } }, colleague),
    ]);
    const [won, lost] = mine.status === 200 ? [mine, theirs] : [theirs, mine];
    expect([won.status, lost.status]).toEqual([200, 409]);
    expect(lost.body).toMatchObject({ code: 'profile.changed', data: { version: 3 } });
    expect(lost.body.data.fields).toEqual(mine.status === 200 ? ['size'] : ['aims', 'sectors']);
    expect(lost.body.data.by).toEqual((mine.status === 200 ? person! : colleague!).name);
    expect(lost.body.data.content).toEqual(won.body.content);
    expect((await read()).content).toEqual(won.body.content);
  });

  it('is refused where it names what nobody knows, or is not theirs', async () => {
    expect(await put(1, { sectors: ['alchemy'] })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await put(1, { workingLanguages: ['en', 'en'] })).toMatchObject({ status: 400 });
    expect(await put(1, { website: 'javascript:alert(1)' })).toMatchObject({ status: 400 });
    expect((await put(1, {}, stranger)).status).toBe(404);
    expect((await put(1, {}, organiser)).status).toBe(404);
    for (const name of ['publish', 'withdraw', 'archive', 'restore'])
      expect((await press(name, stranger)).status).toBe(404);
    expect(await read()).toMatchObject({ version: 1, state: 'draft' });
  });
});

describe('without review', () => {
  it('is published for a year once nothing needed is missing', async () => {
    await put(1, { summary: { en: 'Short.', ja: null, original: 'en' }, seeks: [] });
    expect(await press('publish')).toMatchObject({
      status: 422,
      body: {
        code: 'profile.incomplete',
        data: {
          missing: [
            { field: 'summary', lang: 'en', is: 'short' },
            { field: 'summary', lang: 'ja', is: 'missing' },
            { field: 'seeks', lang: null, is: 'missing' },
          ],
        },
      },
    });
    await put(2);
    const { body } = await press('publish');
    expect(body).toMatchObject({ state: 'published', reviewed: false });
    expect(Date.parse(body.expiresAt) - Date.parse(body.publishedAt)).toBeGreaterThan(364 * 86_400_000);
    expect(await put(3, { seeks: [] })).toMatchObject({ status: 422, body: { code: 'profile.incomplete' } });
    expect((await put(3, { size: '1000+' })).body).toMatchObject({ state: 'published', content: { size: '1000+' } });
  });

  it('goes to the archive and comes back as a draft', async () => {
    await put(1);
    await press('publish');
    expect((await press('archive')).body.state).toBe('archived');
    expect(await press('publish')).toMatchObject({ status: 409, body: { code: 'profile.wrong_state' } });
    expect((await put(2, { size: null })).status).toBe(409);
    expect((await press('restore')).body.state).toBe('draft');
  });
});

describe('under review', () => {
  beforeEach(requireReview);

  it('waits for an organiser; a change beside the public text, too', async () => {
    await put(1);
    const twice = await Promise.all([press('publish'), press('publish', colleague)]);
    expect(twice.map(({ status, body }) => `${status} ${body.state}`)).toEqual(['200 submitted', '200 submitted']);
    expect((await app.http(organiser!).get('/api/organise/profile-reviews')).body).toMatchObject([
      { what: 'profile', id: organisationId, version: 2, before: null, after: profileContent() },
    ]);
    expect((await review('approve', { version: 2 })).body).toEqual({ state: 'published', version: 2 });

    await put(2, { size: '250-999' });
    expect(await standing()).toBe('published+draft');
    await press('publish');
    const waiting = (await app.http(organiser!).get('/api/organise/profile-reviews')).body;
    expect(waiting).toMatchObject([{ before: { size: '10-49' }, after: { size: '250-999' } }]);
    expect((await read()).content.size).toBe('10-49');
    await review('approve', { version: 3 });
    expect(await read()).toMatchObject({ state: 'published', revision: null, content: { size: '250-999' } });
  });

  it('comes back with a reason that its people read and are mailed', async () => {
    await put(1);
    await press('publish');
    const because = 'Please say which of the forty firms lend benches.';
    expect((await review('send-back', { version: 2, because })).body).toEqual({ state: 'draft', version: 2 });
    expect((await read(colleague)).sentBack).toMatchObject({ because });
    await app.jobs.drain();
    for (const { address, lang } of [person!, colleague!]) {
      const { body } = await app.http().get<CapturedMailSummary[]>(`/api/mail?to=${encodeURIComponent(address)}`);
      const mails = await Promise.all(body.map(({ id }) => app.http().get<CapturedMail>(`/api/mail/${id}`)));
      const about = mails.filter(({ body: { subject } }) => /Please change|修正のお願い/.test(subject));
      expect(about.map(({ body: mail }) => [mail.lang, mail.text.includes(because)])).toEqual([[lang, true]]);
    }
    await press('publish');
    await review('approve', { version: 2 });
    expect((await read()).sentBack).toBeNull();
  });

  it('is read by nobody but organisers with their second factor', async () => {
    await put(1);
    await press('publish');
    for (const who of [person!, colleague!, stranger!]) {
      expect((await review('approve', { version: 2 }, who)).status).toBe(404);
      expect((await review('send-back', { version: 2, because: 'No.' }, who)).status).toBe(404);
      expect((await review('verify', { verified: true }, who)).status).toBe(404);
      expect((await review('membership', { member: true }, who)).status).toBe(404);
    }
    const unproven = await newOrganiser(app);
    await app.db.query('UPDATE login SET second_factor_at = NULL WHERE user_id = $1', [unproven.userId]);
    expect((await review('approve', { version: 2 }, unproven)).status).toBe(403);
    expect(await standing()).toBe('submitted');
  });

  it('is approved or taken back, never half of both, however the two meet', async () => {
    const seen = new Set<string>();
    await put(1);
    for (let round = 0; round < 6; round++) {
      await press('publish');
      const { version } = await read();
      const [approved, taken] = await Promise.all([review('approve', { version }), press('withdraw', colleague)]);
      const outcome = `${approved.status} ${taken.status} ${await standing()}`;
      // Withdrawn after the approval it is a draft again; before, there is nothing to approve any more.
      expect(['200 200 draft', '409 200 draft']).toContain(outcome);
      seen.add(outcome);
      const [{ n }] = await app.db.query(
        `SELECT count(*)::int AS n FROM cooperation_profile WHERE organisation_id = $1 AND submitted_at IS NOT NULL`,
        [organisationId],
      );
      expect(n).toBe(0);
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  it('refuses an approval of what was rewritten meanwhile', async () => {
    await put(1);
    await press('publish');
    await put(2, { size: '50-249' });
    expect(await review('approve', { version: 2 })).toMatchObject({
      status: 409,
      body: { code: 'profile.changed', data: { version: 3 } },
    });
    expect(await standing()).toBe('submitted');
  });
});

describe('the badge', () => {
  it('says who saw that it is so, and when', async () => {
    await put(1);
    await review('verify', { verified: true });
    const { verified } = await read();
    expect(verified).toEqual({ at: expect.any(String), by: organiser!.name });
    await review('verify', { verified: true }, await newOrganiser(app));
    expect((await read()).verified).toEqual(verified);
    await review('verify', { verified: false });
    expect((await read()).verified).toBeNull();
  });
});

describe('files', () => {
  it('belong to the profile: its people add and remove them, nobody else reads them before it is public', async () => {
    const { body: file } = await send(app, person!, pdfFile('profile'), 'benches.pdf');
    const added = await app.http(person!).post(`${path}/documents`, { fileId: file.fileId });
    expect(added.body.documents).toEqual([file]);
    const get = (who?: TestPerson) => app.http(who).get(`/api/files/${file.fileId}`);
    expect((await get(colleague)).status).toBe(200);
    expect((await get(stranger)).status).toBe(404);
    await put(1);
    await press('publish');
    expect((await get()).status).toBe(404);
    await review('membership', { member: true });
    expect((await get()).status).toBe(200);
    await press('withdraw');
    expect((await get()).status).toBe(404);
    expect((await app.http(stranger!).delete(`${path}/documents/${file.fileId}`)).status).toBe(404);
    const dropped = await app.http(colleague!).delete(`${path}/documents/${file.fileId}`);
    expect(dropped.body.documents).toEqual([]);
  });

  it('a logo is a picture, and somebody’s own', async () => {
    const { body: file } = await send(app, person!, pdfFile('logo'), 'logo.pdf');
    const put = (fileId: string, who = person!) => app.http(who).put(`${path}/logo`, { fileId });
    expect(await put(file.fileId)).toMatchObject({ status: 422, body: { code: 'file.type_refused' } });
    expect(await put(file.fileId, colleague)).toMatchObject({ body: { code: 'file.unknown' } });
    expect((await read()).logo).toBeNull();
  });
});
