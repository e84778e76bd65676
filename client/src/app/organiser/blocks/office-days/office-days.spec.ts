import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { Lang, Me, OfficeDayView } from '@musubi/contracts';
import { Login } from '../../../core/login/login';
import { Toasts } from '../../../core/page/toasts';
import { OpenedPage } from '../../../../testing/opened-page';
import { OfficeDays } from './office-days';
import { inputOf, officeOptions, whoseOf } from './office-choice';

const path = '/organise/office-days';
const organisationId = '00000000-0000-4000-8000-000000000001';
const card = { organisationId, nameLatin: 'Suita Council', nameLocal: '吹田協議会', regionCode: 'JP-27' };
const region = {
  officeDayId: 'day-1',
  whose: { kind: 'region', regionCode: 'DE1' },
  from: '2027-01-06',
  until: '2027-01-06',
  works: false,
  reason: 'Epiphany',
} as OfficeDayView;
const office = {
  officeDayId: 'day-2',
  whose: { kind: 'organisation', organisation: card },
  from: '2027-08-09',
  until: '2027-08-20',
  works: false,
  reason: null,
} as unknown as OfficeDayView;

const WORDS = {
  en: { labels: ['Region or organisation', 'First day'], add: 'Add these days' },
  ja: { labels: ['地域または機関', '開始日'], add: 'この期間を登録する' },
} as const;

const opened = async (days: OfficeDayView[], lang: Lang = 'en', eventId: string | null = null) => {
  const page = await OpenedPage.of(OfficeDays, { areas: ['blocks'], lang });
  const login = TestBed.inject(Login);
  const me = { ...login.me()!, grants: [{ role: 'organiser', eventId, organisationId: null }] } as Me;
  login.accept({ me, secondFactor: 'done', demo: false });
  const details = page.get('details') as unknown as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await page.answer(path, days);
  return page;
};

describe('what can be chosen', () => {
  it('is regions in either language, and organisations that were found', () => {
    const values = (text: string, lang: Lang) => officeOptions(text, [card as never], lang).map(({ value }) => value);
    expect(values('Osaka', 'en')).toEqual(['region:JP-27', `organisation:${organisationId}`]);
    expect(values('大阪', 'ja')).toEqual(['region:JP-27', `organisation:${organisationId}`]);
    expect(values(' ', 'en')).toEqual([]);
  });

  it('is sent as the one or the other, and what was removed as it was', () => {
    expect(whoseOf('region:JP-27')).toEqual({ kind: 'region', regionCode: 'JP-27' });
    expect(inputOf(office)).toEqual({
      whose: { kind: 'organisation', organisationId },
      from: '2027-08-09',
      until: '2027-08-20',
      works: false,
      reason: null,
    });
  });
});

