import { type CsvError, parse } from 'csv-parse/sync';
import { DomainError } from '../../../platform/index.js';

export interface Table {
  encoding: 'utf-8' | 'shift_jis';
  separator: ',' | ';' | 'tab';
  headings: string[];
  /** Rows with something in them, and the line of the file on which each begins. */
  rows: { line: number; cells: string[] }[];
}

const separators = { ',': ',', ';': ';', tab: '\t' } as const;

/**
 * A CSV file as spreadsheets of both sides write it: UTF-8 with or without its mark, or Shift_JIS (CP932); comma, semicolon or tab.
 * @throws DomainError `profile_import.unreadable` with why: `encoding`, `empty`, `quotes`, `rows`
 */
export function readTable(file: Buffer, rowsAtMost: number): Table {
  const { encoding, text } = decode(file);
  const separator = separatorOf(text);
  const records = recordsOf(text, separators[separator]);
  const [head, ...rest] = records;
  if (!head || rest.length === 0) throw unreadable('empty');
  if (rest.length > rowsAtMost) throw unreadable('rows', { atMost: rowsAtMost });
  return { encoding, separator, headings: head.cells.map((cell) => cell.trim()), rows: rest };
}

function decode(file: Buffer): Pick<Table, 'encoding'> & { text: string } {
  for (const encoding of ['utf-8', 'shift_jis'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      // Neither of the two writes it into a table: a workbook or a picture was chosen.
      if (text.includes('\u0000')) throw unreadable('encoding');
      return { encoding, text };
    } catch (error) {
      if (error instanceof DomainError) throw error;
    }
  }
  throw unreadable('encoding');
}

/** By the headings, which hold none of them. */
function separatorOf(text: string): Table['separator'] {
  const headings = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: Table['separator']) => headings.split(separators[separator]).length;
  return (['tab', ';', ','] as const).toSorted((a, b) => count(b) - count(a))[0]!;
}

function recordsOf(text: string, delimiter: string): Table['rows'] {
  try {
    const records = parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    }) as unknown as { record: string[]; raw: string }[];
    let line = 1;
    return records
      .map(({ record, raw }) => {
        const begins = line;
        line += raw.replace(/[\r\n]+$/, '').split(/\r\n|\r|\n/).length;
        return { line: begins, cells: record };
      })
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    throw unreadable('quotes', { line: (error as CsvError & { lines?: number }).lines ?? null });
  }
}

function unreadable(why: 'encoding' | 'empty' | 'quotes' | 'rows', data: object = {}): DomainError {
  return new DomainError('profile_import.unreadable', { why, ...data });
}
