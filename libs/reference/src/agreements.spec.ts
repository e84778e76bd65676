import { describe, expect, it } from '@jest/globals';
import { agreementPartnersOf, agreementsBetween, verifiedAgreements } from './agreements.ts';

describe('regions joined by a verified agreement', () => {
  it('are found from either side, and from a part of the region', () => {
    expect(agreementPartnersOf('DE1')).toEqual(['JP-14', 'JP-21']);
    expect(agreementPartnersOf('DE11')).toEqual(['JP-14', 'JP-21']);
    expect(agreementPartnersOf('JP-14')).toEqual(['DE1']);
    expect(agreementPartnersOf('JP-07')).toEqual(['DEA', 'ES21']);
  });

  it('are not those of a whole, of another part, or of a cluster or city that signed for itself', () => {
    for (const region of ['DE', 'JP', 'DE2', 'DE21', 'VN', '']) expect(agreementPartnersOf(region)).toEqual([]);
  });

  it('know each other', () => {
    const codes = verifiedAgreements.flatMap(({ eu, jp }) => [eu.region, jp.region]).filter((code) => code !== null);
    const oneSided = codes.filter((code) =>
      agreementPartnersOf(code).some((partner) => !agreementPartnersOf(partner).some((back) => code.startsWith(back))),
    );
    expect(oneSided).toEqual([]);
  });
});

describe('agreements between two regions', () => {
  it('are found from either side, and by a part of a region', () => {
    const names = (one: string, other: string) =>
      agreementsBetween(one, other).map(({ eu, jp }) => `${eu.name} · ${jp.name}`);
    expect(names('DEA', 'JP-07')).toEqual(['Land Nordrhein-Westfalen · Fukushima Prefecture']);
    expect(names('JP-07', 'DEA2')).toEqual(names('DEA', 'JP-07'));
    expect(names('DEA', 'JP-27')).toEqual([]);
    expect(names('DE', 'JP-07')).toEqual([]);
  });
});
