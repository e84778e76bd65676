/** Says lines to who watches; with `--json` the last line of standard output is one object that holds every figure said. */
export class Report {
  private readonly json = process.argv.includes('--json');
  private readonly said: string[] = [];

  say(line: string): void {
    this.said.push(line);
    (this.json ? process.stderr : process.stdout).write(`${line}\n`);
  }

  /** How far it has come: nothing that is measured. */
  progress(line: string): void {
    process.stderr.write(`${line}\n`);
  }

  /** @throws Error naming a figure that was said and that the object does not hold */
  end(result: { bench: string } & Record<string, unknown>): void {
    const missing = this.json ? figuresMissing(this.said, result) : [];
    if (missing.length > 0) throw new Error(`The object of ${result.bench} lacks ${missing.join(', ')}`);
    if (this.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else
      for (const [key, value] of Object.entries(result))
        this.say(`  ${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  }
}

const figure = /(?<![\w.])\d+(?:[.,]\d+)*(?!\w)/g;

/** Figures of the lines that are nowhere in the object; a share may be said in per cent. */
export function figuresMissing(lines: readonly string[], result: object): string[] {
  const held = new Set<string>(JSON.stringify(result).match(figure));
  for (const one of [...held]) held.add((100 * Number(one)).toFixed(1));
  return [...new Set(lines.flatMap((line) => line.match(figure) ?? []))].filter((one) => !held.has(one));
}

/** The number after `--name`, or what is usual. */
export function option(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const given = at === -1 ? usual : Number(process.argv[at + 1]);
  if (!Number.isInteger(given) || given < 1) throw new Error(`--${name} is a whole number from 1`);
  return given;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
