import { afterEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { CaseId, CaseView, FunnelRecord, FunnelView, Lang, RegionHeat } from '@musubi/contracts';
import { aiko, clara, eventId } from '../../../testing/meeting-fixtures';
import { conference, OpenedPage } from '../../../testing/opened-page';
import { OrganiserFollowUp } from './organiser-follow-up';

const funnel = (given: { held?: number; initiated?: number } = {}): FunnelView => ({
  eventId: null,
  asOf: '2027-03-25T09:00:00Z',
  steps: [
    { step: 'requested', count: 40, levels: null, ofHeld: null },
    { step: 'confirmed', count: 30, levels: null, ofHeld: null },
    { step: 'held', count: given.held ?? 20, levels: null, ofHeld: 1 },
    { step: 'unanswered', count: 5, levels: null, ofHeld: 0.25 },
    { step: 'follow_up', count: 10, levels: null, ofHeld: 0.5 },
    {
      step: 'initiated',
      count: given.initiated ?? 3,
      levels: { claimed: 2, confirmed: 2, verified: 1 },
      ofHeld: 0.15,
    },
    { step: 'drafted', count: 0, levels: null, ofHeld: 0 },
    { step: 'signed', count: 0, levels: null, ofHeld: 0 },
  ],
  held: { measured: 0, declared: 0, decided: 0, provisional: 0 },
  excluded: 0,
  disputed: 0,
  baseline: { held: 2210, initiated: 202, signed: 27, nonEuropeanShare: 0.53 },
});
const heat: RegionHeat = { eu: ['DE1'], jp: ['JP-27'], cells: [{ eu: 'DE1', jp: 'JP-27', held: 4, cases: 1 }] };
const one: CaseView = {
  caseId: 'case' as CaseId,
  eventId,
  status: 'initiated',
  kind: null,
  title: 'Test weeks',
  parties: [clara.organisation, aiko.organisation],
  level: 'confirmed',
  nextStep: 'Agree on test weeks',
  nextStepDue: '2027-04-01',
  initiatedOn: '2027-01-26',
  meetingIds: [],
  disputed: false,
  mayConfirm: false,
};
const record: FunnelRecord = {
  id: 'case',
  kind: 'case',
  at: '2027-01-26T09:00:00Z',
  parties: [clara.organisation, aiko.organisation],
  people: [clara.name, aiko.name],
  state: 'initiated confirmed',
  detail: 'Agree on test weeks',
};
const empty: FunnelView = {
  ...funnel(),
  steps: funnel().steps.map((step) => ({ ...step, count: 0, levels: null, ofHeld: null })),
};

const open = async (given: { lang?: Lang; inputs?: Record<string, unknown> } = {}) => {
  const page = await OpenedPage.of(OrganiserFollowUp, {
    areas: ['organiser', 'meetings'],
    now: '2027-03-25T09:00:00Z',
    ...given,
  });
  await page.answer('/events', [conference]);
  return page;
};
const fill = async (page: OpenedPage<OrganiserFollowUp>, view: FunnelView, map = heat, cases = [one]) => {
  await page.answer('/organise/funnel', view);
  await page.answer('/organise/heat', map);
  await page.answer('/organise/cases', cases);
};
const ladder = (page: OpenedPage<OrganiserFollowUp>, table = '.ladder:not(.apart)') =>
  page.texts(`${table} tbody th, ${table} tbody .n`).join(' ');

describe('what came of it, for organisers', () => {
  const wide = Object.getOwnPropertyDescriptor(window, 'matchMedia');
  afterEach(() => {
    if (wide) Object.defineProperty(window, 'matchMedia', wide);
    else Reflect.deleteProperty(window, 'matchMedia');
  });

  it('is read, then stands as a ladder; who has not answered is a band of its own', async () => {
    const page = await open();
    expect(page.element.querySelector('musubi-skeleton')).not.toBeNull();
    await fill(page, funnel());
    expect(ladder(page)).toBe(
      'Requested 40 Confirmed 30 Held 20 Follow-up agreed 10 Cases initiated 3 Instrument drafted 0 Signed 0',
    );
    expect(ladder(page, '.apart')).toBe('Held, no answer yet 5');
    expect(page.texts('.ladder .b.has')).toEqual(['2,210', '202 9.1 %', '27 1.2 %']);
    expect(page.texts('.base')).toEqual([
      'Published baseline 2,210 meetings held, 202 cases (9.1 %), 27 formal agreements (1.2 %).',
    ]);
  });

  it('says what there is before anything has happened', async () => {
    const page = await open();
    await fill(page, empty, { eu: [], jp: [], cells: [] }, []);
    expect([page.texts('.two .soft'), page.element.querySelectorAll('.strip i[data-kind="all"]').length]).toEqual([
      ['No meeting has been held yet.', 'No case yet. One begins when both sides name a step, with who and when.'],
      0,
    ]);
  });

  it('says what went wrong, and reads again when asked', async () => {
    const page = await open();
    await page.answer('/organise/funnel', { code: 'internal', status: 500, instance: 'ref-2' }, 500);
    expect(page.get('musubi-failure').textContent).toContain('ref-2');
    await page.press('Try again');
    await fill(page, funnel());
    expect(ladder(page)).toContain('Held 20');
  });

  it('has a way to its records behind every number', async () => {
    const page = await open();
    await fill(page, funnel());
    const behind = [...page.element.querySelectorAll('a[data-behind]')];
    expect(behind.map((link) => [link.getAttribute('data-behind'), link.getAttribute('href')?.split('?')[1]])).toEqual([
      ['requested', 'step=requested'],
      ['confirmed', 'step=confirmed'],
      ['held', 'step=held'],
      ['follow_up', 'step=follow_up'],
      ['initiated', 'step=initiated'],
      ['initiated claimed', 'step=initiated&level=claimed'],
      ['drafted', 'step=drafted'],
      ['signed', 'step=signed'],
      ['unanswered', 'step=unanswered'],
      ['held DE1 JP-27', 'step=held&eu=DE1&jp=JP-27'],
    ]);
    await page.press('As a list');
    for (const link of page.element.querySelectorAll('a[data-behind][aria-label]'))
      expect(link.getAttribute('aria-label')).toContain(link.textContent.trim());
    expect(page.texts('.table [data-behind]')).toEqual(['4', '1']);
  });

  it('says the number that a cell shows also when it is read out', async () => {
    const page = await open();
    await fill(page, funnel(), { ...heat, cells: [{ eu: 'DE1', jp: 'JP-27', held: 1, cases: 1 }] });
    expect(page.get('a.cell').getAttribute('aria-label')).toBe(
      'Baden-Württemberg with Osaka: 1 meeting, one cooperation case. Open the records',
    );
  });

  it('opens the records that its address names', async () => {
    const page = await open({ inputs: { step: 'initiated', level: 'claimed' } });
    await fill(page, funnel());
    await page.answer('/organise/funnel/initiated?level=claimed', [record]);
    expect(page.texts('#records-heading')).toEqual(['Cases initiated: Claimed by one side']);
    expect(page.texts('musubi-records li')).toEqual([
      'Tue 26 January 2027, 10:00 CET Neckar Hydrogen Cluster, Baden-Württemberg – Osaka Bay Green Industry Council, ' +
        'Osaka Clara Weiss, Aiko Tanaka Case initiated · Confirmed by the partner Agree on test weeks',
    ]);
  });

  it('goes to the number’s address and stays where it is scrolled to', async () => {
    const page = await open();
    await fill(page, funnel());
    await page.press('Cases initiated: 3. Open the records');
    await page.settle();
    expect(TestBed.inject(Router).url).toBe('/?step=initiated');
  });

  it('follows by itself, and marks the number that changed', async () => {
    const page = await open();
    await fill(page, funnel());
    await page.tell('funnel.changed');
    await new Promise((resolve) => setTimeout(resolve, 450));
    await fill(page, funnel({ initiated: 4 }));
    expect(page.texts('.ladder tr.changed th')).toEqual(['Cases initiated']);
    expect(page.get('.ladder tr[data-fresh] .n').textContent.trim()).toBe('4');
  });

  it('lets the helpdesk verify what another party has confirmed', async () => {
    const page = await open();
    await fill(page, funnel());
    await page.press('Verify Test weeks');
    expect(page.texts('.cases musubi-state')).toEqual(['Verified by the helpdesk']);
    await page.answer('/cases/case/verify', { ...one, level: 'verified' });
    expect(page.button('Verify Test weeks')).toBeNull();
  });

  it('is a list on a phone, where the map would be cut off', async () => {
    window.matchMedia = (query) => ({ matches: query === '(max-width: 767px)' }) as MediaQueryList;
    const page = await open();
    await fill(page, funnel());
    expect([page.element.querySelector('.heat'), page.texts('.table tbody th')]).toEqual([null, ['Baden-Württemberg']]);
    expect(page.button('As a map')).not.toBeNull();
  });

  it('says it in Japanese, too', async () => {
    const page = await open({ lang: 'ja' });
    await fill(page, funnel());
    expect(page.texts('.apart th')).toEqual(['実施後、回答待ち']);
    expect(page.texts('.legend')).toEqual(['連携案件が始まった組み合わせです。']);
    expect(page.button('バーデン＝ヴュルテンベルク州と大阪府：面談4件、連携案件1件。記録を開く')).not.toBeNull();
  });
});
