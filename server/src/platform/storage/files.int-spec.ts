import { createHash } from 'node:crypto';
import { readdir, readFile, utimes, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { fileBytesAtMost } from '@musubi/contracts';
import sharp from 'sharp';
import { officeFile, pdfFile, send, upload } from '../../../test/builders/files.js';
import { newPerson } from '../../../test/new-person.js';
import { newKey, startApp, type TestApp } from '../../../test/start-app.js';
import { Files, FileUses } from '../index.js';

let app: TestApp;
let ada: { userId: string; cookie: string };
let bo: { userId: string; cookie: string };
beforeAll(async () => {
  app = await startApp({ alone: true });
  await app.db.query('CREATE TABLE desk (file_id uuid REFERENCES stored_file (id), reader uuid)');
  app.app.get(FileUses).register({
    table: 'desk',
    column: 'file_id',
    readable: async (em, actor, fileId) =>
      ((await em.query('SELECT FROM desk WHERE file_id = $1 AND reader = $2', [fileId, actor?.userId])) as unknown[])
        .length > 0,
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE desk, stored_file CASCADE');
  [ada, bo] = [await app.signIn(await newPerson(app)), await app.signIn(await newPerson(app))];
});

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kept = async () =>
  (await readdir(join(app.config.filesDir, 'kept'), { recursive: true }).catch(() => [])).filter(
    (name) => name.length > 60,
  );
const drafts = () => readdir(join(app.config.filesDir, 'drafts')).catch(() => []);
const rows = () => app.db.query('SELECT name, bytes, media_type AS type, uploaded_by AS by FROM stored_file');
const read = async (person: { cookie: string } | null, fileId: string, more = '') => {
  const answer = await fetch(`${app.origin}/api/files/${fileId}${more}`, {
    headers: person ? { cookie: person.cookie } : {},
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 60, b: 40 } } });
/** Everything became a day older. */
async function aDayLater() {
  await app.db.query(
    `UPDATE stored_file SET uploaded_at = uploaded_at - interval '25 hours', attached_at = attached_at - interval '25 hours'`,
  );
  const before = new Date(Date.now() - 25 * 3_600_000);
  for (const folder of ['kept', 'drafts'])
    for (const name of await readdir(join(app.config.filesDir, folder), { recursive: true }).catch(() => []))
      await utimes(join(app.config.filesDir, folder, name), before, before);
}

describe('a file', () => {
  it('is kept by its content and read back as it came, by who sent it', async () => {
    const bytes = pdfFile();
    const { status, body } = await send(app, ada, bytes, '協力計画（案）.pdf');
    expect([status, body]).toEqual([
      201,
      { fileId: expect.any(String), name: '協力計画（案）.pdf', bytes: bytes.length, mediaType: 'application/pdf' },
    ]);
    expect(await rows()).toEqual([
      { name: '協力計画（案）.pdf', bytes: bytes.length, type: 'application/pdf', by: ada.userId },
    ]);
    expect(await readFile(join(app.config.filesDir, 'kept', sha(bytes).slice(0, 2), sha(bytes)))).toEqual(bytes);
    const back = await read(ada, body.fileId);
    expect([back.status, back.bytes.equals(bytes)]).toEqual([200, true]);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="_______.pdf"; filename*=UTF-8''${encodeURIComponent('協力計画（案）.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
    });
    expect(await drafts()).toEqual([]);
  });

  it('is not there for anybody else, as if it had never been', async () => {
    const { fileId } = (await send(app, ada, pdfFile(), 'plan.pdf')).body;
    const refused = await Promise.all(
      [bo, null].flatMap((person) => [fileId, ada.userId].map((id) => app.http(person).get(`/api/files/${id}`))),
    );
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([404, 'not_found']));
  });

  it('is read by whom what it belongs to lets, and then only by them', async () => {
    const { fileId } = (await send(app, ada, pdfFile(), 'plan.pdf')).body;
    await app.transactions.run(async (tx) => {
      await app.app.get(Files).attach(tx, fileId, ada);
      await tx.em.query('INSERT INTO desk VALUES ($1, $2)', [fileId, bo.userId]);
    });
    expect([
      (await read(ada, fileId)).status,
      (await read(bo, fileId)).status,
      (await read(null, fileId)).status,
    ]).toEqual([404, 200, 404]);
  });

  it('that is text comes back whole, however it travels', async () => {
    const bytes = Buffer.from('名前;Ort\n'.repeat(1_000));
    const { fileId } = (await send(app, ada, bytes, 'list.csv')).body;
    expect((await read(ada, fileId)).bytes.equals(bytes)).toBe(true);
  });

  it('is told not to be read again while it is the same', async () => {
    const { fileId } = (await send(app, ada, pdfFile(), 'plan.pdf')).body;
    const etag = (await read(ada, fileId)).headers.get('etag')!;
    const again = await fetch(`${app.origin}/api/files/${fileId}`, {
      headers: { cookie: ada.cookie, 'if-none-match': etag },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('sent again', () => {
  it('with its key it is taken once, however many arrive at one time', async () => {
    const key = newKey();
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(app, ada, pdfFile(), 'plan.pdf', { key })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.fileId)).size).toBe(1);
    expect((await rows()).length).toBe(1);
  });

  test.each([
    ['other bytes', () => send(app, ada, pdfFile('other'), 'plan.pdf', { key })],
    ['another name', () => send(app, ada, pdfFile(), 'other.pdf', { key })],
  ])('with its key and %s it is refused, and nothing is kept', async (_, again) => {
    await send(app, ada, pdfFile(), 'plan.pdf', { key });
    const { status, body } = await again();
    expect([status, (body as { code?: string }).code]).toEqual([422, 'idempotency.key_reused']);
    expect((await rows()).length).toBe(1);
  });
  const key = 'the-same-key';

  it('by several people at one time its bytes are kept once, and each has a file of their own', async () => {
    const bytes = pdfFile('everybody');
    const before = (await kept()).length;
    const answers = await Promise.all([ada, bo, ada, bo, ada].map((person) => send(app, person, bytes, 'plan.pdf')));
    expect(new Set(answers.map(({ body }) => body.fileId)).size).toBe(5);
    expect((await kept()).length).toBe(before + 1);
    for (const [index, person] of [ada, bo, ada].entries())
      expect((await read(person, answers[index]!.body.fileId)).bytes.equals(bytes)).toBe(true);
    expect(await drafts()).toEqual([]);
  });
});

describe('attached', () => {
  const attach = (fileId: string, person: { userId: string }) =>
    app.transactions.run(async (tx) => (await app.app.get(Files).attach(tx, fileId, person)).id);

  it('is a file once, by who sent it', async () => {
    const { fileId } = (await send(app, ada, pdfFile(), 'plan.pdf')).body;
    await expect(attach(fileId, bo)).rejects.toMatchObject({ code: 'file.unknown' });
    const both = await Promise.allSettled([attach(fileId, ada), attach(fileId, ada)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the sweep', () => {
  it('takes what nothing refers to after a day, with its bytes, and leaves everything else', async () => {
    const waiting = (await send(app, ada, pdfFile('waiting'), 'waiting.pdf')).body.fileId;
    const used = (await send(app, ada, pdfFile('used'), 'used.pdf')).body.fileId;
    const dropped = (await send(app, ada, pdfFile('dropped'), 'dropped.pdf')).body.fileId;
    await app.transactions.run(async (tx) => {
      for (const id of [used, dropped]) await app.app.get(Files).attach(tx, id, ada);
      await tx.em.query('INSERT INTO desk VALUES ($1, $2)', [used, ada.userId]);
    });
    expect(await app.jobs.runSweeps()).toBe(0);
    await aDayLater();
    const fresh = (await send(app, ada, pdfFile('fresh'), 'fresh.pdf')).body.fileId;
    await app.jobs.runSweeps();
    const left = (await app.db.query('SELECT id FROM stored_file ORDER BY uploaded_at')) as { id: string }[];
    expect(left.map(({ id }) => id)).toEqual([used, fresh]);
    expect((await kept()).map((path) => path.split('/').at(-1)).toSorted()).toEqual(
      [sha(pdfFile('used')), sha(pdfFile('fresh'))].toSorted(),
    );
    expect([(await read(ada, waiting)).status, (await read(ada, used)).status]).toEqual([404, 200]);
  });

  it('takes the bytes that a crash left without a row, and what had only half arrived', async () => {
    const bytes = pdfFile('crashed');
    await send(app, ada, bytes, 'plan.pdf');
    // As a server leaves it that is killed after the bytes and before the commit, and another while the bytes came.
    await app.db.query('DELETE FROM stored_file');
    await mkdir(join(app.config.filesDir, 'drafts'), { recursive: true });
    await writeFile(join(app.config.filesDir, 'drafts', 'half'), 'ha');
    await app.jobs.runSweeps();
    expect([(await kept()).includes(join(sha(bytes).slice(0, 2), sha(bytes))), await drafts()]).toEqual([
      true,
      ['half'],
    ]);
    await aDayLater();
    await app.jobs.runSweeps();
    expect([await kept(), await drafts()]).toEqual([[], []]);
  });

  it('and the same bytes sent anew at that moment: the row that comes has its bytes', async () => {
    const bytes = pdfFile('again');
    for (let round = 0; round < 5; round++) {
      await send(app, ada, bytes, 'plan.pdf');
      await app.db.query('DELETE FROM stored_file');
      await aDayLater();
      const [{ body }] = await Promise.all([send(app, bo, bytes, 'plan.pdf'), app.jobs.runSweeps()]);
      expect((await read(bo, body.fileId)).status).toBe(200);
    }
  });
});

describe('a photo', () => {
  it('is made anew: bounded, upright, and without what the camera wrote into it', async () => {
    const taken = await photo(3_000, 2_000)
      .withExif({
        IFD0: { Copyright: 'Somebody', Make: 'Secret camera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 51/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(taken.includes('Secret camera')).toBe(true);
    const { body } = await send(app, ada, taken, 'IMG_0001.JPG', { kind: 'image' });
    expect(body).toMatchObject({ name: 'IMG_0001.webp', mediaType: 'image/webp' });
    const { bytes, headers } = await read(ada, body.fileId);
    const { width, height, exif, format } = await sharp(bytes).metadata();
    expect([width, height, exif, format]).toEqual([1_067, 1_600, undefined, 'webp']);
    expect(bytes.includes('Secret camera')).toBe(false);
    expect(headers.get('content-disposition')).toMatch(/^inline; /);
  });

  it('comes in the widths that pages ask for, never larger than it is', async () => {
    const { fileId } = (await send(app, ada, await photo(500, 250).png().toBuffer(), 'a.png', { kind: 'image' })).body;
    const widths = await Promise.all(
      ['96', '960'].map(
        async (width) => (await sharp((await read(ada, fileId, `?width=${width}`)).bytes).metadata()).width,
      ),
    );
    expect(widths).toEqual([96, 500]);
    expect((await read(ada, fileId, '?width=97')).status).toBe(400);
  });

  it('loses what hangs behind it, as a document too', async () => {
    const polyglot = Buffer.concat([await photo(10, 10).png().toBuffer(), officeFile('docx')]);
    const { body } = await send(app, ada, polyglot, 'a.png');
    const { bytes } = await read(ada, body.fileId);
    expect([bytes.includes('word/document.xml'), (await sharp(bytes).metadata()).format]).toEqual([false, 'png']);
  });
});

const post = async (form: unknown, query = '?kind=document', person: { cookie: string } | null = ada) => {
  const { status, body } = await app.http(person).post(`/api/files${query}`, form);
  return [status, body.code];
};
const two = () => {
  const form = upload(pdfFile(), 'a.pdf');
  form.append('file', new File([pdfFile('b') as Uint8Array<ArrayBuffer>], 'b.pdf'));
  return form;
};

test.each<[string, () => unknown, number, string]>([
  ['nothing in it', () => upload(new Uint8Array(0), 'a.pdf'), 422, 'file.empty'],
  [
    'a byte too many',
    () => upload(Buffer.concat([pdfFile(), Buffer.alloc(fileBytesAtMost)]), 'a.pdf'),
    413,
    'file.too_big',
  ],
  ['far too many', () => upload(Buffer.alloc(fileBytesAtMost * 3), 'a.pdf'), 413, 'file.too_big'],
  ['JSON', () => ({}), 400, 'request.invalid'],
  ['no file', () => new FormData(), 400, 'request.invalid'],
  ['another field', () => upload(pdfFile(), 'a.pdf', 'photo'), 400, 'request.invalid'],
])('a request with %s is refused', async (_, form, status, code) => {
  expect(await post(form())).toEqual([status, code]);
  expect([await rows(), await drafts()]).toEqual([[], []]);
});

test('of two files in one request none is taken, or the first', async () => {
  const [status] = await post(two());
  expect([(await rows()).length, status]).toEqual(status === 201 ? [1, 201] : [0, 400]);
});

test('sixty an hour are enough for one person; others go on', async () => {
  const paced = await startApp({ alone: true, env: { RATE_LIMIT_FACTOR: '1' } });
  try {
    const [one, other] = [await paced.signIn(await newPerson(paced)), await paced.signIn(await newPerson(paced))];
    const statuses: number[] = [];
    for (let sent = 0; sent < 61; sent++) statuses.push((await send(paced, one, pdfFile(), 'a.pdf')).status);
    expect([statuses.filter((status) => status === 201).length, statuses.at(-1)]).toEqual([60, 429]);
    expect((await send(paced, other, pdfFile(), 'a.pdf')).status).toBe(201);
  } finally {
    await paced.close();
  }
});

test('who is not signed in, and who says no kind, sends nothing', async () => {
  expect(await post(upload(pdfFile(), 'a.pdf'), '?kind=document', null)).toEqual([401, 'login.required']);
  expect(await post(upload(pdfFile(), 'a.pdf'), '?kind=program')).toEqual([400, 'request.invalid']);
});
