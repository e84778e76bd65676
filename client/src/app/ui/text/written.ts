import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Lang } from '@musubi/contracts';

/** The language that somebody wrote in, and what is said about it where the page is in another. */
export interface WrittenIn {
  readonly lang: Lang;
  /** "Written in Japanese"; empty where the page is in the same language. */
  readonly mark: string;
  readonly page: Lang;
}

/** Words of a person, as they wrote them: nothing is translated for them, and the reader is told. */
@Component({
  selector: '[musubiWritten]',
  template: `<ng-content />
    @if (musubiWritten().mark; as mark) {
      <small class="written-mark" [lang]="musubiWritten().page">{{ mark }}</small>
    }`,
  styles: `
    .written-mark {
      margin-inline-start: var(--space-1);
      font-size: var(--text-xs);
      font-weight: 400;
      color: var(--color-ink-faint);
      white-space: nowrap;
    }
  `,
  host: { '[attr.lang]': 'musubiWritten().lang' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Written {
  readonly musubiWritten = input.required<WrittenIn>();
}
