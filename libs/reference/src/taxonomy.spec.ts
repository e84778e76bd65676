import { describe, expect, it } from '@jest/globals';
import { verifiedAgreements } from './agreements.ts';
import { glossarySentences, glossaryTerms } from './glossary.ts';
import { dimensionOf, dimensions, frameworks, isTopicOf, labelOf, sectors, sideOf, topics, topicsOf } from './index.ts';
import { allRegions } from './nuts3.ts';

describe('taxonomy', () => {
  it('has lists of unique codes with words in both languages', () => {
    for (const [list, size] of [
      [dimensions, 6],
      [topics, 19],
      [frameworks, 4],
      [sectors, 14],
    ] as const) {
      expect(new Set(list.map(({ code }) => code)).size).toBe(size);
      expect(list).toHaveLength(size);
      for (const { en, ja } of list) expect([en, ja]).not.toContain('');
    }
  });

  it('puts each topic under a dimension, whose general topic comes first', () => {
    for (const { code } of dimensions) expect(topicsOf(code)[0]!.code).toBe(code);
    expect([dimensionOf('clusters'), dimensionOf('nothing')]).toEqual(['industry', null]);
    expect([isTopicOf('epa', 'trade'), isTopicOf('epa', 'industry'), isTopicOf('no', 'no')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([labelOf(topics, 'research', 'ja'), labelOf(topics, 'nothing', 'ja')]).toEqual(['共同研究開発', 'nothing']);
  });
});

describe('verified agreements', () => {
  it('join an EU party to a Japanese one, in regions that exist, with a source', () => {
    expect(verifiedAgreements).toHaveLength(22);
    for (const { id, eu, jp, firstDate, source } of verifiedAgreements) {
      expect({ id, side: jp.region && sideOf(jp.region) }).toEqual({ id, side: 'jp' });
      if (eu.region)
        expect({ id, region: eu.region, known: allRegions.has(eu.region) }).toEqual({
          id,
          region: eu.region,
          known: true,
        });
      expect(source.url).toMatch(/^https?:\/\//);
      const shape = { day: /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/, year: /^\d{4}$/, unknown: /^null$/ };
      expect(String(firstDate.date)).toMatch(shape[firstDate.precision]);
    }
  });
});

describe('glossary', () => {
  it('has one word in each language per key', () => {
    expect([glossaryTerms.length, glossarySentences.length]).toEqual([116, 10]);
    expect(new Set(glossaryTerms.map(([key]) => key)).size).toBe(116);
  });
});
