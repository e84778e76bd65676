import type { OrganisationInput, OrganisationKind } from '@musubi/contracts';
import { countryOf, foldName, prefectures, regionName, regions, sideOf, zoneOfRegion } from '@musubi/reference';
import { europeanBynames, forms, japaneseBynames, themes } from './data/organisation-words.ts';
import type { Rng } from './rng.ts';

/** An organisation that does not exist, in a region that does. */
export interface InventedOrganisation extends OrganisationInput {
  /** Name for the Japanese page, of either side. */
  readonly nameJa: string;
  readonly kind: OrganisationKind;
  /** ISO 3166-1. */
  readonly country: string;
  /** Second-level name under `.example`, which never resolves. */
  readonly domain: string;
  /** Sector code of the reference data. */
  readonly sector: string;
}

/**
 * Invents an organisation in the region, named in English and Japanese: "Osaka Wakaba Hydrogen Council, 大阪若葉水素協議会". The byname
 * keeps it apart from anybody real.
 * @param region NUTS (level 0 to 2) or prefecture code
 * @throws RangeError when the region is unknown
 */
export function inventOrganisation(rng: Rng, region: string): InventedOrganisation {
  const zone = zoneOfRegion(region);
  if (zone === null || !regions.has(region)) throw new RangeError(`Not a region: ${region}`);
  const [themeEn, themeJa, themeKana, themeKatakana, sector] = rng.pick(themes);
  const [formEn, formJa, formKana, formKatakana, kind] = rng.pick(forms);
  const place = placeOf(region);
  const isJapanese = sideOf(region) === 'jp';
  const [en, ja, kana] = rng.pick(isJapanese ? japaneseBynames : europeanBynames);
  const nameLatin = `${place.en} ${en} ${themeEn} ${formEn}`;
  const nameJa = isJapanese
    ? `${place.ja}${ja}${themeJa}${formJa}`
    : [place.ja, ja, themeKatakana, formKatakana].join('・');
  return {
    nameLatin,
    nameLocal: isJapanese ? nameJa : null,
    nameKana: isJapanese ? `${place.kana}${kana}${themeKana}${formKana}` : null,
    nameJa,
    kind,
    regionCode: region,
    country: countryOf(region),
    zone,
    website: null,
    domain: `${foldName(`${place.en} ${en} ${themeEn}`).replaceAll(' ', '-')}.example`,
    sector,
  };
}

/** The part of a region's name that an organisation there would carry: without 県, 州 or 地域圏. */
function placeOf(region: string): { en: string; ja: string; kana: string } {
  const prefecture = prefectures().find(({ code }) => code === region);
  if (prefecture) {
    const ja = prefecture.ja === '北海道' ? prefecture.ja : prefecture.ja.slice(0, -1);
    return { en: prefecture.en, ja, kana: prefecture.kana };
  }
  if (region === 'JP') return { en: 'Japan', ja: '日本', kana: 'ニホン' };
  const en = regionName(region, 'en').split('/')[0]!.trim();
  const ja = regionName(region, 'ja').replace(/(州|県|地域圏|地域)?(（.*）)?$/, '');
  return { en, ja, kana: '' };
}