describe('days off of offices', () => {
  it('are read once they are opened, and nothing moves behind a closed fold', async () => {
    const page = await OpenedPage.of(OfficeDays, { areas: ['blocks'] });
    expect(page.texts('musubi-skeleton')).toHaveLength(0);
    const details = page.get('details') as unknown as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await page.settle();
    expect(page.texts('musubi-skeleton')).toHaveLength(1);
    await page.answer(path, []);
    expect(page.texts('musubi-skeleton')).toHaveLength(0);
  });

  it('say whose, when and why', async () => {
    const page = await opened([region, office]);
    expect(page.texts('li')).toEqual([
      'Baden-Württemberg Wed 6 Jan 2027 closed Epiphany Remove',
      'Suita Council Mon 9 Aug 2027 – Fri 20 Aug 2027 closed Remove',
    ]);
  });

  it('say that there may be later ones, and show them', async () => {
    const day = (at: number): OfficeDayView => ({ ...region, officeDayId: `day-${at}` }) as OfficeDayView;
    const first = Array.from({ length: 100 }, (_, at) => day(at));
    const page = await opened(first);
    expect(page.texts('.more')).toEqual(['The earliest 100 entries are shown. Show later ones']);
    await page.press('Show later ones');
    await page.answer(path, first);
    await page.answer(`${path}?after=day-99`, [day(100)]);
    expect([page.texts('li').length, page.texts('.more')]).toEqual([101, []]);
  });

  it('are added for a region, one day or several', async () => {
    const page = await opened([]);
    await page.press('Add these days');
    expect(page.texts('.error')).toEqual([
      'Please choose a region or an organisation from the list.',
      'Please say which day.',
    ]);
    await page.fill('Region or organisation', 'Osaka');
    (page.get('[role=option]') as unknown as HTMLElement).click();
    await page.fill('First day', '2027-05-06');
    await page.fill('Last day', '2027-05-05');
    expect(page.texts('.error')).toEqual(['The last day lies before the first.']);
    await page.fill('Last day', '');
    await page.fill('What for', 'Foundation day');
    await page.press('Add these days');
    const sent = page.http.expectOne(({ method }) => method === 'POST');
    expect([sent.request.url.endsWith(path), sent.request.body]).toEqual([
      true,
      {
        whose: { kind: 'region', regionCode: 'JP-27' },
        from: '2027-05-06',
        until: '2027-05-06',
        works: false,
        reason: 'Foundation day',
      },
    ]);
    sent.flush(region, { status: 201, statusText: '' });
    await page.settle();
    await page.answer(path, [region]);
    expect(page.texts('li strong')).toEqual(['Baden-Württemberg']);
  });

  it.each([
    ['en', 'Osaka', 'This is not for you to do. '],
    ['ja', '大阪', 'この操作はできません。 '],
  ] as const)('that were refused say why, and can be sent again as they stand (%s)', async (lang, typed, why) => {
    const page = await opened([], lang);
    const { labels, add } = WORDS[lang];
    await page.fill(labels[0], typed);
    page.get('[role=option]').click();
    await page.fill(labels[1], '2027-05-06');
    await page.press(add);
    await page.answer(path, { status: 403, code: 'forbidden' }, 403);
    expect(page.texts('.error')).toEqual([expect.stringMatching(`^${why}`)]);
    await page.press(add);
    expect(page.texts('.error')).toEqual([]);
    page.http.expectOne(({ method }) => method === 'POST').flush(region, { status: 201, statusText: '' });
    await page.answer(path, [region]);
    expect([page.texts('.error'), page.texts('li strong').length]).toEqual([[], 1]);
  });

  it('that could not be removed are no error of those being written', async () => {
    const page = await opened([region]);
    await page.press('Remove Baden-Württemberg, Wed 6 Jan 2027');
    await page.answer(`${path}/day-1`, { status: 403, code: 'forbidden' }, 403);
    expect(page.texts('.error')).toEqual([]);
    expect(TestBed.inject(Toasts).all().at(-1)!.text).toBe('This is not for you to do');
    expect(page.texts('li strong')).toEqual(['Baden-Württemberg']);
  });

  it('are removed at once, and written again from the news of it', async () => {
    const page = await opened([region]);
    await page.press('Remove Baden-Württemberg, Wed 6 Jan 2027');
    page.http.expectOne(({ method }) => method === 'DELETE').flush(null, { status: 204, statusText: '' });
    await page.settle();
    await page.answer(path, []);
    expect(page.texts('li')).toEqual(['Nothing is written yet.']);
    TestBed.inject(Toasts).all().at(-1)!.act!.run();
    await page.settle();
    const sent = page.http.expectOne(({ method }) => method === 'POST');
    expect(sent.request.body).toEqual(inputOf(region));
  });

  it('are read alone by who organises one event', async () => {
    const page = await opened([region], 'en', 'another');
    expect([page.button('Remove Baden-Württemberg, Wed 6 Jan 2027'), page.button('Add these days')]).toEqual([
      null,
      null,
    ]);
    expect(page.texts('.meta')).toContain('Those who organise all events change these days.');
  });
});
