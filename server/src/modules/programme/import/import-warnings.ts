import type { ImportWarning } from '@musubi/contracts';

/** As many as anybody reads; after that only the number counts. */
const keptAtMost = 1_000;

/** Collects what an import has to say about the file. The same kind of thing in many places is said once, with a count. */
export class ImportWarnings {
  private readonly single: ImportWarning[] = [];
  private readonly repeated = new Map<string, { warning: ImportWarning; times: number }>();

  add(code: ImportWarning['code'], where: string, text: string): void {
    if (this.single.length < keptAtMost) this.single.push({ where, code, text });
  }

  /** @param what identifies the kind of thing, such as the name of a field */
  addOnce(what: string, code: ImportWarning['code'], where: string, text: string): void {
    const known = this.repeated.get(`${code} ${what}`);
    if (known) known.times++;
    else if (this.repeated.size < keptAtMost)
      this.repeated.set(`${code} ${what}`, { warning: { where, code, text }, times: 1 });
  }

  all(): ImportWarning[] {
    const repeated = [...this.repeated.values()].map(({ warning, times }) =>
      times === 1 ? warning : { ...warning, text: `${warning.text} (${times} times in the file)` },
    );
    return [...repeated, ...this.single].slice(0, keptAtMost);
  }
}
