import { organisationSizes, type ProfileImportProblem } from '@musubi/contracts';
import { isRegion, type Labelled, regionName, regions, sectors } from '@musubi/reference';
import { type ColumnCode, columnCodes, columnWords, kindWords, seekWords } from './import-columns.words.js';

/** Without these a row cannot be told from others. */
export const neededColumns = ['name', 'kind', 'region'] as const satisfies readonly ColumnCode[];

/** By code, or by its heading in either language. */
export function columnOf(heading: string): ColumnCode | null {
  const asked = fold(heading);
  return (
    columnCodes.find((code) =>
      [code, columnWords.en[code], columnWords.ja[code]].some((name) => fold(name) === asked),
    ) ?? null
  );
}

/** A closed list's code, or its word in either language. */
function chosen<T extends string>(words: readonly (Labelled & { code: T })[], cell: string): T | null {
  const asked = fold(cell);
  return words.find((word) => [word.code, word.en, word.ja].some((name) => fold(name) === asked))?.code ?? null;
}

export const kindOf = (cell: string) => chosen(kindWords, cell);
export const seekOf = (cell: string) => chosen(seekWords, cell);
export const sectorOf = (cell: string) => chosen(sectors, cell);
export const sizeOf = (cell: string) =>
  organisationSizes.find((size) => fold(size) === fold(cell).replace('–', '-')) ?? null;

let regionsByName: Map<string, string> | null = null;

/** A code, or a region's name in either language where no other has it. */
export function regionOf(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  if (isRegion(code)) return code;
  regionsByName ??= namedRegions();
  return regionsByName.get(fold(cell)) ?? null;
}

/** A state that is one city shares its name with its part: the larger stands for both. */
function namedRegions(): Map<string, string> {
  const names = new Map<string, string>();
  for (const code of regions.codes()) {
    for (const name of [regionName(code, 'en'), regionName(code, 'ja'), regions.ownName(code)]) {
      if (!names.has(fold(name))) names.set(fold(name), code);
    }
  }
  return names;
}

/** What several values in one cell stand apart by. */
export function severalOf(cell: string): string[] {
  return cell
    .split(/[|;,、；，／/\n]/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A spreadsheet would calculate it. Our own files mark such a text with an apostrophe, which is taken off again. */
export function withoutMark(cell: string): string {
  return /^'\s*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

export function formula(code: ColumnCode, cell: string): ProfileImportProblem | null {
  const isProse = /_(en|ja)$/.test(code);
  // A list may begin with a hyphen.
  return (isProse ? /^\s*[=@＝＠]/u : /^\s*[=+\-@＝＋－＠]/u).test(cell) ? 'formula' : null;
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
