import { describe, expect, it } from '@jest/globals';
import { agreementPartnersOf, agreementsBetween, verifiedAgreements } from './agreements.ts';
import { agreementName, agreementsOf, partnerIn } from './named-agreements.ts';

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

describe('the agreements that an organisation of a region may widen', () => {
  const ids = (region: string) => agreementsOf(region).map(({ id }) => id);

  it('are all that somebody of there signed, those of the region itself first', () => {
    expect(ids('ES21').indexOf('A09')).toBeLessThan(ids('ES21').indexOf('A04'));
    expect(ids('ES213')).toEqual(ids('ES21'));
    expect(ids('JP-07')).toEqual(expect.arrayContaining(['A02', 'A03', 'A04']));
    expect(ids('DE')).toEqual(expect.arrayContaining(ids('DEA')));
    for (const nowhere of ['VN', '']) expect(ids(nowhere)).toEqual([]);
  });

  it('say where the other party is, from either side', () => {
    expect([
      partnerIn('A04', 'ES21'),
      partnerIn('A04', 'JP-07'),
      partnerIn('A04', 'DE1'),
      partnerIn('X', 'DE1'),
    ]).toEqual([...['JP-07', 'ES21', null, null]]);
  });

  it('are called by the regions that signed, else by who signed', () => {
    expect([agreementName('A01', 'en'), agreementName('A01', 'ja')]).toEqual([
      'Lombardia – Osaka',
      'ロンバルディア州 – 大阪府',
    ]);
    expect(agreementName('A04', 'en')).toBe('Basque Energy Cluster – Energy Agency Fukushima');
    expect(agreementName('X', 'en')).toBe('X');
    for (const { id } of verifiedAgreements) expect(agreementName(id, 'ja')).toMatch(/\S – \S/);
  });
});
