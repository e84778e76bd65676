/** Says lines to who watches; with `--json` the last line of standard output is one object. */
export class Report {
  private readonly json = process.argv.includes('--json');

  say(line: string): void {
    (this.json ? process.stderr : process.stdout).write(`${line}\n`);
  }

  end(result: { bench: string } & Record<string, unknown>): void {
    if (this.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else
      for (const [key, value] of Object.entries(result))
        this.say(`  ${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  }
}

/** The number after `--name`, or what is usual. */
export function option(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const given = at === -1 ? usual : Number(process.argv[at + 1]);
  if (!Number.isInteger(given) || given < 1) throw new Error(`--${name} is a whole number from 1`);
  return given;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
