import { prefectureRows } from './data/prefectures.ts';

export interface Prefecture {
  /** ISO 3166-2. */
  readonly code: string;
  /** `Osaka`. */
  readonly en: string;
  /** `Osaka Prefecture`, `Tokyo Metropolis`. */
  readonly enFull: string;
  /** `大阪府`. */
  readonly ja: string;
  /** Reading without 都道府県, in katakana: `オオサカ`. */
  readonly kana: string;
  /** One of the eight areas, and Okinawa: `Kinki`, `近畿`. */
  readonly areaEn: string;
  readonly areaJa: string;
}

/** The 47 prefectures in their customary order, from north to south. */
export function prefectures(): readonly Prefecture[] {
  return prefectureRows.map(([code, en, enFull, ja, kana, areaEn, areaJa]) => ({
    code,
    en,
    enFull,
    ja,
    kana,
    areaEn,
    areaJa,
  }));
}
