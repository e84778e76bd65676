import { computed, inject, Injectable } from '@angular/core';
import { endingsOf, type FileKind, fileBytesAtMost, type FileRefusal } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import type { Refusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import type { UploadWords } from '../../ui/forms/upload';

const mega = 1024 * 1024;

/** Files in words. Needs the words of the area `files`. */
@Injectable({ providedIn: 'root' })
export class FileWords {
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);
  private readonly t = this.words.t;

  /** What the control for sending documents says. */
  readonly documents = computed(() => this.upload('document'));
  /** What the control for sending a picture says. */
  readonly pictures = computed(() => this.upload('image'));

  /** `1.2 MB`, `340 kB`. */
  size(bytes: number): string {
    const large = bytes >= mega;
    const style = {
      style: 'unit',
      unit: large ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: large ? 1 : 0,
    } as const;
    return new Intl.NumberFormat(this.words.lang(), style).format(
      Math.max(large ? 0.1 : 1, bytes / (large ? mega : 1024)),
    );
  }

  /** Why a file was not taken, and what one can do. */
  refused(refusal: Refusal): string {
    const { why } = refusal.data as { why?: FileRefusal };
    if (refusal.code === 'file.type_refused' && why) return this.t(`files.refused.${why}`);
    const { title, text } = this.problems.of(refusal);
    return this.words.lang() === 'ja' ? `${title}。${text}` : `${title}. ${text}`;
  }

  private upload(kind: FileKind): UploadWords {
    return {
      choose: this.t(`files.upload.choose.${kind}`),
      drop: this.t('files.upload.drop'),
      help: this.t(`files.upload.help.${kind}`, { size: this.size(fileBytesAtMost) }),
      cancel: (name) => this.t('files.upload.cancel', { name }),
      remove: (name) => this.t('files.upload.remove', { name }),
      again: (name) => this.t('files.upload.again', { name }),
      sent: (name) => this.t('files.upload.sent', { name }),
      progress: (name) => this.t('files.upload.progress', { name }),
      size: (bytes) => this.size(bytes),
      accept: endingsOf(kind).join(','),
    };
  }
}
