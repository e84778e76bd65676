import { describe, expect, it } from '@jest/globals';
import type { Lang, ProgrammeView, ReleaseSummary } from '@musubi/contracts';
import { eventId } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { session } from '../../../testing/session-fixtures';
import { OrganiserProgramme } from './organiser-programme';

const draft = { sessions: [session('2027-01-26T08:20:00Z')] } as unknown as ProgrammeView;
const release: ReleaseSummary = {
  number: 1,
  name: 'First',
  publishedAt: '2027-01-11T10:00:00Z',
  changes: [
    {
      sessionId: 'session' as never,
      kind: 'moved',
      title: { en: 'Opening', ja: '開会', original: 'en' },
      was: '2027-01-26T08:00:00Z',
      now: '2027-01-26T08:20:00Z',
    },
  ],
};
const path = `/events/${eventId}/programme`;
const report = {
  dryRun: true,
  sessions: { created: 1, updated: 0, cancelled: 0, unchanged: 3 },
  speakers: 2,
  rooms: 1,
  warnings: [{ code: 'clash_room', where: 'talk 7', text: 'Main stage' }],
};

const open = (lang: Lang = 'en') => OpenedPage.of(OrganiserProgramme, { areas: ['organiser', 'meetings'], lang });
const fill = async (page: OpenedPage<OrganiserProgramme>, releases = [release]) => {
  await page.answer(`${path}/draft`, draft);
  await page.answer(`${path}/releases`, releases);
};
/** Hands a file over as the browser does. */
const pick = async (page: OpenedPage<OrganiserProgramme>, text: string) => {
  const input = page.get('input[type="file"]') as HTMLInputElement;
  const file = { name: 'schedule.json', size: text.length, text: async () => text } as unknown as File;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change'));
  await page.settle();
};

describe('the organiser’s programme', () => {
  it('is read, then says what was released, in words for every time', async () => {
    const page = await open();
    expect(page.element.querySelector('musubi-skeleton')).not.toBeNull();
    await fill(page);
    expect(page.texts('[aria-labelledby="history"] summary, [aria-labelledby="history"] .changes li')).toEqual([
      '1. First Mon 11 January 2027, 11:00 CET. One change.',
      'Opening Moved: Tue 26 January, 09:00 CET → Tue 26 January, 09:20 CET',
    ]);
  });

  it('says so when nothing was released', async () => {
    const page = await open();
    await fill(page, []);
    expect(page.texts('[aria-labelledby="history"] li')).toEqual(['Nothing has been released yet.']);
  });

  it('says what went wrong, and is read again when asked', async () => {
    const page = await open();
    await page.answer(`${path}/draft`, { code: 'internal', instance: 'ref-5' }, 500);
    await page.answer(`${path}/releases`, []);
    expect(page.get('musubi-failure').textContent).toContain('ref-5');
    await page.press('Try again');
    await fill(page);
    expect(page.texts('summary')).toHaveLength(1);
  });

  it('tries a file, says what it would change and what is odd, and takes it only then', async () => {
    const page = await open();
    await fill(page);
    await pick(page, '{"schedule":{"conference":{}}}');
    await page.answer(`${path}/imports`, report);
    expect(page.texts('.sum dt, .sum dd').join(' ')).toBe(
      'New sessions 1 Changed 0 Cancelled 0 As before 3 Speakers 2 Rooms 1',
    );
    expect(page.texts('.warnings li')).toEqual(['Two sessions in one room at the same time Main stage talk 7']);
    await page.press('Take it into the draft');
    await page.answer(`${path}/imports`, { ...report, dryRun: false });
    expect(page.texts('[aria-labelledby="import"] p[role="status"]')).toEqual(['schedule.json is in the draft.']);
  });

  it('refuses a file that is no programme, before it is sent', async () => {
    const page = await open();
    await fill(page);
    await pick(page, 'dear all');
    expect(page.element.querySelector('musubi-failure')).not.toBeNull();
    page.http.expectNone(`/api${path}/imports`);
  });

  it('releases under a name, which must be there', async () => {
    const page = await open();
    await fill(page, []);
    await page.press('Release to everybody');
    expect(page.texts('form .error')).toEqual(['Please give the release a name.']);
    await page.fill('Name of the release', 'First');
    await page.press('Release to everybody');
    await page.answer(`${path}/releases`, draft);
    await fill(page);
    expect(page.texts('summary b')).toEqual(['1. First']);
  });

  it('follows by itself when somebody else releases', async () => {
    const page = await open();
    await fill(page, []);
    await page.tell('programme.changed');
    await fill(page);
    expect(page.texts('summary b')).toEqual(['1. First']);
  });

  it('says it in Japanese, too', async () => {
    const page = await open('ja');
    await fill(page, [{ ...release, number: 2, name: 'Release 2' }, release]);
    expect(page.texts('summary')).toEqual([
      '第2版 2027年1月11日（月）11:00 CET公開、変更1件',
      '第1版「First」 2027年1月11日（月）11:00 CET公開、変更1件',
    ]);
    expect(page.texts('.changes .meta')).toContain('日時変更：1月26日（火）09:00 CET→1月26日（火）09:20 CET');
  });
});
