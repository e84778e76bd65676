/** The languages of the platform. */
export type Lang = 'en' | 'ja';

/**
 * How a zone names its hours: label and offset from UTC in minutes, standard time first, then summer time.
 * `Intl` cannot be asked: it says JST only in Japanese and CET only in European English, else GMT+9 and GMT+1.
 */
type Hours = readonly (readonly [label: string, offsetMinutes: number])[];

const utc: Hours = [['UTC', 0]];
const gmt: Hours = [['GMT', 0]];
const wet: Hours = [
  ['WET', 0],
  ['WEST', 60],
];
const cet: Hours = [
  ['CET', 60],
  ['CEST', 120],
];
const eet: Hours = [
  ['EET', 120],
  ['EEST', 180],
];
const jst: Hours = [['JST', 540]];

interface Zone {
  readonly hours: Hours;
  readonly en: string;
  readonly ja: string;
}

/** The zones offered to choose from: all of the EU with its islands and overseas regions, Japan, and some of the world. */
const zones: Readonly<Record<string, Zone>> = {
  'Asia/Tokyo': { hours: jst, en: 'Tokyo', ja: '東京' },

  'Europe/Amsterdam': { hours: cet, en: 'Amsterdam', ja: 'アムステルダム' },
  'Europe/Athens': { hours: eet, en: 'Athens', ja: 'アテネ' },
  'Europe/Berlin': { hours: cet, en: 'Berlin', ja: 'ベルリン' },
  'Europe/Bratislava': { hours: cet, en: 'Bratislava', ja: 'ブラチスラバ' },
  'Europe/Brussels': { hours: cet, en: 'Brussels', ja: 'ブリュッセル' },
  'Europe/Bucharest': { hours: eet, en: 'Bucharest', ja: 'ブカレスト' },
  'Europe/Budapest': { hours: cet, en: 'Budapest', ja: 'ブダペスト' },
  'Europe/Copenhagen': { hours: cet, en: 'Copenhagen', ja: 'コペンハーゲン' },
  'Europe/Dublin': {
    hours: [
      ['GMT', 0],
      ['IST', 60],
    ],
    en: 'Dublin',
    ja: 'ダブリン',
  },
  'Europe/Helsinki': { hours: eet, en: 'Helsinki', ja: 'ヘルシンキ' },
  'Europe/Lisbon': { hours: wet, en: 'Lisbon', ja: 'リスボン' },
  'Europe/Ljubljana': { hours: cet, en: 'Ljubljana', ja: 'リュブリャナ' },
  'Europe/Luxembourg': { hours: cet, en: 'Luxembourg', ja: 'ルクセンブルク' },
  'Europe/Madrid': { hours: cet, en: 'Madrid', ja: 'マドリード' },
  'Europe/Malta': { hours: cet, en: 'Valletta', ja: 'バレッタ' },
  'Europe/Mariehamn': { hours: eet, en: 'Mariehamn', ja: 'マリエハムン' },
  'Asia/Nicosia': { hours: eet, en: 'Nicosia', ja: 'ニコシア' },
  'Europe/Paris': { hours: cet, en: 'Paris', ja: 'パリ' },
  'Europe/Prague': { hours: cet, en: 'Prague', ja: 'プラハ' },
  'Europe/Riga': { hours: eet, en: 'Riga', ja: 'リガ' },
  'Europe/Rome': { hours: cet, en: 'Rome', ja: 'ローマ' },
  'Europe/Sofia': { hours: eet, en: 'Sofia', ja: 'ソフィア' },
  'Europe/Stockholm': { hours: cet, en: 'Stockholm', ja: 'ストックホルム' },
  'Europe/Tallinn': { hours: eet, en: 'Tallinn', ja: 'タリン' },
  'Europe/Vienna': { hours: cet, en: 'Vienna', ja: 'ウィーン' },
  'Europe/Vilnius': { hours: eet, en: 'Vilnius', ja: 'ビリニュス' },
  'Europe/Warsaw': { hours: cet, en: 'Warsaw', ja: 'ワルシャワ' },
  'Europe/Zagreb': { hours: cet, en: 'Zagreb', ja: 'ザグレブ' },

  'Africa/Ceuta': { hours: cet, en: 'Ceuta', ja: 'セウタ' },
  'Atlantic/Canary': { hours: wet, en: 'Canary Islands', ja: 'カナリア諸島' },
  'Atlantic/Madeira': { hours: wet, en: 'Madeira', ja: 'マデイラ' },
  'Atlantic/Azores': {
    hours: [
      ['AZOT', -60],
      ['AZOST', 0],
    ],
    en: 'Azores',
    ja: 'アゾレス諸島',
  },
  'America/Cayenne': { hours: [['GFT', -180]], en: 'Cayenne', ja: 'カイエンヌ' },
  'America/Guadeloupe': { hours: [['AST', -240]], en: 'Guadeloupe', ja: 'グアドループ' },
  'America/Martinique': { hours: [['AST', -240]], en: 'Martinique', ja: 'マルティニーク' },
  'Indian/Reunion': { hours: [['RET', 240]], en: 'Réunion', ja: 'レユニオン' },
  'Indian/Mayotte': { hours: [['EAT', 180]], en: 'Mayotte', ja: 'マヨット' },

  'Europe/London': {
    hours: [
      ['GMT', 0],
      ['BST', 60],
    ],
    en: 'London',
    ja: 'ロンドン',
  },
  'Europe/Oslo': { hours: cet, en: 'Oslo', ja: 'オスロ' },
  'Europe/Zurich': { hours: cet, en: 'Zurich', ja: 'チューリッヒ' },
  'Europe/Belgrade': { hours: cet, en: 'Belgrade', ja: 'ベオグラード' },
  'Atlantic/Reykjavik': { hours: gmt, en: 'Reykjavik', ja: 'レイキャビク' },
  'Europe/Kyiv': { hours: eet, en: 'Kyiv', ja: 'キーウ' },
  'Europe/Istanbul': { hours: [['TRT', 180]], en: 'Istanbul', ja: 'イスタンブール' },
  'America/New_York': {
    hours: [
      ['EST', -300],
      ['EDT', -240],
    ],
    en: 'New York',
    ja: 'ニューヨーク',
  },
  'America/Los_Angeles': {
    hours: [
      ['PST', -480],
      ['PDT', -420],
    ],
    en: 'Los Angeles',
    ja: 'ロサンゼルス',
  },
  'Asia/Singapore': { hours: [['SGT', 480]], en: 'Singapore', ja: 'シンガポール' },
  'Asia/Seoul': { hours: [['KST', 540]], en: 'Seoul', ja: 'ソウル' },
  UTC: { hours: utc, en: 'UTC', ja: '協定世界時' },
};

