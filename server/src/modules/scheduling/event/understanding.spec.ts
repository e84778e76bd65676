import { describe, expect, it } from '@jest/globals';
import type { Side } from '@musubi/scheduling';
import { understanding } from './understanding.js';

/** People are called by what they speak. */
const speaks = (id: string): string[] => id.split(' ')[0]!.split('+');
const side = (need: Side['need'], ...people: string[]): Side => ({ organisationId: people[0]!, people, need });
const between = (one: Side, other: Side, offered: string[] = []) => {
  const { sides, interpreting } = understanding([one, other], speaks, new Set(offered));
  return { people: sides.map(({ people }) => people), interpreting };
};

describe('two sides that are to understand each other', () => {
  it('send of a pool those who share a language with the other side', () => {
    expect(between(side('one', 'ja', 'en+ja'), side('all', 'en'))).toEqual({
      people: [['en+ja'], ['en']],
      interpreting: null,
    });
    expect(between(side('all', 'de+fr'), side('one', 'de', 'fr', 'ja'))).toEqual({
      people: [['de+fr'], ['de', 'fr']],
      interpreting: null,
    });
  });

  it('send of two pools those who speak one language, as many as there are', () => {
    expect(between(side('one', 'ja', 'en+ja', 'ja 2'), side('one', 'en', 'en+ja 2', 'ja 3'))).toEqual({
      people: [
        ['ja', 'en+ja', 'ja 2'],
        ['en+ja 2', 'ja 3'],
      ],
      interpreting: null,
    });
    expect(between(side('one', 'en', 'en+ja'), side('one', 'en 2', 'en+de'))).toEqual({
      people: [
        ['en', 'en+ja'],
        ['en 2', 'en+de'],
      ],
      interpreting: null,
    });
  });

  it('have an interpreter who suits whoever comes, where nobody understands the other', () => {
    expect(between(side('one', 'ja', 'ja+fr'), side('all', 'en'), ['en-ja'])).toEqual({
      people: [['ja', 'ja+fr'], ['en']],
      interpreting: ['en-ja'],
    });
    expect(between(side('one', 'de', 'ja'), side('one', 'en', 'en+it'), ['en-ja'])).toEqual({
      people: [['ja'], ['en', 'en+it']],
      interpreting: ['en-ja'],
    });
    expect(between(side('all', 'de', 'fr'), side('all', 'ja'), ['fr-ja'])).toEqual({
      people: [['de', 'fr'], ['ja']],
      interpreting: ['fr-ja', 'de-ja'],
    });
  });

  it('are as they were where nobody has said what they speak', () => {
    const silent = understanding([side('one', 'a', 'b'), side('all', 'c')], () => [], new Set());
    expect([silent.sides.map(({ people }) => people), silent.interpreting]).toEqual([[['a', 'b'], ['c']], null]);
  });
});
