import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { decode, encode } from './encoding.ts';

interface Statement {
  number: number;
  text: string;
  values: unknown[];
  rows: unknown;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * The statements that the server sent for one command, to be sent again by the driver alone for other commands of the same
 * kind. What stood in the command (ids, times) is replaced by the other command's; an id that a statement answered is
 * replaced by the one that its repetition answers; an id that the server made up, by one made up here.
 */
export class Transcript {
  private readonly statements: readonly {
    name: string;
    text: string;
    values: string;
    rows: unknown;
    hasValues: boolean;
  }[];
  private readonly madeUp: readonly string[];

  private constructor(statements: readonly Statement[], known: readonly string[]) {
    const answered = new Set<string>(known);
    const madeUp = new Set<string>();
    this.statements = statements.map(({ text, values, rows }) => {
      const encoded = JSON.stringify(values);
      for (const id of encoded.match(uuid) ?? []) if (!answered.has(id)) madeUp.add(id);
      for (const id of JSON.stringify(rows).match(uuid) ?? []) answered.add(id);
      const name = `r_${createHash('md5').update(text).digest('hex')}`;
      return { name, text, values: encoded, rows, hasValues: values.length > 0 };
    });
    this.madeUp = [...madeUp];
  }

  /**
   * @param file written by the recorder
   * @param from lines before this one belong to something else
   * @param known what stands in the recorded command and differs in others
   */
  static read(file: string, from: number, known: readonly string[]): Transcript {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(from);
    const statements = lines.map((line) => JSON.parse(line) as Statement).sort((a, b) => a.number - b.number);
    return new Transcript(statements, known);
  }

  get texts(): string[] {
    return this.statements.map(({ text }) => text);
  }

  /** Sends every statement in its turn, prepared as the server prepares them. @param replacements recorded → this one's */
  async play(client: pg.ClientBase, replacements: ReadonlyMap<string, string>): Promise<void> {
    const words = new Map(replacements);
    for (const id of this.madeUp) if (!words.has(id)) words.set(id, randomUUID());
    for (const { name, text, values, rows, hasValues } of this.statements) {
      const answer = hasValues
        ? await client.query({ name, text, values: decode(JSON.parse(replaceAll(values, words))) as unknown[] })
        : await client.query(text);
      learn(rows, encode(answer.rows), words);
    }
  }
}

function replaceAll(text: string, words: ReadonlyMap<string, string>): string {
  let replaced = text;
  for (const [from, to] of words) replaced = replaced.replaceAll(from, to);
  return replaced;
}

/** Walks what was answered then and what is answered now side by side: ids in the same place stand for each other. */
function learn(then: unknown, now: unknown, words: Map<string, string>): void {
  if (typeof then === 'string' && typeof now === 'string') {
    if (then !== now && then.length === 36 && then.match(uuid) && !words.has(then)) words.set(then, now);
  } else if (Array.isArray(then) && Array.isArray(now)) {
    then.forEach((one, index) => learn(one, now[index], words));
  } else if (then !== null && now !== null && typeof then === 'object' && typeof now === 'object') {
    for (const [key, one] of Object.entries(then)) learn(one, (now as Record<string, unknown>)[key], words);
  }
}
