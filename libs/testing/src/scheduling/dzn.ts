/** A value of a MiniZinc data file: a number, a list, a table (`[| 1, 2 | 3, 4 |]`), or a list of sets. */
export type DznValue = number | readonly number[] | readonly (readonly number[])[];

/** A data file that is not written as it should be; `line` counts from 1. */
export class DznError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(`line ${line}: ${message}`);
    this.name = 'DznError';
    this.line = line;
  }
}

/**
 * Reads `name = value;` assignments of whole numbers, one- and two-dimensional arrays and arrays of sets, which is what the published
 * instances of B2B meeting scheduling use of the format; ranges `1..3` stand for their numbers. Comments begin with `%`.
 * @throws DznError
 */
export function readDzn(text: string): ReadonlyMap<string, DznValue> {
  return new Reader(text).assignments();
}

class Reader {
  private readonly tokens: { text: string; line: number }[] = [];
  private at = 0;

  constructor(text: string) {
    for (const [index, line] of text.split('\n').entries())
      for (const [token] of line.replace(/%.*$/, '').matchAll(/[A-Za-z_]\w*|-?\d+|\.\.|\[\||\|\]|[[\]{}=,;|]|[^\s]/g))
        this.tokens.push({ text: token, line: index + 1 });
  }

  assignments(): ReadonlyMap<string, DznValue> {
    const found = new Map<string, DznValue>();
    while (this.peek() !== null) {
      const name = this.take();
      if (!/^[A-Za-z_]/.test(name)) this.fail(`a name was expected, not "${name}"`);
      if (found.has(name)) this.fail(`${name} is given twice`);
      this.expect('=');
      found.set(name, this.value());
      this.expect(';');
    }
    return found;
  }

  private value(): DznValue {
    const first = this.peek();
    if (first === '[|') return this.table();
    if (first === '[') return this.list();
    if (first === '{') return [this.set()];
    return this.number();
  }

  private table(): readonly (readonly number[])[] {
    this.expect('[|');
    const rows: number[][] = [];
    let row: number[] = [];
    const end = (): void => {
      if (row.length > 0) rows.push(row);
      row = [];
    };
    for (;;) {
      const next = this.peek();
      if (next === '|]') {
        this.take();
        end();
        return rows;
      }
      if (next === '|') {
        this.take();
        end();
      } else if (next === ',') this.take();
      else row.push(this.number());
    }
  }

  private list(): readonly number[] | readonly (readonly number[])[] {
    this.expect('[');
    const sets: (readonly number[])[] = [];
    const numbers: number[] = [];
    while (this.peek() !== ']') {
      if (this.peek() === '{') sets.push(this.set());
      else numbers.push(...this.range());
      if (this.peek() === ',') this.take();
      else if (this.peek() !== ']') this.fail(`"," or "]" was expected, not "${this.take()}"`);
    }
    this.take();
    if (sets.length > 0 && numbers.length > 0) this.fail('sets and numbers stand in one list');
    return sets.length > 0 ? sets : numbers;
  }

  private set(): readonly number[] {
    this.expect('{');
    const members: number[] = [];
    while (this.peek() !== '}') {
      members.push(...this.range());
      if (this.peek() === ',') this.take();
      else if (this.peek() !== '}') this.fail(`"," or "}" was expected, not "${this.take()}"`);
    }
    this.take();
    return members;
  }

  private range(): number[] {
    const from = this.number();
    if (this.peek() !== '..') return [from];
    this.take();
    const to = this.number();
    if (to - from > 100_000) this.fail('a range is too long');
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
  }

  private number(): number {
    const token = this.take();
    if (!/^-?\d+$/.test(token)) this.fail(`a whole number was expected, not "${token}"`);
    return Number(token);
  }

  private expect(text: string): void {
    const token = this.take();
    if (token !== text) this.fail(`"${text}" was expected, not "${token}"`);
  }

  private peek(): string | null {
    return this.tokens[this.at]?.text ?? null;
  }

  private take(): string {
    const token = this.tokens[this.at];
    if (!token) this.fail('the file ends too early');
    this.at++;
    return token!.text;
  }

  private fail(message: string): never {
    throw new DznError(message, this.tokens[Math.max(0, this.at - 1)]?.line ?? 1);
  }
}
