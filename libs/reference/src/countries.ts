import type { Lang } from './taxonomy.ts';

/** The side of a party in a cooperation. */
export type Side = 'eu' | 'jp' | 'third';

/** IANA zone of the capital by ISO 3166-1 code: Japan and the EU-27. */
const capitalZones: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
};

/** Regions whose clocks differ from their capital's, by the beginning of their NUTS code. */
const regionZones: Readonly<Record<string, string>> = {
  ES63: 'Africa/Ceuta',
  ES7: 'Atlantic/Canary',
  FI2: 'Europe/Mariehamn',
  FRY1: 'America/Guadeloupe',
  FRY2: 'America/Martinique',
  FRY3: 'America/Cayenne',
  FRY4: 'Indian/Reunion',
  FRY5: 'Indian/Mayotte',
  PT2: 'Atlantic/Azores',
  PT3: 'Atlantic/Madeira',
};

/** ISO 3166-1 codes of the EU-27, in order of the code. */
export const euCountries: readonly string[] = Object.keys(capitalZones).filter((code) => code !== 'JP');

/**
 * ISO 3166-1 country of a region code or country code: `DE1` is in `DE`, `EL30` in `GR` (NUTS writes Greece as EL), `JP-27`
 * in `JP`. Says nothing about whether the code exists.
 */
export function countryOf(code: string): string {
  const country = code.slice(0, 2).toUpperCase();
  return country === 'EL' ? 'GR' : country;
}

/** The side on which a region or country stands. */
export function sideOf(code: string): Side {
  const country = countryOf(code);
  return country === 'JP' ? 'jp' : country in capitalZones ? 'eu' : 'third';
}

/** Name of a country by its ISO 3166-1 code (`EL` for Greece is understood); the code itself where it has none. */
export function countryName(code: string, lang: Lang): string {
  const country = countryOf(code);
  if (!/^[A-Z]{2}$/.test(country)) return code;
  return new Intl.DisplayNames(lang, { type: 'region' }).of(country) ?? country;
}

/** IANA zone of a region's or country's office hours: its own where it differs from the capital's; null for third countries. */
export function zoneOfRegion(code: string): string | null {
  const own = Object.keys(regionZones).find((start) => code.startsWith(start));
  return own ? regionZones[own]! : (capitalZones[countryOf(code)] ?? null);
}
