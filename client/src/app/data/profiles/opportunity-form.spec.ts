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
      stage: 'idea',
      novelty: 'new',
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

  it('says nothing before the first try', () => {
    const form = new OpportunityForm();
    form.start('offer', 'en');
    expect([form.gaps().length, form.errors().size]).toEqual([2, 0]);
  });
});
