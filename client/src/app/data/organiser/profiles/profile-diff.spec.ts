import { describe, expect, it } from '@jest/globals';
import type { ReviewItem } from '@musubi/contracts';
import { aiko } from '../../../../testing/meeting-fixtures';
import { diffOf } from './profile-diff';

const text = (en: string | null, ja: string | null = null) => ({ en, ja, original: 'en' as const });
const after = {
  summary: text('Forty firms', '40社'),
  description: text('Long'),
  aims: text(null),
  lookingFor: text(null),
  sectors: ['health', 'digital'],
  size: '10-49' as const,
  workingLanguages: ['en'],
  website: null,
  seeks: ['new' as const],
};
const item = (before: typeof after | null): ReviewItem => ({
  what: 'profile',
  id: aiko.organisation.organisationId,
  organisation: aiko.organisation,
  version: 2,
  submittedAt: '2027-01-12T09:00:00Z',
  before,
  after,
  files: [],
});
const told = (before: typeof after | null) =>
  diffOf(item(before), (field, value) => `${field}:${value}`).map(
    ({ field, lang, before: was, after: is }) => `${field} ${lang}: ${was} → ${is}`,
  );

describe('what differs from what the public reads', () => {
  it('is everything that is said where nothing was public', () => {
    expect(told(null)).toEqual([
      'summary en: null → Forty firms',
      'summary ja: null → 40社',
      'description en: null → Long',
      'sectors null: null → sectors:health, sectors:digital',
      'size null: null → size:10-49',
      'workingLanguages null: null → workingLanguages:en',
      'seeks null: null → seeks:new',
    ]);
  });

  it('is only what changed, also what was taken away', () => {
    expect(told({ ...after, sectors: ['health'], aims: text('Old aim'), summary: text('Forty firms') })).toEqual([
      'summary ja: null → 40社',
      'aims en: Old aim → ',
      'sectors null: sectors:health → sectors:health, sectors:digital',
    ]);
    expect(told(after)).toEqual([]);
  });
});
