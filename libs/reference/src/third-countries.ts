import { countryName } from './countries.ts';
import { thirdCountryCodes } from './data/third-countries.ts';
import { foldName } from './fold-name.ts';
import { regionName } from './default-regions.ts';
import type { Lang } from './taxonomy.ts';

/** A country outside the EU and Japan. */
export interface ThirdCountry {
  /** ISO 3166-1. */
  readonly code: string;
  readonly name: string;
}

const known: ReadonlySet<string> = new Set(thirdCountryCodes);
let keysMade: ReadonlyMap<string, readonly string[]> | undefined;

/** Whether the code is an ISO 3166-1 country that people live in, neither of the EU nor Japan. */
export function isThirdCountry(code: string): boolean {
  return known.has(code);
}

/** Third countries by name in either language or by code; what begins with the text first, then in order of the name. */
export function searchThirdCountries(text: string, lang: Lang, limit = 10): readonly ThirdCountry[] {
  const asked = foldName(text);
  if (!asked) return [];
  keysMade ??= new Map(thirdCountryCodes.map((code) => [code, [code, ...namesOf(code)].map(foldName)]));
  return [...keysMade]
    .map(([code, keys]) => ({ code, name: countryName(code, lang), rank: rankOf(asked, keys) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, lang))
    .slice(0, limit)
    .map(({ code, name }) => ({ code, name }));
}

/** The name of a region, a prefecture or any country; the code itself where it is unknown. */
export function placeName(code: string, lang: Lang): string {
  return isThirdCountry(code) ? countryName(code, lang) : regionName(code, lang);
}

function namesOf(code: string): string[] {
  return [countryName(code, 'en'), countryName(code, 'ja')];
}

const noMatch = 3;

/** 0 the code or the whole name, 1 begins the name, 2 begins a word of it; in Japanese, which parts no words, anywhere. */
function rankOf(asked: string, keys: readonly string[]): number {
  return Math.min(
    ...keys.map((key) => {
      if (key === asked) return 0;
      if (key.startsWith(asked)) return key.length > 2 ? 1 : noMatch;
      if (` ${key}`.includes(` ${asked}`)) return 2;
      return /[^\u0020-\u024f]/.test(asked) && key.includes(asked) ? 2 : noMatch;
    }),
  );
}
