import { describe, expect, it } from '@jest/globals';
import type { OpportunityCard, OpportunityId, ParticipantId, RecommendationView } from '@musubi/contracts';
import { acrossFrom, countFacets, everybody, narrow, narrowed, sharedLanguages } from './facets';
import { aiko, clara, recommendation } from '../../../testing/meeting-fixtures';

const card = (dimension: OpportunityCard['dimension'], title: string): OpportunityCard => ({
  opportunityId: title as OpportunityId,
  kind: 'offer',
  title: { en: title, ja: null, original: 'en' },
  dimension,
  topic: dimension,
});
const osaka = recommendation({
  pairs: [{ mine: card('innovation', 'Test capacity'), theirs: card('innovation', 'Test partner') }],
});
const shop = recommendation({
  participant: {
    ...clara,
    participantId: 'shop' as ParticipantId,
    workingLanguages: ['fr'],
    name: { ...clara.name, givenLatin: 'Zoé' },
  },
  sharedSlots: 0,
  sharedOfficeSlots: 0,
  pairs: [{ mine: card('trade', 'Fair'), theirs: card('trade', 'Stand') }],
});
const all = [osaka, shop];
const mine = ['de', 'en'];
const left = (to: Partial<typeof everybody>): RecommendationView[] => narrow(all, { ...everybody, ...to }, mine);

describe('narrowing suggestions', () => {
  it('narrows by side, dimension, common time and language, and by words in any script and case', () => {
    expect(left({})).toEqual(all);
    expect(left({ sides: new Set(['jp']) })).toEqual([osaka]);
    expect(left({ dimensions: new Set(['trade']) })).toEqual([shop]);
    expect(left({ commonSlot: true })).toEqual([osaka]);
    expect(left({ officeHours: true })).toEqual([osaka]);
    expect(narrow([{ ...osaka, sharedOfficeSlots: 0 }], { ...everybody, officeHours: true }, mine)).toEqual([]);
    expect(left({ commonLanguage: true })).toEqual([osaka]);
    expect(left({ text: '田中' })).toEqual([osaka]);
    expect(left({ text: 'ＯＳＡＫＡ partner' })).toEqual([osaka]);
    expect(left({ text: 'zoe' })).toEqual([shop]);
  });

  it('counts what each choice would show; a group does not count against itself', () => {
    const to = { ...everybody, sides: new Set(['jp' as const]) };
    expect(countFacets(all, to, mine)).toEqual({
      sides: { eu: 1, jp: 1, third: 0 },
      dimensions: { industry: 0, trade: 0, investment: 0, innovation: 1, tourism: 0, 'people-jobs': 0 },
      commonSlot: 1,
      officeHours: 1,
      commonLanguage: 1,
    });
    expect(narrowed({ ...to, commonSlot: true })).toBe(2);
  });

  it('begins with the other side, for those who have one', () => {
    expect(acrossFrom('eu')).toEqual({ ...everybody, sides: new Set(['jp']) });
    expect(acrossFrom('jp')).toEqual({ ...everybody, sides: new Set(['eu']) });
    expect([acrossFrom('third'), acrossFrom(undefined)]).toEqual([everybody, everybody]);
  });

  it('finds the languages of both', () => {
    expect(sharedLanguages(mine, aiko.workingLanguages)).toEqual(['en']);
  });
});
