import { describe, expect, it } from '@jest/globals';
import { thirdCountryCodes } from './data/third-countries.ts';
import { countryName, euCountries, isThirdCountry, placeName, searchThirdCountries } from './index.ts';

const found = (text: string, lang: 'en' | 'ja' = 'en') => searchThirdCountries(text, lang, 4).map(({ code }) => code);

describe('third countries', () => {
  it('have a name in both languages, each once, and none of them is of the EU or Japan', () => {
    expect(new Set(thirdCountryCodes).size).toBe(thirdCountryCodes.length);
    expect(thirdCountryCodes.length).toBe(208);
    for (const lang of ['en', 'ja'] as const) {
      expect(thirdCountryCodes.filter((code) => countryName(code, lang) === code)).toEqual([]);
    }
    expect([...euCountries, 'JP', 'EL', 'XX', 'vn', 'constructor', ''].filter(isThirdCountry)).toEqual([]);
    expect(['VN', 'KE', 'IN', 'GB', 'CH'].every(isThirdCountry)).toBe(true);
  });

  it('are found by the beginning of a name or of a word of it, in either language, and by code', () => {
    expect(found('viet')).toEqual(['VN']);
    expect(found('Indo')).toEqual(['ID']);
    expect(found('vn')[0]).toBe('VN');
    expect(found('africa')).toContain('ZA');
    expect(found('ベトナム', 'ja')).toEqual(['VN']);
    expect(found('べと', 'ja')).toEqual(['VN']);
    expect(found('ケニア')).toEqual(['KE']);
    expect(found('南アフリカ', 'ja')).toEqual(['ZA']);
    for (const nowhere of ['Germany', 'Osaka', '日本', '%', ''])
      expect([nowhere, found(nowhere)]).toEqual([nowhere, []]);
  });

  it('are places as regions are', () => {
    expect(['VN', 'JP-27', 'DE', 'XX9'].map((code) => placeName(code, 'en'))).toEqual([
      ...['Vietnam', 'Osaka', 'Germany', 'XX9'],
    ]);
    expect(placeName('VN', 'ja')).toBe('ベトナム');
  });
});
