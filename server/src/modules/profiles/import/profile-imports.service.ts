import { Injectable } from '@nestjs/common';
import {
  importRowsAtMost,
  type OrganisationId,
  type ProfileImport,
  type ProfileImportError,
  type ProfileImportReport,
  type ProfileImportRow,
} from '@musubi/contracts';
import { type Command, Transactions, type Tx } from '../../../platform/index.js';
import { columnOf, neededColumns } from './import-columns.js';
import type { ColumnCode } from './import-columns.words.js';
import { readTable, type Table } from './import-file.js';
import { type Known, knownOf } from './import-known.js';
import { type ImportedRow, readRow } from './import-row.js';
import { ImportWriter } from './import-writer.js';

/** Many profiles from one file: all of it, or nothing. */
@Injectable()
export class ProfileImports {
  constructor(
    private readonly transactions: Transactions,
    private readonly writer: ImportWriter,
  ) {}

  /** @throws DomainError `profile_import.unreadable` */
  async run(command: Command, { file, dryRun }: ProfileImport): Promise<ProfileImportReport> {
    const table = readTable(Buffer.from(file, 'base64'), importRowsAtMost);
    const { read, errors } = readAll(table);
    return this.transactions.command(command, async (tx) => {
      // Two files at once would not see each other's new organisations.
      await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('profile import', 0))`);
      const rows = read.flatMap(({ row }) => row ?? []);
      const known = await knownOf(tx, rows);
      const wrong = [...errors, ...this.twice(rows, known), ...this.writer.faults(rows, known)];
      const report = reportOf(table, read, wrong, (row) => this.writer.changes(row, known.get(row.line)!), known);
      if (dryRun || wrong.length > 0) return report;
      await this.write(tx, rows, known, command.actor.userId);
      return { ...report, done: true };
    });
  }

  private async write(tx: Tx, rows: readonly ImportedRow[], known: Map<number, Known>, userId: string): Promise<void> {
    await this.writer.write(tx, rows, known, userId);
  }

  private twice(rows: readonly ImportedRow[], known: Map<number, Known>): ProfileImportError[] {
    const seen = new Set<string>();
    return rows.flatMap(({ line, organisation }) => {
      const key = `${known.get(line)!.key} ${organisation.regionCode}`;
      if (!seen.has(key)) return seen.add(key) && [];
      return { line, column: null, problem: 'twice' as const, found: organisation.nameLatin };
    });
  }
}

interface Read {
  line: number;
  name: string;
  row: ImportedRow | null;
}

function readAll({ headings, rows }: Table): { read: Read[]; errors: ProfileImportError[] } {
  const codes = headings.map(columnOf);
  const errors: ProfileImportError[] = [
    ...headings.flatMap((heading, at) =>
      codes[at] === null || codes.indexOf(codes[at]!) !== at
        ? {
            line: 1,
            column: heading || String(at + 1),
            problem: 'column_unknown' as const,
            found: heading.slice(0, 60),
          }
        : [],
    ),
    ...neededColumns.flatMap((code) =>
      codes.includes(code) ? [] : { line: 1, column: code, problem: 'column_missing' as const, found: null },
    ),
  ];
  if (errors.length > 0) return { read: [], errors };
  const read = rows.map(({ line, cells }): Read => {
    if (cells.length > headings.length && cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
      errors.push({ line, column: null, problem: 'columns_differ', found: String(cells.length) });
      return { line, name: cells[0]!.slice(0, 60), row: null };
    }
    const named = new Map(
      codes.map((code, at) => [code as ColumnCode, { heading: headings[at]!, cell: cells[at] ?? '' }]),
    );
    const { row, name, errors: found } = readRow(line, named);
    errors.push(...found);
    return { line, name: name.slice(0, 160), row };
  });
  return { read, errors };
}

function reportOf(
  { encoding, separator }: Table,
  read: readonly Read[],
  errors: readonly ProfileImportError[],
  changes: (row: ImportedRow) => boolean,
  known: Map<number, Known>,
): ProfileImportReport {
  const wrong = new Set(errors.map(({ line }) => line));
  const willOf = (row: ImportedRow): ProfileImportRow['will'] => {
    if (!known.get(row.line)!.organisation) return 'new';
    return changes(row) ? 'update' : 'same';
  };
  const rows = read.map(({ line, name, row }): ProfileImportRow => {
    const organisationId = row ? (known.get(line)?.organisation?.id ?? null) : null;
    return {
      line,
      name,
      will: !row || wrong.has(line) ? 'error' : willOf(row),
      organisationId: organisationId as OrganisationId | null,
    };
  });
  const count = (will: ProfileImportRow['will']) => rows.filter((row) => row.will === will).length;
  return {
    done: false,
    encoding,
    separator,
    counts: { new: count('new'), update: count('update'), same: count('same'), error: count('error') },
    rows,
    errors: errors.toSorted((a, b) => a.line - b.line).slice(0, 500),
  };
}
