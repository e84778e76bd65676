import { countryName, countryOf, sideOf, type Side } from './countries.ts';
import { regionNamesJa } from './data/region-names-ja.ts';
import { exonyms } from './data/exonyms.ts';
import { prefectureRows } from './data/prefectures.ts';
import { foldName, spellOutUmlauts } from './fold-name.ts';
import type { Lang } from './taxonomy.ts';

/** Code, name in Latin letters, label point (latitude, longitude in degrees), name in its own script where that differs. */
export type RegionRow = readonly [code: string, latin: string, latitude: number, longitude: number, own?: string];

export interface Centre {
  readonly latitude: number;
  readonly longitude: number;
}

/** A region that a search found. */
export interface RegionHit {
  readonly code: string;
  readonly name: string;
  /** Names of what it lies in, nearest first: `Baden-Württemberg, Germany`. Empty for a country. */
  readonly within: string;
}

/** How to narrow a search. */
export interface RegionSearch {
  /** At most so many hits; 10 when left out. */
  readonly limit?: number | undefined;
  readonly side?: Side | undefined;
}

/**
 * What is known of a set of regions. A code is a NUTS 2021 code (`DE`, `DE1`, `ITC4`; Greece is `EL`), an ISO 3166-2
 * prefecture (`JP-27`) or `JP`.
 */
export interface Regions {
  has(code: string): boolean;
  /** Every code, countries before their regions. */
  codes(): readonly string[];
  /**
   * Name in the language: countries as the language says, prefectures short in English, EU regions by their own name in Latin
   * letters, in Japanese where a customary name is known. The code itself where it is unknown.
   */
  name(code: string, lang: Lang): string;
  /** Name in its own language and script: `София`, `大阪府`, `Lombardia`. The code itself where it is unknown. */
  ownName(code: string): string;
  /** What the region lies in, nearest first: `DE11` → `DE1`, `DE`; `JP-27` → `JP`. Empty for a country or an unknown code. */
  parents(code: string): readonly string[];
  /** What lies directly in the region, in order of the code. */
  children(code: string): readonly string[];
  /** Where a label or the end of an arc goes; a prefecture's is its capital. Null where the code is unknown. */
  centre(code: string): Centre | null;
  /**
   * Regions whose name or code begins with, or whose name holds, the text, in any script and either language; the best and the
   * largest first. A part that is named as its whole (the city states) is left out beside it.
   */
  search(text: string, lang: Lang, options?: RegionSearch): readonly RegionHit[];
}

interface Entry {
  readonly code: string;
  readonly latin: string;
  readonly own: string;
  readonly parent: string | null;
  readonly centre: Centre;
  readonly kana: string | null;
}

/**
 * Builds what is known from rows of NUTS; prefectures and Japan are always in. The index is made at the first question.
 * @param rows asked for once
 */
