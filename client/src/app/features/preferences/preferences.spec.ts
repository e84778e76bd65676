import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { DirectoryPeople, PreferencesView } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Toasts } from '../../core/page/toasts';
import { aiko, eventId, recommendation } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { Preferences } from './preferences';

const emi = { ...aiko, participantId: 'emi' as typeof aiko.participantId, name: { ...aiko.name, familyLatin: 'Endo' } };
const view = (more: Partial<PreferencesView> = {}): PreferencesView => ({
  eventId,
  planned: true,
  open: true,
  opensAt: null,
  until: '2027-01-20T17:00:00Z',
  publishedAt: null,
  mustAtMost: 2,
  preferences: [],
  ...more,
});
const directory = {
  total: 2,
  similar: false,
  meant: [],
  next: null,
  facets: {},
  people: [emi, aiko],
} as unknown as DirectoryPeople;
const said = (preference: 'must' | 'meet' | 'no_thanks') => [
  { participant: emi, preference, saidAt: '2027-01-12T08:00:00Z' },
];

async function open(answer = view(), inputs: Record<string, unknown> = {}) {
  const page = await OpenedPage.of(Preferences, {
    areas: ['preferences', 'meetings'],
    now: '2027-01-12T08:00:00Z',
    inputs,
  });
  await page.answer('/events/event/preferences', answer);
  await page.answer('/events/event/recommendations', [recommendation()]);
  await page.answer('/events/event/directory?lang=en', directory);
  return page;
}
/** The only call for what was said that comes, after whatever pause. */
const next = async (page: OpenedPage<Preferences>) => {
  for (;;) {
    const calls = page.http.match('/api/events/event/preferences');
    if (calls.length > 0) return calls.length === 1 ? calls[0]! : Promise.reject(new Error('asked twice'));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const rows = (page: OpenedPage<Preferences>) =>
  [...page.element.querySelectorAll('[musubi-preference-row]')].map(
    (row) =>
      `${row.querySelector('h3')!.textContent!.replaceAll(/\s+/g, ' ').trim()}: ${row.querySelector<HTMLInputElement>('input:checked')?.value}`,
  );
const choose = async (page: OpenedPage<Preferences>, row: number, value: string) => {
  page.element
    .querySelectorAll('[musubi-preference-row]')
    [row]!.querySelector<HTMLInputElement>(`[value=${value}]`)!
    .click();
  await page.settle();
};

describe('whom one wants to meet', () => {
  it('begins with those who are suggested, each a group of choices; the deadline is on both walls', async () => {
    const page = await open();
    expect(page.texts('h2')).toEqual(['Suggested to you', 'Everybody else']);
    expect(rows(page)).toEqual(['Aiko Tanaka 田中 愛子: none', 'Aiko Endo 田中 愛子: none']);
    expect(page.texts('legend')[0]).toBe('Your answer for Aiko Tanaka');
    expect(page.get('.deadline').textContent).toBe('Open until Wed 20 January, 18:00 CET, Thu 21 January, 02:00 JST');
    expect(page.texts('dd')[3]).toContain('They are not told, now or later');
  });

  it('is said at once, and taken back', async () => {
    const page = await open();
    await choose(page, 1, 'must');
    expect([rows(page)[1], page.texts('.counts')[0]]).toEqual([
      'Aiko Endo 田中 愛子: must',
      'Must 1 · Meet 0 · No thanks 0 one “must” left',
    ]);
    await page.answer('/events/event/preferences/emi', view({ preferences: said('must') }));
    const [toast] = TestBed.inject(Toasts).all();
    expect(toast!.text).toBe('Aiko Endo: Must');
    toast!.act!.run();
    await page.settle();
    expect(rows(page)[1]).toBe('Aiko Endo 田中 愛子: none');
    await page.answer('/events/event/preferences/emi', view());
    expect(TestBed.inject(Toasts).all().at(-1)!.text).toBe('Aiko Endo: No wish again');
  });

  it('keeps every group as wide as it is, and one word in the corner', async () => {
    const page = await open();
    const icons = () => page.element.querySelectorAll('[musubi-preference-row] svg').length;
    const before = icons();
    await choose(page, 1, 'must');
    await page.answer('/events/event/preferences/emi', view({ preferences: said('must') }));
    await choose(page, 1, 'no_thanks');
    await page.answer('/events/event/preferences/emi', view({ preferences: said('no_thanks') }));
    expect([before > 0, icons()]).toEqual([true, before]);
    expect(
      TestBed.inject(Toasts)
        .all()
        .map(({ text }) => text),
    ).toEqual(['Aiko Endo: No thanks']);
  });

  it('goes back to what it was where it is refused, and says why', async () => {
    const page = await open();
    await choose(page, 0, 'must');
    await page.answer(
      '/events/event/preferences/aiko',
      { code: 'schedule.too_many_musts', title: '', status: 409 },
      409,
    );
    await page.answer('/events/event/preferences', view());
    expect(rows(page)[0]).toBe('Aiko Tanaka 田中 愛子: none');
    expect(TestBed.inject(Toasts).all().at(-1)!.text).toBe('You have no “must” left');
  });

  it('can no longer be changed after the deadline, and shows what was said', async () => {
    const page = await open(view({ open: false, preferences: said('no_thanks') }), { view: 'said' });
    expect(rows(page)).toEqual(['Aiko Endo 田中 愛子: no_thanks']);
    expect(page.get('fieldset').hasAttribute('disabled')).toBe(true);
    expect(page.texts('musubi-note')[0]).toMatch(/^The time for this is over\. It ended on Wed 20 January, 18:00 CET/);
  });

  it.each([
    [true, 'What you say now counts for times that come free, and where the organisers plan again.'],
    [false, 'Your answers stay as they are; they count for times that come free, too.'],
  ])('tells that the plan is published, and what a change still does (open: %s)', async (open_, does) => {
    const page = await open(view({ open: open_, publishedAt: '2027-01-12T07:00:00Z' }));
    expect(page.texts('musubi-note')).toEqual([
      `The plan is published. Your meetings were arranged on Tue 12 January, 08:00 CET, 16:00 JST; they stay as they are. ${does} Go to your meetings`,
    ]);
    expect(page.get('musubi-note a').getAttribute('href')).toBe('/app/events/conference/meetings');
    expect(page.element.textContent).not.toContain('You are told once');
    expect(page.texts('.deadline').length).toBe(open_ ? 1 : 0);
  });

  it('learns that a plan is published, and that the time for it is over, while it is open', async () => {
    const page = await open();
    expect(page.get('.deadline').textContent).toMatch(/^Open until Wed 20 January/);
    await page.tell('plan.changed', { eventId: 'another' });
    await page.tell('plan.changed');
    (await next(page)).flush(view({ publishedAt: '2027-01-12T08:00:00Z' }));
    await page.settle();
    expect(page.texts('musubi-note')[0]).toMatch(/^The plan is published\./);
    TestBed.inject(Clock).set({ now: '2027-01-20T17:00:00Z', offsetMs: 0 });
    await page.settle();
    (await next(page)).flush(view({ open: false, publishedAt: '2027-01-12T08:00:00Z' }));
    await page.settle();
    expect([page.texts('.deadline').length, page.get('fieldset').hasAttribute('disabled')]).toEqual([0, true]);
    page.http.expectNone('/api/events/event/preferences');
  });

  it('is not asked where people ask each other', async () => {
    const page = await open(view({ planned: false, open: false, until: null }));
    expect(page.texts('h2')).toEqual(['Nothing to say here']);
  });
});
