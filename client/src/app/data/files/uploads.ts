import { computed, inject, signal } from '@angular/core';
import { type FileId, fileBytesAtMost, type FileKind, type FileView } from '@musubi/contracts';
import { asRefusal, Refusal } from '../../core/problem/problem';
import type { UploadItem } from '../../ui/forms/upload';
import { FileWords } from './file-words';
import { FilesApi } from './files-api';

interface Sending {
  key: string;
  file: File;
  progress: number;
  sent: FileView | null;
  refusal: Refusal | null;
  cancel: AbortController;
}

/** Files on their way to something: chosen, sent at once, kept until they are attached or taken away. */
export class Uploads {
  private readonly api: Pick<FilesApi, 'send'>;
  private readonly words: Pick<FileWords, 'refused'>;
  private readonly kind: FileKind;
  private readonly atMost: number;
  private readonly all = signal<readonly Sending[]>([]);

  constructor(
    api: Pick<FilesApi, 'send'>,
    words: Pick<FileWords, 'refused'>,
    { kind, atMost }: { kind: FileKind; atMost: number },
  ) {
    this.api = api;
    this.words = words;
    this.kind = kind;
    this.atMost = atMost;
  }

  /** As the control shows them. */
  readonly items = computed<readonly UploadItem[]>(() =>
    this.all().map(({ key, file, progress, sent, refusal }) => ({
      key,
      name: sent?.name ?? file.name,
      bytes: sent?.bytes ?? file.size,
      progress: sent || refusal ? null : progress,
      error: refusal ? this.words.refused(refusal) : null,
      again: refusal?.passing ?? false,
    })),
  );
  readonly sent = computed<readonly FileView[]>(() => this.all().flatMap(({ sent }) => sent ?? []));
  readonly ids = computed<readonly FileId[]>(() => this.sent().map(({ fileId }) => fileId));
  /** Something is still on its way. */
  readonly busy = computed(() => this.all().some(({ sent, refusal }) => !sent && !refusal));
  readonly full = computed(() => this.all().filter(({ refusal }) => !refusal).length >= this.atMost);

  /** Sends what was chosen, as far as there is room; where one is all there may be, it replaces the one before. */
  add(files: readonly File[]): void {
    this.all.update((all) => all.filter(({ refusal }) => !refusal));
    if (this.atMost === 1 && files.length > 0) this.clear();
    for (const file of files.slice(0, this.atMost - this.all().length)) {
      const one = {
        key: crypto.randomUUID(),
        file,
        progress: 0,
        sent: null,
        refusal: null,
        cancel: new AbortController(),
      };
      this.all.update((all) => [...all, one]);
      void this.send(one.key);
    }
  }

  /** Stops it where it is on its way, and takes it away. */
  remove(key: string): void {
    this.of(key)?.cancel.abort();
    this.all.update((all) => all.filter((one) => one.key !== key));
  }

  again(key: string): void {
    this.change(key, { refusal: null, progress: 0 });
    void this.send(key);
  }

  /** They are attached, or not wanted any more. */
  clear(): void {
    for (const { cancel } of this.all()) cancel.abort();
    this.all.set([]);
  }

  private async send(key: string): Promise<void> {
    const { file, cancel } = this.of(key)!;
    try {
      if (file.size > fileBytesAtMost) throw new Refusal({ code: 'file.too_big', status: 413 });
      if (file.size === 0) throw new Refusal({ code: 'file.empty', status: 422 });
      const progress = (part: number) => this.change(key, { progress: part });
      this.change(key, { sent: await this.api.send(this.kind, { key, file, progress, cancel: cancel.signal }) });
    } catch (error) {
      if (!cancel.signal.aborted) this.change(key, { refusal: asRefusal(error) });
    }
  }

  private of(key: string): Sending | undefined {
    return this.all().find((one) => one.key === key);
  }

  private change(key: string, change: Partial<Sending>): void {
    this.all.update((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }
}

/** For a component: `uploads('document', 3)` beside `<musubi-upload [items]="uploads.items()" …>`. */
export function uploads(kind: FileKind, atMost: number): Uploads {
  return new Uploads(inject(FilesApi), inject(FileWords), { kind, atMost });
}