/** Older ids that browsers and systems still answer for a zone of the table. */
const otherIds: Readonly<Record<string, string>> = {
  'Europe/Nicosia': 'Asia/Nicosia',
  'Europe/Kiev': 'Europe/Kyiv',
  'Etc/UTC': 'UTC',
  'Etc/GMT': 'UTC',
};

/** IANA ids of the zones offered to choose from, Japan and the EU first. Any other id of the tz database is understood too. */
export const offeredZones: readonly string[] = Object.keys(zones);

function zoneOf(zone: string): Zone | undefined {
  return zones[otherIds[zone] ?? zone];
}

/**
 * The tz database's own spelling of an IANA id, or null when there is no such zone. Abbreviations (CET, JST), country names
 * and offsets are refused: nobody's zone is one, even where the database keeps some as old links.
 */
export function parseZone(text: string): string | null {
  if (text !== 'UTC' && !/^[A-Za-z_]+\/[\w+\-/]+$/.test(text)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return null;
  }
}

/** Whether `text` is an IANA id in the database's own spelling. */
export function isZone(text: string): boolean {
  return parseZone(text) === text;
}

/** Offset from UTC in minutes that holds in the zone at the instant. */
export function offsetMinutes(zone: string, instant: Temporal.Instant): number {
  return Math.round(instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000);
}

/**
 * The label of the zone's hours at the instant, the same in every language: CET, CEST, JST. A zone outside our table, or
 * one whose hours were others then, shows its offset: `UTC+5:30`.
 */
export function zoneLabel(zone: string, instant: Temporal.Instant): string {
  const offset = offsetMinutes(zone, instant);
  const known = zoneOf(zone)?.hours.find(([, minutes]) => minutes === offset);
  return known ? known[0] : offsetLabel(offset);
}

/** `UTC`, `UTC+9`, `UTC−3:30` (with a real minus sign). */
export function offsetLabel(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** The city (or islands) that a zone is named after; outside our table the last part of its id. */
export function zoneCity(zone: string, lang: Lang): string {
  return zoneOf(zone)?.[lang] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Whether clocks in both zones show the same at the instant, so that naming both would say nothing. */
export function sameClock(a: string, b: string, instant: Temporal.Instant): boolean {
  return a === b || offsetMinutes(a, instant) === offsetMinutes(b, instant);
}
