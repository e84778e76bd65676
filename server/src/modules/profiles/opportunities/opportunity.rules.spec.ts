import { describe, expect, it } from '@jest/globals';
import type { OpportunityInput } from '@musubi/contracts';
import { assertComplete, assertFits, expiryOf, gapsOf, misfitsOf } from './opportunity.rules.js';

const now = Temporal.Instant.from('2027-01-12T12:20:00Z');
const whole: OpportunityInput = {
  kind: 'offer',
  title: { en: 'Electrolyser test capacity, 5–50 kW', ja: null, original: 'en' },
  summary: { en: 'Eleven member firms can lend test benches by the day from April on.', ja: null, original: 'en' },
  dimension: 'innovation',
  topic: 'research',
  form: 'one-to-one',
  targetRegions: ['JP-27', 'JP'],
  thirdCountries: [],
  stage: 'ready',
  novelty: 'new',
  agreementId: null,
  agreementName: null,
  frameworks: [],
  deadline: null,
};

describe('what an opportunity lacks', () => {
  it('is nothing when it is whole', () => {
    expect(gapsOf(whole, now, 'Europe/Berlin')).toEqual([]);
  });

  it('is every gap at once', () => {
    const poor: OpportunityInput = {
      ...whole,
      summary: { en: 'Ask us.', ja: null, original: 'en' },
      topic: 'seniors',
      targetRegions: ['JP-27', 'Atlantis'],
      deadline: '2027-01-11',
    };
    expect(() => assertComplete(poor, now, 'Europe/Berlin')).toThrow(
      expect.objectContaining({
        code: 'opportunity.incomplete',
        data: { missing: ['summary', 'topic', 'targetRegions', 'deadline'] },
      }),
    );
  });

  it('is measured in the original language: Japanese says as much in half the space', () => {
    const summary = {
      en: 'Ask us.',
      ja: '当協議会の会員企業が試験設備の共同利用先を探しています。',
      original: 'ja' as const,
    };
    expect(gapsOf({ ...whole, summary }, now, 'Asia/Tokyo')).toEqual([]);
  });

  it('counts the deadline’s whole day where the organisation is', () => {
    const today = { ...whole, deadline: '2027-01-12' };
    const evening = Temporal.Instant.from('2027-01-12T22:00:00Z');
    expect(gapsOf(today, evening, 'Europe/Berlin')).toEqual([]);
    expect(gapsOf(today, evening, 'Asia/Tokyo')).toEqual(['deadline']);
  });
});

describe('when it expires', () => {
  it('is twelve months later by the calendar of its place', () => {
    expect(expiryOf(Temporal.Instant.from('2027-02-28T23:30:00Z'), null, 'Asia/Tokyo').toString()).toBe(
      '2028-02-29T23:30:00Z',
    );
    expect(expiryOf(now, null, 'Europe/Berlin').toString()).toBe('2028-01-12T12:20:00Z');
  });

  it('is the end of the deadline’s day where that comes first', () => {
    expect(expiryOf(now, '2027-06-30', 'Asia/Tokyo').toString()).toBe('2027-06-30T15:00:00Z');
    expect(expiryOf(now, '2029-06-30', 'Asia/Tokyo').toString()).toBe('2028-01-12T12:20:00Z');
  });
});

describe('what goes together in an opportunity', () => {
  const misfits = (given: Partial<OpportunityInput>, region = 'ES21') => misfitsOf({ ...whole, ...given }, region);

  it('is a third country with the form of one, and no country of either side', () => {
    expect(misfits({ form: 'one-plus-one', thirdCountries: ['VN', 'KE'] })).toEqual([]);
    expect(misfits({ form: 'one-plus-one' })).toEqual([]);
    expect(misfits({ thirdCountries: ['VN'] })).toEqual(['thirdCountries']);
    for (const country of ['DE', 'JP', 'XX'])
      expect(misfits({ form: 'one-plus-one', thirdCountries: ['VN', country] })).toEqual(['thirdCountries']);
  });

  it('is one agreement, of the organisation’s region or in words, with what widens it', () => {
    const widens = { novelty: 'expands' as const };
    expect([misfits(widens), misfits({ ...widens, agreementId: 'A04' })]).toEqual([[], []]);
    expect(misfits({ ...widens, agreementName: 'Sister ports since 2009' })).toEqual([]);
    expect(misfits({ ...widens, agreementId: 'A04', agreementName: 'Sister ports' })).toEqual(['agreement']);
    expect(misfits({ ...widens, agreementId: 'A04' }, 'DE1')).toEqual(['agreement']);
    expect(misfits({ ...widens, agreementId: 'A99' })).toEqual(['agreement']);
    expect([misfits({ agreementId: 'A04' }), misfits({ agreementName: 'Sister ports' })]).toEqual([
      ['agreement'],
      ['agreement'],
    ]);
  });

  it('is told with every field at once', () => {
    expect(() => assertFits({ ...whole, thirdCountries: ['VN'], agreementId: 'A04' }, 'ES21')).toThrow(
      expect.objectContaining({
        code: 'opportunity.does_not_fit',
        data: { fields: ['thirdCountries', 'agreement'] },
      }),
    );
  });
});
