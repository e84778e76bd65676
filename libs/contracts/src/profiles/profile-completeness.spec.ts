import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProfileContent } from './cooperation-profile.ts';
import { completenessOf } from './profile-completeness.ts';

const text = (en: string | null, ja: string | null, original: 'en' | 'ja' = 'en') => ({ en, ja, original });
const empty: ProfileContent = {
  summary: text(null, null),
  description: text(null, null),
  aims: text(null, null),
  lookingFor: text(null, null),
  sectors: [],
  size: null,
  workingLanguages: [],
  website: null,
  seeks: [],
};
const whole: ProfileContent = {
  summary: text('e'.repeat(40), 'あ'.repeat(20)),
  description: text('e'.repeat(120), 'あ'.repeat(60)),
  aims: text('e', 'あ'),
  lookingFor: text('e', 'あ'),
  sectors: ['health'],
  size: '10-49',
  workingLanguages: ['en'],
  website: 'https://a.example',
  seeks: ['new'],
};
const told = (content: ProfileContent, logo = true) =>
  completenessOf(content, logo).gaps.map(
    ({ field, lang, is, needed }) => `${field}${lang ? ` ${lang}` : ''}: ${is}${needed ? ', needed' : ''}`,
  );

describe('how complete a profile is', () => {
  it('is nothing at first, with every reason, the needed ones before the others', () => {
    expect(completenessOf(empty, false).percent).toBe(0);
    expect(told(empty, false)).toEqual([
      'description en: missing, needed',
      'summary en: missing, needed',
      'summary ja: missing, needed',
      'lookingFor en: missing, needed',
      'sectors: missing, needed',
      'workingLanguages: missing, needed',
      'seeks: missing, needed',
      'description ja: missing',
      'aims en: missing',
      'aims ja: missing',
      'lookingFor ja: missing',
      'size: missing',
      'website: missing',
      'logo: missing',
    ]);
  });

  it('is all when nothing is missing', () => {
    expect(completenessOf(whole, true)).toEqual({ percent: 100, gaps: [] });
  });

  it('needs the description in its original language only, and says where there are too few words', () => {
    const japanese = { ...whole, description: text(null, 'あ'.repeat(60), 'ja') };
    expect(told(japanese)).toEqual(['description en: missing']);
    expect(told({ ...whole, summary: text('Ask us.', 'あ'.repeat(20)) })).toEqual(['summary en: short, needed']);
  });

  it('never falls when something is added', () => {
    const parts = Object.keys(whole) as (keyof ProfileContent)[];
    fc.assert(
      fc.property(fc.subarray(parts), fc.constantFrom(...parts), (some, one) => {
        const of = (fields: readonly string[]) =>
          completenessOf({ ...empty, ...Object.fromEntries(fields.map((f) => [f, whole[f as never]])) }, false).percent;
        return of([...some, one]) >= of(some);
      }),
    );
  });
});
