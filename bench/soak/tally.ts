import type { Report } from '../report/report.ts';

/** The figures of one part, and what it found wrong. */
export class Tally {
  readonly figures: Record<string, number> = {};
  readonly complaints = new Map<string, number>();
  private readonly name: string;
  private readonly report: Report;

  constructor(name: string, report: Report) {
    this.name = name;
    this.report = report;
  }

  add(figure: string, count = 1): void {
    this.figures[figure] = (this.figures[figure] ?? 0) + count;
  }

  complain(words: string): void {
    if (!this.complaints.has(words)) this.say(`✗ ${words}`);
    this.complaints.set(words, (this.complaints.get(words) ?? 0) + 1);
  }

  say(line: string): void {
    this.report.progress(`  ${this.name}: ${line}`);
  }
}
