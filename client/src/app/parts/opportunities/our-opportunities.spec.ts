import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { OpportunityView } from '@musubi/contracts';
import { Toasts } from '../../core/page/toasts';
import { clara } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { OurOpportunities } from './our-opportunities';

const text = (en: string) => ({ en, ja: null, original: 'en' as const });
const opportunity = (given: Partial<OpportunityView> = {}): OpportunityView =>
  ({
    opportunityId: 'valves',
    organisationId: 'neckar',
    kind: 'offer',
    dimension: 'innovation',
    topic: 'innovation',
    form: 'one-to-one',
    targetRegions: [],
    thirdCountries: [],
    stage: 'idea',
    novelty: 'new',
    agreementId: null,
    agreementName: null,
    frameworks: [],
    title: text('Valves'),
    summary: text('Valves for hydrogen'),
    deadline: null,
    state: 'published',
    revision: null,
    sentBack: null,
    expiresAt: null,
    version: 1,
    ...given,
  }) as unknown as OpportunityView;

const open = async (all: OpportunityView[]) => {
  const page = await OpenedPage.of(OurOpportunities, {
    areas: ['matchmaking', 'meetings'],
    inputs: { of: clara.organisation },
  });
  await page.answer('/me/organisations', [{ organisation: { organisationId: 'neckar' }, mine: { state: 'active' } }]);
  await page.answer('/organisations/neckar/opportunities', all);
  return page;
};
const restored = (page: OpenedPage<OurOpportunities>) =>
  page.answer('/opportunities/valves/restore', opportunity({ state: 'draft' }));

describe('what was archived', () => {
  it('stands folded below the rest, and comes back as a draft', async () => {
    const page = await open([opportunity({ state: 'archived' })]);
    expect(page.texts('.archived summary')).toEqual(['Archived: one entry']);
    expect(page.texts('h3')).toEqual([]);
    await page.press('Restore “Valves”');
    await restored(page);
    expect([page.texts('h3'), page.texts('.archived')]).toEqual([['Valves'], []]);
  });

  it('can be taken back at once', async () => {
    const page = await open([opportunity()]);
    await page.press('Archive');
    document.querySelector<HTMLElement>('musubi-confirm .btn:last-child')!.click();
    await page.answer('/opportunities/valves/archive', opportunity({ state: 'archived' }));
    expect([page.texts('h3'), page.texts('.archived summary')]).toEqual([[], ['Archived: one entry']]);
    TestBed.inject(Toasts).all().at(-1)!.act!.run();
    await restored(page);
    expect(page.texts('h3')).toEqual(['Valves']);
  });
});
