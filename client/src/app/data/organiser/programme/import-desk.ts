import { computed, signal } from '@angular/core';
import type { ImportReport, ProgrammeFormat, ProgrammeImport } from '@musubi/contracts';
import { asRefusal, Refusal } from '../../../core/problem/problem';

/** A file as a browser hands it over. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/** `picked`: read, but the file names no time zone; `checked`: what it would change is known; `done`: it is in the draft. */
export type ImportStep = 'empty' | 'checking' | 'picked' | 'checked' | 'importing' | 'done' | 'refused';

/** The importer takes 4 MiB of text. */
const MOST = 4 * 1024 * 1024;

/**
 * Bringing in a programme: a file is tried first, which changes nothing; what it would change and what is odd in it is shown;
 * only then is it taken into the draft. Nobody sees it before a release.
 */
export class ImportDesk {
  private readonly send: (file: ProgrammeImport) => Promise<ImportReport>;
  private readonly at = signal<ImportStep>('empty');
  private readonly named = signal<string | null>(null);
  private readonly found = signal<ImportReport | null>(null);
  private readonly refused = signal<Refusal | null>(null);
  private readonly zoned = signal<string | null>(null);
  private file: { format: ProgrammeFormat; text: string } | null = null;
  /** Raised by each file: what an older one brings is dropped. */
  private turn = 0;

  readonly step = this.at.asReadonly();
  readonly name = this.named.asReadonly();
  readonly report = this.found.asReadonly();
  readonly refusal = this.refused.asReadonly();
  readonly zone = this.zoned.asReadonly();
  readonly busy = computed(() => this.at() === 'checking' || this.at() === 'importing');
  /** What the file would change, or has changed. */
  readonly changes = computed(() => {
    const sessions = this.found()?.sessions;
    return sessions ? sessions.created + sessions.updated + sessions.cancelled : 0;
  });

  constructor(send: (file: ProgrammeImport) => Promise<ImportReport>) {
    this.send = send;
  }

  /** Reads a file and tries it. */
  async pick(file: PickedFile): Promise<void> {
    const turn = this.begin(file.name);
    const text = file.size > MOST ? null : await file.text().catch(() => '');
    if (turn !== this.turn) return;
    if (text === null) return this.refuse('request.too_large', 413);
    const format = formatOf(text);
    if (!format) return this.refuse('programme.unreadable', 422);
    this.file = { format, text };
    await this.check();
  }

  /** The zone that the file's times are meant in, where it names none. */
  async useZone(zone: string): Promise<void> {
    this.zoned.set(zone);
    await this.check();
  }

  /** Takes it into the draft. */
  async import(): Promise<void> {
    if (this.at() !== 'checked') return;
    await this.run('importing', false, 'done');
  }

  reset(): void {
    this.begin(null);
    this.at.set('empty');
  }

  private async check(): Promise<void> {
    await this.run('checking', true, 'checked');
  }

  private async run(during: ImportStep, dryRun: boolean, after: ImportStep): Promise<void> {
    const { file, turn } = this;
    if (!file) return;
    this.at.set(during);
    this.refused.set(null);
    try {
      const report = await this.send({ ...file, zone: this.zoned(), dryRun });
      if (turn !== this.turn) return;
      this.found.set(report);
      this.at.set(after);
    } catch (error) {
      if (turn !== this.turn) return;
      const refusal = asRefusal(error);
      this.refused.set(refusal);
      this.at.set(refusal.code === 'programme.zone_missing' ? 'picked' : 'refused');
    }
  }

  private begin(name: string | null): number {
    this.file = null;
    this.named.set(name);
    this.found.set(null);
    this.refused.set(null);
    this.zoned.set(null);
    this.at.set('checking');
    return ++this.turn;
  }

  private refuse(code: Refusal['code'], status: number): void {
    this.refused.set(new Refusal({ code, status }));
    this.at.set('refused');
  }
}

/** pretalx writes JSON, frab and pentabarf write XML. */
function formatOf(text: string): ProgrammeFormat | null {
  const first = text.trimStart().charAt(0);
  return first === '{' ? 'pretalx-json' : first === '<' ? 'pentabarf-xml' : null;
}
