import { signal } from '@angular/core';
import { importBytesAtMost, type ProfileImport, type ProfileImportReport } from '@musubi/contracts';
import { asRefusal, Refusal } from '../../../core/problem/problem';

type Step = 'empty' | 'checking' | 'checked' | 'importing' | 'done' | 'refused';

/** One file on its way in: looked at first, then taken over as a whole. */
export class ProfileImportDesk {
  private readonly send: (file: ProfileImport) => Promise<ProfileImportReport>;
  private readonly now = signal<Step>('empty');
  private readonly file = signal<{ name: string; base64: string } | null>(null);
  private readonly answer = signal<ProfileImportReport | null>(null);
  private readonly refusal = signal<Refusal | null>(null);

  readonly step = this.now.asReadonly();
  readonly report = this.answer.asReadonly();
  readonly refused = this.refusal.asReadonly();
  readonly name = () => this.file()?.name ?? '';

  constructor(send: (file: ProfileImport) => Promise<ProfileImportReport>) {
    this.send = send;
  }

  /** Says what the file would do; nothing is changed yet. */
  async look(file: File): Promise<void> {
    this.file.set({ name: file.name, base64: '' });
    this.answer.set(null);
    this.now.set('checking');
    await this.run(async () => {
      if (file.size > importBytesAtMost) throw new Refusal({ code: 'request.too_large', status: 413 });
      this.file.set({ name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) });
      this.answer.set(await this.send({ file: this.file()!.base64, dryRun: true }));
      this.now.set('checked');
    });
  }

  async take(): Promise<void> {
    const file = this.file();
    if (!file || this.now() !== 'checked' || this.answer()?.errors.length) return;
    this.now.set('importing');
    await this.run(async () => {
      const report = await this.send({ file: file.base64, dryRun: false });
      this.answer.set(report);
      this.now.set(report.done ? 'done' : 'checked');
    });
  }

  reset(): void {
    this.file.set(null);
    this.answer.set(null);
    this.refusal.set(null);
    this.now.set('empty');
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.refusal.set(null);
    try {
      await work();
    } catch (error) {
      this.refusal.set(asRefusal(error));
      this.now.set('refused');
    }
  }
}

/** In parts: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}
