import { describe, expect, it } from '@jest/globals';
import { OpportunityForm } from './opportunity-form';

describe('the form of an offer or request', () => {
  it('needs title and summary in the language of the original', () => {
    const form = new OpportunityForm();
    form.start('request', 'ja');
    form.write('title', 'en', 'Test partner');
    expect([form.submit(), [...form.errors()]]).toEqual([null, ['title', 'summary']]);
    form.write('title', 'ja', ' 試験の相手先 ');
    form.write('summary', 'ja', '当地の中小企業の試験です。');
    expect(form.submit()).toEqual({
      kind: 'request',
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
      deadline: null,
      title: { en: 'Test partner', ja: '試験の相手先', original: 'ja' },
      summary: { en: null, ja: '当地の中小企業の試験です。', original: 'ja' },
    });
    expect(form.untranslated()).toBe('en');
  });

  it('keeps the topic inside its dimension', () => {
    const form = new OpportunityForm();
    form.set({ dimension: 'people-jobs', topic: 'mobility' });
    expect(form.draft().topic).toBe('mobility');
    form.set({ dimension: 'trade' });
    expect([form.draft().topic, form.topics().map(({ code }) => code)]).toEqual([
      'trade',
      ['trade', 'market-entry', 'epa'],
    ]);
  });

  it('sends a third country and an agreement only where they belong, and keeps them meanwhile', () => {
    const form = new OpportunityForm();
    form.start('offer', 'en');
    form.write('title', 'en', 'Cold chains');
    form.write('summary', 'en', 'For harbours.');
    form.set({ form: 'one-plus-one', thirdCountries: ['VN'], novelty: 'expands', agreementName: ' Sister ports ' });
    expect(form.submit()).toMatchObject({ thirdCountries: ['VN'], agreementId: null, agreementName: 'Sister ports' });
    form.set({ agreementId: 'A01' });
    expect(form.submit()).toMatchObject({ agreementId: 'A01', agreementName: null });
    form.set({ form: 'one-to-one', novelty: 'new' });
    expect(form.submit()).toMatchObject({ thirdCountries: [], agreementId: null, agreementName: null });
    form.set({ form: 'one-plus-one' });
    expect(form.submit()).toMatchObject({ thirdCountries: ['VN'] });
  });

  it('takes up what was kept before it had all of its fields', () => {
    const form = new OpportunityForm();
    form.start('offer', 'en');
    const { thirdCountries, agreementName, frameworks, ...older } = form.draft();
    form.take(older as never);
    expect(form.draft()).toMatchObject({ thirdCountries, agreementName, frameworks });
  });

  it('says nothing before the first try', () => {
    const form = new OpportunityForm();
    form.start('offer', 'en');
    expect([form.gaps().length, form.errors().size]).toEqual([2, 0]);
  });
});
