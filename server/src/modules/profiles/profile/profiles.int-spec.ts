import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import {
  type CapturedMail,
  type CapturedMailSummary,
  type ProfileContent,
  type ProfileView,
  type PublicProfile,
  type ReviewItem,
  profileDocumentsAtMost,
} from '@musubi/contracts';
import { pdfFile, send } from '../../../../test/builders/files.js';
import { newOrganisation } from '../../../../test/builders/organisations.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { profileContent } from '../../../../test/builders/profiles/profiles.js';
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

  it('are so many and no more; one makes room for another', async () => {
    const fileIds: string[] = [];
    const add = async (n: number) => {
      const { body } = await send(app, person!, pdfFile(`No. ${n}`), `${n}.pdf`);
      fileIds.push(body.fileId);
      return app.http(person!).post(`${path}/documents`, { fileId: body.fileId });
    };
    for (let n = 0; n < profileDocumentsAtMost; n += 1) expect((await add(n)).status).toBe(200);
    expect(await add(profileDocumentsAtMost)).toMatchObject({
      status: 409,
      body: { code: 'profile.too_many_documents', data: { atMost: profileDocumentsAtMost } },
    });
    await app.http(person!).delete(`${path}/documents/${fileIds[0]}`);
    expect((await add(profileDocumentsAtMost + 1)).status).toBe(200);
  }, 60_000);

  describe('where texts are read first', () => {
    const add = async (name: string) => {
      const { body: file } = await send(app, person!, pdfFile(name), `${name}.pdf`);
      const added = await app.http(person!).post<ProfileView>(`${path}/documents`, { fileId: file.fileId });
      return { fileId: file.fileId as string, view: added.body };
    };
    const logo = async (width: number) => {
      const drawn = sharp({ create: { width, height: 40, channels: 3, background: '#264653' } });
      const { body: file } = await send(app, person!, await drawn.png().toBuffer(), `logo-${width}.png`);
      const set = await app.http(person!).put<ProfileView>(`${path}/logo`, { fileId: file.fileId });
      expect(set.status).toBe(200);
      return { fileId: file.fileId as string, view: set.body };
    };
    const get = async (fileId: string, who?: TestPerson) => (await app.http(who).get(`/api/files/${fileId}`)).status;
    const shown = async () => {
      const { slug } = await read();
      const { body } = await app.http().get<PublicProfile>(`/api/profiles/${slug}`);
      return { logo: body.logo, documents: body.documents.map(({ fileId }) => fileId as string) };
    };
    const queue = async () => {
      const { body } = await app.http(organiser!).get<ReviewItem[]>('/api/organise/profile-reviews');
      const own = body.find(({ id }) => id === organisationId);
      return own?.what === 'profile' ? own.files.map(({ fileId, use }) => [use, fileId]) : null;
    };
    const published = async () => {
      await requireReview();
      const first = await add('first');
      await put(1);
      await review('membership', { member: true });
      await press('publish');
      expect(await queue()).toEqual([['document', first.fileId]]);
      expect((await review('approve', { version: 2 })).status).toBe(200);
      return first.fileId;
    };

    it('a document and a logo wait with the text, and are public once it is approved', async () => {
      const first = await published();
      const before = await logo(40);
      await press('publish');
      await review('approve', { version: (await read()).version });
      const [later, picture] = [await add('later'), await logo(60)];
      expect(await standing()).toBe('published+draft');
      expect(picture.view).toMatchObject({
        logo: { fileId: picture.fileId },
        waitingFiles: expect.arrayContaining([later.fileId, picture.fileId]),
      });
      expect(await shown()).toEqual({ logo: before.fileId, documents: [first] });
      await press('publish');
      expect(await queue()).toEqual([
        ['document', later.fileId],
        ['logo', picture.fileId],
      ]);
      for (const fileId of [later.fileId, picture.fileId]) {
        expect([await get(fileId), await get(fileId, stranger)]).toEqual([404, 404]);
        expect([await get(fileId, colleague), await get(fileId, organiser)]).toEqual([200, 200]);
      }
      await review('approve', { version: (await read()).version });
      expect([await get(later.fileId), await get(picture.fileId), await get(before.fileId)]).toEqual([200, 200, 404]);
      expect(await shown()).toEqual({ logo: picture.fileId, documents: [first, later.fileId] });
      expect(await read()).toMatchObject({ state: 'published', revision: null, waitingFiles: [] });
    });

    it.each([
      [
        'sent back',
        () => read().then(({ version }) => review('send-back', { version, because: 'Another file, please.' })),
      ],
      ['taken back', () => press('withdraw')],
    ])('%s it waits no more, and was never public', async (_, back) => {
      const first = await published();
      const { fileId } = await add('later');
      await press('publish');
      expect((await back()).status).toBe(200);
      expect(await queue()).toBeNull();
      expect(await get(fileId)).toBe(404);
      expect(await shown()).toEqual({ logo: null, documents: [first] });
      // Like the changes of the text it is its people's to hand in again, or to take away.
      expect((await read()).waitingFiles).toEqual([fileId]);
      await app.http(person!).delete(`${path}/documents/${fileId}`);
      expect(await get(fileId, colleague)).toBe(404);
    });

    it('who approves has seen it: what came while they read is refused', async () => {
      await published();
      await put(2, { size: '250-999' });
      await press('publish');
      const { version } = await read();
      const { fileId } = await add('later');
      expect(await review('approve', { version })).toMatchObject({ status: 409, body: { code: 'profile.changed' } });
      expect(await get(fileId)).toBe(404);
    });
  });

  it('a logo is a picture, and somebody’s own', async () => {
    const { body: file } = await send(app, person!, pdfFile('logo'), 'logo.pdf');
    const put = (fileId: string, who = person!) => app.http(who).put(`${path}/logo`, { fileId });
    expect(await put(file.fileId)).toMatchObject({ status: 422, body: { code: 'file.type_refused' } });
    expect(await put(file.fileId, colleague)).toMatchObject({ body: { code: 'file.unknown' } });
    expect((await read()).logo).toBeNull();
  });
});
