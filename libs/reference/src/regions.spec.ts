import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exonyms } from './data/exonyms.ts';
import { regionNamesJa } from './data/region-names-ja.ts';
import {
  countryName,
  countryOf,
  covers,
  euCountries,
  foldName,
  isRegion,
  prefectures,
  regionCentre,
  regionName,
  regionParents,
  regions,
  searchRegions,
  sideOf,
  zoneOfRegion,
} from './index.ts';
import { allRegions } from './nuts3.ts';

const found = (text: string, lang: 'en' | 'ja' = 'en'): string[] => searchRegions(text, lang).map(({ code }) => code);

describe('regions', () => {
  it('are the EU-27 at three levels, Japan and its prefectures', () => {
    expect(regions.codes()).toHaveLength(27 + 92 + 242 + 48);
    expect(allRegions.codes()).toHaveLength(27 + 92 + 242 + 1166 + 48);
    expect(regions.codes().filter((code) => code.length === 2)).toEqual([
      ...euCountries.map((code) => (code === 'GR' ? 'EL' : code)).sort(),
      'JP',
    ]);
    expect([isRegion('DE1'), isRegion('JP-27'), isRegion('DE111'), isRegion('JP-48'), isRegion('UK')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('are named in both languages', () => {
    expect(
      ['DE', 'DE1', 'ITC4', 'BG41', 'CZ0', 'JP', 'JP-27', 'JP-01', 'XX9'].map((code) => [
        regionName(code, 'en'),
        regionName(code, 'ja'),
        regions.ownName(code),
      ]),
    ).toEqual([
      ['Germany', 'ドイツ', 'Deutschland'],
      ['Baden-Württemberg', 'バーデン＝ヴュルテンベルク州', 'Baden-Württemberg'],
      ['Lombardia', 'ロンバルディア州', 'Lombardia'],
      ['Yugozapaden', '南西部（ブルガリア）', 'Югозападен'],
      ['Czechia', 'チェコ', 'Česko'],
      ['Japan', '日本', '日本'],
      ['Osaka', '大阪府', '大阪府'],
      ['Hokkaido', '北海道', '北海道'],
      ['XX9', 'XX9', 'XX9'],
    ]);
  });

  it('lie in one another', () => {
    expect(allRegions.parents('DE111')).toEqual(['DE11', 'DE1', 'DE']);
    expect([regionParents('JP-27'), regionParents('JP'), regionParents('nowhere')]).toEqual([['JP'], [], []]);
    for (const code of allRegions.codes()) {
      for (const parent of allRegions.parents(code)) {
        expect(allRegions.has(parent)).toBe(true);
        expect([covers(parent, code), sideOf(parent), countryOf(parent)]).toEqual([
          true,
          sideOf(code),
          countryOf(code),
        ]);
      }
    }
    expect(regions.children('ITH')).toEqual(['ITH1', 'ITH2', 'ITH3', 'ITH4', 'ITH5']);
    expect(regions.children('JP')).toEqual(prefectures().map(({ code }) => code));
  });

  it('have a place on the map', () => {
    expect([regionCentre('JP-27'), regionCentre('DE1'), regionCentre('nowhere')]).toEqual([
      { latitude: 34.686, longitude: 135.519 },
      { latitude: 48.53, longitude: 9.05 },
      null,
    ]);
    for (const code of allRegions.codes()) {
      const { latitude, longitude } = allRegions.centre(code)!;
      expect(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180).toBe(true);
    }
  });

  it('carry Japanese and English names only where there is a region', () => {
    expect([...Object.keys(regionNamesJa), ...Object.keys(exonyms)].filter((code) => !isRegion(code))).toEqual([]);
  });
});

describe('search', () => {
  it.each([
    ['baden', 'DE1'],
    ['Baden-Wuerttemberg', 'DE1'],
    ['badenwürttemberg', 'DE1'],
    ['バーデン', 'DE1'],
    ['ばーでん', 'DE1'],
    ['bavaria', 'DE2'],
    ['lombardy', 'ITC4'],
    ['pais vasco', 'ES21'],
    ['バスク', 'ES21'],
    ['lodz', 'PL71'],
    ['София', 'BG41'],
    ['osaka', 'JP-27'],
    ['Ōsaka', 'JP-27'],
    ['おおさかふ', 'JP-27'],
    ['ｵｵｻｶ', 'JP-27'],
    ['大阪', 'JP-27'],
    ['JP-27', 'JP-27'],
    ['jp27', 'JP-27'],
    ['de1', 'DE1'],
    ['greece', 'EL'],
    ['ギリシャ', 'EL'],
    ['luxembourg', 'LU'],
  ])('finds %s', (text, code) => {
    const hits = allRegions.search(text, 'ja').map((hit) => hit.code);
    expect(code === 'BG41' ? hits.some((hit) => hit.startsWith(code)) : hits[0] === code).toBe(true);
  });

  it('shows a city state once, and says where a region lies', () => {
    expect(searchRegions('berlin', 'en')).toEqual([{ code: 'DE3', name: 'Berlin', within: 'Germany' }]);
    expect(searchRegions('stuttgart', 'ja')).toEqual([
      { code: 'DE11', name: 'シュトゥットガルト', within: 'バーデン＝ヴュルテンベルク州、ドイツ' },
    ]);
  });

  it('keeps to a side, to a limit, and to nothing for nothing', () => {
    expect(searchRegions('o', 'en', { side: 'jp' }).every(({ code }) => code.startsWith('JP-'))).toBe(true);
    expect(searchRegions('o', 'en', { limit: 3 })).toHaveLength(3);
    expect([found(''), found(' – '), found('zzzz')]).toEqual([[], [], []]);
  });

  it('finds every region by its shown name, in either language', () => {
    for (const code of regions.codes()) {
      for (const lang of ['en', 'ja'] as const) {
        const name = regionName(code, lang);
        const hits = regions.search(name, lang, { limit: 20 });
        expect({ code, name, found: hits.some((hit) => hit.name === name) }).toEqual({ code, name, found: true });
      }
    }
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(searchRegions(text, 'ja').length).toBeLessThanOrEqual(10);
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });
});

describe('countries', () => {
  it('have a side, a name and a zone', () => {
    expect(euCountries).toHaveLength(27);
    expect(
      ['GR', 'EL', 'JP-27', 'VN', 'FRY4', 'DE1'].map((code) => [
        sideOf(code),
        countryName(code, 'en'),
        zoneOfRegion(code),
      ]),
    ).toEqual([
      ['eu', 'Greece', 'Europe/Athens'],
      ['eu', 'Greece', 'Europe/Athens'],
      ['jp', 'Japan', 'Asia/Tokyo'],
      ['third', 'Vietnam', null],
      ['eu', 'France', 'Indian/Reunion'],
      ['eu', 'Germany', 'Europe/Berlin'],
    ]);
    expect([countryName('', 'en'), countryName('1?', 'en')]).toEqual(['', '1?']);
  });

  it('cover their regions', () => {
    expect([
      covers('DE', 'DE1'),
      covers('DE1', 'DE'),
      covers('GR', 'EL30'),
      covers('JP', 'JP-27'),
      covers('JP-27', 'JP-27'),
    ]).toEqual([true, false, true, true, true]);
  });
});
