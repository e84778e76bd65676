import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { MatchReason, OpportunityCard, OpportunityId } from '@musubi/contracts';
import { provideWords } from '../../../testing/words';
import { recommendation } from '../../../testing/meeting-fixtures';
import { Words } from '../../core/i18n/words';
import { MatchWords } from './match-words';

const card = (id: string, en: string, ja: string | null): OpportunityCard => ({
  opportunityId: id as OpportunityId,
  kind: 'offer',
  title: { en, ja, original: 'en' },
  dimension: 'innovation',
  topic: 'research',
});
const reason = (
  part: MatchReason['part'],
  strength: MatchReason['strength'],
  data: MatchReason['data'],
): MatchReason => ({
  part,
  strength,
  data,
});
const osaka = recommendation({
  sharedSlots: 1,
  sharedOfficeSlots: 1,
  pairs: [{ mine: card('mine', 'Test capacity', '試験設備'), theirs: card('theirs', 'Test partner', null) }],
  reasons: [
    reason('complement', 'strong', { code: 'complement.my_offer', mine: 'mine', theirs: 'theirs', pairs: 1 }),
    reason('dimension', 'strong', { code: 'dimension.common', dimensions: 'innovation,people-jobs', count: 2 }),
    reason('topic', 'strong', { code: 'topic.common', topics: 'research', count: 1 }),
    reason('region', 'strong', { code: 'region.they_named', place: 'DE1' }),
    reason('language', 'some', { code: 'language.common', languages: 'de,en', count: 2 }),
    reason('slots', 'some', { code: 'slots.shared', count: 1 }),
    reason('novelty', 'none', { code: 'novelty.expands' }),
  ],
});

describe('why somebody is suggested, in words', () => {
  let words: Words;
  let match: MatchWords;
  const told = (): string[] => osaka.reasons.map((one) => match.because(one, osaka));

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideWords()] });
    words = TestBed.inject(Words);
    match = TestBed.inject(MatchWords);
    await words.load('match', 'meetings', 'common');
    await words.use('en');
  });

  it('says how many of the common slots lie in office hours, where not all of them do', async () => {
    const slots = (sharedSlots: number, sharedOfficeSlots: number) =>
      match.because(osaka.reasons[5]!, { ...osaka, sharedSlots, sharedOfficeSlots });
    expect([slots(4, 4), slots(4, 3), slots(4, 0)]).toEqual([
      '4 common slots',
      '4 common slots, 3 in office hours',
      '4 common slots, none in office hours',
    ]);
    await words.use('ja');
    expect(slots(4, 3)).toBe('共通の時間枠は4枠です（うち勤務時間内3枠）');
  });

  it('tells each part', () => {
    expect(told()).toEqual([
      'You offer “Test capacity”, they seek “Test partner”: a topic in common',
      'Innovation, People and jobs',
      'Joint research and development',
      'Aiko is looking for a partner in Baden-Württemberg',
      'German, English',
      'One common slot',
      'Your regions have an agreement to build on',
    ]);
  });

  it('tells the same in Japanese, with the original where there is no translation', async () => {
    await words.use('ja');
    expect(told()).toEqual([
      '貴機関の提供「試験設備」と先方の募集「Test partner」は、テーマが共通しています',
      'イノベーション、人材・雇用',
      '共同研究開発',
      '先方がバーデン＝ヴュルテンベルク州での連携先を希望しています',
      'ドイツ語、英語',
      '共通の時間枠は1枠です',
      '地域間に既存の協定があります',
    ]);
  });

  it('names the regions that an agreement joins', async () => {
    const tied = reason('novelty', 'strong', { code: 'novelty.expands', myPlace: 'DE1', theirPlace: 'JP-14' });
    expect(match.because(tied, osaka)).toBe('Baden-Württemberg and Kanagawa have an agreement to build on');
    await words.use('ja');
    expect(match.because(tied, osaka)).toBe('バーデン＝ヴュルテンベルク州と神奈川県の間に協定があります');
  });

  it('introduces with the best reasons, not with what stands beside it', () => {
    expect(match.summary(osaka)).toBe(
      'You offer “Test capacity”, they seek “Test partner”: a topic in common. Aiko is looking for a partner in Baden-Württemberg.',
    );
    expect(match.summary(osaka, 1)).toBe('You offer “Test capacity”, they seek “Test partner”: a topic in common.');
    const byTopic = { ...osaka, reasons: osaka.reasons.filter(({ part }) => part === 'topic') };
    expect(match.summary(byTopic)).toBe('In common: Joint research and development.');
  });

  it('never leaves somebody without a word', async () => {
    const bare = {
      ...osaka,
      reasons: [reason('language', 'some', {}), reason('novelty', 'strong', { code: 'novelty.new' })],
    };
    expect(match.summary(bare)).toBe('No subject in common yet. You share a language and free times.');
    const none = { ...bare, sharedSlots: 0, reasons: [reason('language', 'none', {})] };
    expect(match.summary(none)).toBe('No subject in common yet.');
  });

  it('knows every reason that the server gives', () => {
    const codes = [
      ...['both_ways', 'my_offer', 'their_offer', 'shared', 'none'].map((code) => `complement.${code}`),
      ...['common', 'none'].flatMap((code) => [`dimension.${code}`, `topic.${code}`]),
      ...['both_named', 'they_named', 'i_named', 'other_side', 'same_side'].map((code) => `region.${code}`),
      ...['language.common', 'language.interpreter', 'slots.shared', 'slots.none', 'novelty.new', 'novelty.expands'],
    ];
    const untold = codes.filter((code) => match.because(reason('topic', 'some', { code }), osaka).startsWith('match.'));
    expect(untold).toEqual([]);
  });
});
