import {
  isKatakana,
  isLatin,
  type Lang,
  type OrganisationInput,
  type ProfileContent,
  type ProfileImportError,
  type ProfileImportProblem,
  toKatakana,
} from '@musubi/contracts';
import { zoneOfRegion } from '@musubi/reference';
import {
  formula,
  kindOf,
  neededColumns,
  regionOf,
  sectorOf,
  seekOf,
  severalOf,
  sizeOf,
  withoutMark,
} from './import-columns.js';
import { type ColumnCode, columnCodes } from './import-columns.words.js';

/** What a row says; of the profile only what stands there: an empty cell changes nothing. */
export interface ImportedRow {
  line: number;
  organisation: OrganisationInput;
  profile: Partial<Omit<ProfileContent, TextField>>;
  texts: Partial<Record<TextField, Partial<Record<Lang, string>>>>;
  original: Lang | null;
}

type TextField = 'summary' | 'description' | 'aims' | 'lookingFor';

const mostOf: Partial<Record<ColumnCode, number>> = {
  name: 160,
  name_local: 160,
  name_kana: 160,
  summary_en: 300,
  summary_ja: 300,
  description_en: 3000,
  description_ja: 3000,
  aims_en: 1500,
  aims_ja: 1500,
  looking_for_en: 1500,
  looking_for_ja: 1500,
};

const textFields = {
  summary: 'summary',
  description: 'description',
  aims: 'aims',
  looking_for: 'lookingFor',
} as const satisfies Record<string, TextField>;

/** Reads a row; every fault of it is told, with the column's heading as the file writes it. */
export function readRow(
  line: number,
  cells: ReadonlyMap<ColumnCode, { heading: string; cell: string }>,
): { row: ImportedRow | null; name: string; errors: ProfileImportError[] } {
  const errors: ProfileImportError[] = [];
  const wrong = (code: ColumnCode, problem: ProfileImportProblem, found: string | null): null => {
    errors.push({ line, column: cells.get(code)?.heading ?? code, problem, found: found && found.slice(0, 60) });
    return null;
  };
  const texts = new Map<ColumnCode, string>();
  for (const code of columnCodes) {
    const cell = cells.get(code)?.cell.trim() ?? '';
    if (cell === '') continue;
    const problem = faultOf(code, cell);
    if (problem) wrong(code, problem, cell);
    else texts.set(code, withoutMark(cell).replaceAll('\r\n', '\n'));
  }
  for (const code of neededColumns) if (!cells.get(code)?.cell.trim()) wrong(code, 'missing', null);

  const read = <T>(code: ColumnCode, of: (text: string) => T | null, problem: ProfileImportProblem): T | null => {
    const text = texts.get(code);
    return text === undefined ? null : (of(text) ?? wrong(code, problem, text));
  };
  const readAll = <T extends string>(code: ColumnCode, of: (text: string) => T | null, most: number) => {
    const text = texts.get(code);
    if (text === undefined) return undefined;
    const values = severalOf(text).map((part) => of(part) ?? wrong(code, 'unknown_value', part));
    if (values.length > most) wrong(code, 'too_long', text);
    return [...new Set(values.filter((value) => value !== null))];
  };

  const name = read('name', (text) => (isLatin(text) ? text.normalize('NFKC') : null), 'not_latin');
  const kind = read('kind', kindOf, 'unknown_value');
  const regionCode = read('region', regionOf, 'not_a_region');
  const nameKana = read('name_kana', (text) => (isKatakana(text) ? toKatakana(text) : null), 'not_kana');
  const website = read('website', websiteOf, 'not_a_website');
  const size = read('size', sizeOf, 'unknown_value');
  const original = read('original', langOf, 'unknown_value');
  const lists = {
    sectors: readAll('sectors', sectorOf, 6),
    workingLanguages: readAll('languages', languageOf, 8),
    seeks: readAll('seeks', seekOf, 2),
  };
  const shown = texts.get('name_local') ?? texts.get('name') ?? '';
  if (errors.length > 0 || !name || !kind || !regionCode) return { row: null, name: shown, errors };

  const row: ImportedRow = {
    line,
    organisation: {
      nameLatin: name,
      nameLocal: texts.get('name_local') ?? null,
      nameKana,
      kind,
      regionCode,
      zone: zoneOfRegion(regionCode)!,
      website,
    },
    profile: {
      ...(website ? { website } : {}),
      ...(size ? { size } : {}),
      ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    },
    texts: textsOf(texts),
    original,
  };
  return { row, name: shown, errors };
}

function faultOf(code: ColumnCode, cell: string): ProfileImportProblem | null {
  // eslint-disable-next-line no-control-regex -- control characters are what is refused here
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(cell) || !cell.isWellFormed()) return 'control_characters';
  if (!/_(en|ja)$/.test(code) && /[\n\t]/.test(cell.replaceAll('\r\n', '\n')) && mostOf[code])
    return 'control_characters';
  if (withoutMark(cell) === cell && formula(code, cell)) return 'formula';
  return cell.length > (mostOf[code] ?? 400) ? 'too_long' : null;
}

function textsOf(texts: ReadonlyMap<ColumnCode, string>): ImportedRow['texts'] {
  const found: ImportedRow['texts'] = {};
  for (const [start, field] of Object.entries(textFields)) {
    for (const lang of ['en', 'ja'] as const) {
      const words = texts.get(`${start}_${lang}` as ColumnCode);
      if (words !== undefined) (found[field] ??= {})[lang] = words;
    }
  }
  return found;
}

function websiteOf(text: string): string | null {
  try {
    const { protocol, href } = new URL(text);
    return /^https?:$/.test(protocol) && href.length <= 300 ? text : null;
  } catch {
    return null;
  }
}

function langOf(text: string): Lang | null {
  const asked = text.normalize('NFKC').toLowerCase();
  if (['en', 'english', '英語'].includes(asked)) return 'en';
  return ['ja', 'japanese', '日本語'].includes(asked) ? 'ja' : null;
}

const languageNames = ['en', 'ja'].map((lang) => new Intl.DisplayNames(lang, { type: 'language' }));
const languageCodes = [
  'en',
  'ja',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'sv',
  'fi',
  'da',
  'cs',
  'el',
  'hu',
  'ro',
  'bg',
  'hr',
  'sk',
  'sl',
  'et',
  'lv',
  'lt',
  'ga',
  'mt',
  'zh',
  'ko',
];

/** ISO 639-1, or the language's name in either language. */
function languageOf(text: string): string | null {
  const asked = text.normalize('NFKC').toLowerCase();
  if (/^[a-z]{2}$/.test(asked)) return languageCodes.includes(asked) ? asked : null;
  return languageCodes.find((code) => languageNames.some((names) => names.of(code)?.toLowerCase() === asked)) ?? null;
}
