import { describe, expect, it } from '@jest/globals';
import type { OpportunityCard, OpportunityId } from '@musubi/contracts';
import { pairsBetween } from './pairs';

const card = (
  id: string,
  kind: 'offer' | 'request',
  dimension: OpportunityCard['dimension'],
  topic: string,
): OpportunityCard => ({
  opportunityId: id as OpportunityId,
  kind,
  title: { en: id, ja: null, original: 'en' },
  dimension,
  topic,
});
const read = (mine: OpportunityCard[], theirs: OpportunityCard[]): string[] =>
  pairsBetween(mine, theirs).map((pair) => `${pair.mine.opportunityId}-${pair.theirs.opportunityId}`);

describe('pairs of offers and requests', () => {
  it('joins what complements each other, the closest first, each once', () => {
    const mine = [
      card('capacity', 'offer', 'innovation', 'research'),
      card('exchange', 'request', 'people-jobs', 'mobility'),
      card('fair', 'offer', 'trade', 'trade'),
    ];
    const theirs = [
      card('loose', 'request', 'innovation', 'innovation'),
      card('tests', 'request', 'innovation', 'research'),
      card('host', 'offer', 'people-jobs', 'skills'),
      card('stand', 'offer', 'trade', 'trade'),
    ];
    expect(read(mine, theirs)).toEqual(['capacity-tests', 'exchange-host']);
  });

  it('keeps to what a request can cite', () => {
    const offers = ['a', 'b', 'c', 'd'].map((id) => card(id, 'offer', 'trade', 'trade'));
    const requests = ['w', 'x', 'y', 'z'].map((id) => card(id, 'request', 'trade', 'trade'));
    expect(read(offers, requests)).toEqual(['a-w', 'b-x', 'c-y']);
  });
});
