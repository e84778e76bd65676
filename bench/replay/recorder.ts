/**
 * Loaded into the server before anything else (`--import`): writes every statement that leaves for PostgreSQL, with its
 * parameters and rows, to the file that BENCH_RECORD names. One JSON line per statement, in order of sending.
 */
import { appendFileSync } from 'node:fs';
import pg from 'pg';
import { encode } from './encoding.ts';

type Query = (...args: unknown[]) => unknown;

const file = process.env['BENCH_RECORD'];
if (!file) throw new Error('BENCH_RECORD names the file that statements are written to');

const prototype = pg.Client.prototype as unknown as { query: Query };
const { query } = prototype;
let sent = 0;

prototype.query = function recorded(this: unknown, ...args: unknown[]): unknown {
  const statement = statementOf(args);
  const answer = query.apply(this, args);
  if (!statement) return answer;
  const number = sent++;
  const note = (rows: unknown) =>
    appendFileSync(file, `${JSON.stringify({ number, ...statement, rows: encode(rows) })}\n`);
  if (answer instanceof Promise)
    answer.then(
      ({ rows }: { rows: unknown }) => note(rows),
      () => note([]),
    );
  else note([]);
  return answer;
};

function statementOf([given, values]: unknown[]): { text: string; values: unknown } | null {
  if (typeof given === 'string') return { text: given, values: encode(Array.isArray(values) ? values : []) };
  const { text, values: own } = (given ?? {}) as { text?: unknown; values?: unknown };
  return typeof text === 'string'
    ? { text, values: encode(Array.isArray(own) ? own : Array.isArray(values) ? values : []) }
    : null;
}
