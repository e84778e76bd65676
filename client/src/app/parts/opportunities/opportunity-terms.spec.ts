import { describe, expect, it } from '@jest/globals';
import type { OpportunityView } from '@musubi/contracts';
import { OpportunityForm } from '../../data/profiles/opportunity-form';
import { specified, termsOf } from '../../data/profiles/opportunity-terms';
import { OpenedPage } from '../../../testing/opened-page';
import { FrameworksServed } from './frameworks-served';
import { ThirdCountries } from './third-countries';
import { WidenedAgreement } from './widened-agreement';

const areas = ['matchmaking'];

describe('the third countries of a 1+1', () => {
  it('are found by name, added, and taken away again', async () => {
    const form = new OpportunityForm();
    const page = await OpenedPage.of(ThirdCountries, { areas, inputs: { form } });
    const input = page.element.querySelector('input')!;
    const look = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await page.settle();
    };
    await look('viet');
    page.element.querySelector<HTMLElement>('[role=option]')!.click();
    await page.settle();
    expect([form.draft().thirdCountries, page.texts('.chip')]).toEqual([['VN'], ['Vietnam']]);
    await look('germany');
    expect(page.texts('[role=option]')).toEqual([]);
    page.element.querySelector<HTMLElement>('[aria-label="Remove Vietnam"]')!.click();
    await page.settle();
    expect(form.draft().thirdCountries).toEqual([]);
  });
});

describe('the agreement that is widened', () => {
  const choose = async (page: OpenedPage<WidenedAgreement>, value: string) => {
    const select = page.element.querySelector('select')!;
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await page.settle();
  };

  it('is one of the region’s, or another in words', async () => {
    const form = new OpportunityForm();
    const page = await OpenedPage.of(WidenedAgreement, { areas, inputs: { form, region: 'ITC4' } });
    expect(page.texts('option')).toEqual(['Another one, or none of these', 'Lombardia – Osaka']);
    expect(page.element.querySelectorAll('input')).toHaveLength(1);
    await choose(page, 'A01');
    expect([form.draft().agreementId, page.element.querySelectorAll('input').length]).toEqual(['A01', 0]);
    await choose(page, '');
    expect(form.draft().agreementId).toBeNull();
  });

  it('is said in words where none is known', async () => {
    const form = new OpportunityForm();
    const page = await OpenedPage.of(WidenedAgreement, { areas, inputs: { form, region: 'VN' } });
    expect(page.element.querySelector('select')).toBeNull();
    const input = page.element.querySelector('input')!;
    input.value = 'Sister ports';
    input.dispatchEvent(new Event('input'));
    expect(form.draft().agreementName).toBe('Sister ports');
  });
});

describe('the frameworks that are served', () => {
  it('are ticked one by one', async () => {
    const form = new OpportunityForm();
    const page = await OpenedPage.of(FrameworksServed, { areas, inputs: { form } });
    const boxes = page.element.querySelectorAll('input');
    for (const box of [boxes[0]!, boxes[2]!, boxes[0]!]) box.click();
    expect(form.draft().frameworks).toEqual(['green-alliance']);
  });
});

it('reads as a name after a colon, each in its language', () => {
  const one = { thirdCountries: ['VN', 'KE'], agreementId: 'A01', agreementName: null, frameworks: ['epa'] };
  const said = { thirdCountries: [], agreementId: null, agreementName: 'Sister ports', frameworks: [] };
  expect(termsOf(one as unknown as OpportunityView, 'ja')).toEqual({
    countries: 'ベトナム、ケニア',
    agreement: 'ロンバルディア州 – 大阪府',
    frameworks: '日EU経済連携協定（EPA）',
  });
  expect(termsOf(said as unknown as OpportunityView, 'en')).toEqual({
    ...{ countries: '', agreement: 'Sister ports', frameworks: '' },
  });
  expect([specified('A', 'b', 'en'), specified('A', 'b', 'ja'), specified('A', '', 'en')]).toEqual([
    'A: b',
    'A：b',
    'A',
  ]);
});
