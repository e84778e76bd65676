import { computed, inject, Injectable } from '@angular/core';
import { Words } from '../i18n/words';
import { asRefusal, type Refusal } from './problem';

export interface ProblemText {
  title: string;
  text: string;
  reference: string | null;
  /** Whether sending the same again may help. */
  again: boolean;
}

/**
 * What a refusal is called in the reader's language: what happened, what was kept, what to do. What any page may meet is in the area
 * `problem`; what only commands are refused for is in `refusal`, which public pages do without.
 */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  private readonly words = inject(Words);

  /** The words around a refused command: the form it came from sends it again. */
  readonly refused = computed(() => ({
    reference: this.words.t('common.reference'),
    copy: this.words.t('common.copy'),
    copied: this.words.t('common.copied'),
  }));
  /** The words around a failed reading, which can be tried again. */
  readonly failure = computed(() => ({ again: this.words.t('common.again'), ...this.refused() }));

  of(error: unknown): ProblemText {
    const refusal: Refusal = asRefusal(error);
    const params = Object.fromEntries(
      Object.entries(refusal.data).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
    ) as Record<string, string | number>;
    const key = this.keyOf(refusal.code);
    return {
      title: this.words.t(`${key}.title`, params),
      text: this.words.t(`${key}.text`, params),
      reference: refusal.reference?.replace(/^urn:.*:/, '') ?? null,
      again: refusal.passing,
    };
  }

  private keyOf(code: Refusal['code']): string {
    const known = [`problem.${code}`, `refusal.${code}`].find((key) => this.words.has(`${key}.title`));
    return known ?? 'problem.unreadable';
  }
}