export function regionsOf(rows: () => Iterable<RegionRow>): Regions {
  let made: ReadonlyMap<string, Entry> | undefined;
  let keysMade: ReadonlyMap<string, readonly string[]> | undefined;
  const entries = (): ReadonlyMap<string, Entry> => (made ??= entriesOf(rows()));
  const keys = (): ReadonlyMap<string, readonly string[]> =>
    (keysMade ??= new Map([...entries().values()].map((entry) => [entry.code, searchKeys(entry)])));

  const name = (code: string, lang: Lang): string => {
    const entry = entries().get(code);
    if (!entry) return code;
    if (isWholeCountry(code)) return countryName(code, lang);
    return lang === 'ja' ? (regionNamesJa[code] ?? (entry.kana === null ? entry.latin : entry.own)) : entry.latin;
  };
  const parents = (code: string): string[] => {
    const parent = entries().get(code)?.parent;
    return parent ? [parent, ...parents(parent)] : [];
  };

  return {
    has: (code) => entries().has(code),
    codes: () => [...entries().keys()],
    name,
    ownName: (code) => entries().get(code)?.own ?? code,
    parents,
    children: (code) => [...entries().values()].filter(({ parent }) => parent === code).map((entry) => entry.code),
    centre: (code) => entries().get(code)?.centre ?? null,
    search(text, lang, { limit = 10, side } = {}) {
      const asked = foldName(text);
      if (!asked) return [];
      const found = [...keys()]
        .filter(([code]) => side === undefined || sideOf(code) === side)
        .map(([code, names]) => ({ code, rank: rankOf(asked, foldName(code), names) }))
        .filter(({ rank }) => rank < noMatch)
        .sort((a, b) => a.rank - b.rank || a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
        .map(({ code }) => code);
      const shown = new Set(found.map((code) => `${code} ${name(code, lang)}`));
      return found
        .filter((code) => !parents(code).some((whole) => shown.has(`${whole} ${name(code, lang)}`)))
        .slice(0, limit)
        .map((code) => ({
          code,
          name: name(code, lang),
          within: [...new Set(parents(code).map((whole) => name(whole, lang)))]
            .filter((whole) => whole !== name(code, lang))
            .join(lang === 'ja' ? '、' : ', '),
        }));
    },
  };
}

const noMatch = 4;

/** 0 code or whole name, 1 begins the name, 2 begins a word of it, 3 lies within it. */
function rankOf(asked: string, code: string, names: readonly string[]): number {
  if (code === asked) return 0;
  const bare = asked.replaceAll(' ', '');
  return Math.min(
    code.replaceAll(' ', '').startsWith(bare) && /\d|^[a-z]{2}$/.test(bare) ? 1 : noMatch,
    ...names.map((one) => {
      const whole = one.replaceAll(' ', '');
      if (whole === bare) return 0;
      if (whole.startsWith(bare)) return 1;
      if (` ${one}`.includes(` ${asked}`)) return 2;
      return bare.length > 1 && whole.includes(bare) ? 3 : noMatch;
    }),
  );
}

function searchKeys({ code, latin, own, kana }: Entry): string[] {
  const names = [latin, spellOutUmlauts(latin), own, kana ?? '', regionNamesJa[code] ?? '', ...(exonyms[code] ?? [])];
  if (isWholeCountry(code)) names.push(countryName(code, 'en'), countryName(code, 'ja'));
  return [...new Set(names.map(foldName))].filter(Boolean);
}

/** Level 0, and the codes of lower levels that stand for an undivided country (`CZ0`, `LU00`). */
function isWholeCountry(code: string): boolean {
  return /^[A-Z]{2}0*$/.test(code);
}

function entriesOf(rows: Iterable<RegionRow>): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [code, latin, latitude, longitude, own = latin] of rows) {
    const parent = code.length > 2 ? code.slice(0, -1) : null;
    entries.set(code, { code, latin, own, parent, centre: { latitude, longitude }, kana: null });
  }
  const japan = { latitude: 36.2, longitude: 138.25 };
  entries.set('JP', { code: 'JP', latin: 'Japan', own: '日本', parent: null, centre: japan, kana: 'ニホン' });
  for (const [code, en, , ja, kana, , , latitude, longitude] of prefectureRows) {
    const reading = kana + (endings[ja.at(-1)!] ?? '');
    entries.set(code, { code, latin: en, own: ja, parent: 'JP', centre: { latitude, longitude }, kana: reading });
  }
  return entries;
}

/** How 都, 府 and 県 are read after a prefecture's name; 北海道 holds its 道 already. */
const endings: Readonly<Record<string, string>> = { 都: 'ト', 府: 'フ', 県: 'ケン' };

/**
 * Whether a wish for `wish` (a country, a region or a prefecture) is met by something in `code`: the same, or inside it.
 * `GR` is read as `EL`.
 */
export function covers(wish: string, code: string): boolean {
  const [whole, part] = [wish, code].map((one) => (countryOf(one) === 'GR' ? `EL${one.slice(2)}` : one));
  return part!.startsWith(whole!);
}
