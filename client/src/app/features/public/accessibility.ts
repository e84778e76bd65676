import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';
import { PageHead } from '../../core/page/page-head';

@Component({
  selector: 'musubi-accessibility',
  template: `<article>
    <h1 class="title-page">{{ t('pages.accessibility.title') }}</h1>
    <p class="lead">{{ t('pages.accessibility.lead') }}</p>
    @for (part of parts; track part) {
      <section class="section">
        <h2 class="title-section">{{ t('pages.accessibility.' + part + '.heading') }}</h2>
        @if (part === 'how') {
          <ul>
            @for (item of promises; track item) {
              <li>{{ t('pages.accessibility.how.items.' + item) }}</li>
            }
          </ul>
        } @else {
          <p>{{ t('pages.accessibility.' + part + '.text') }}</p>
        }
      </section>
    }
  </article>`,
  styleUrl: './article.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Accessibility {
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly promises = ['keyboard', 'state', 'live', 'motion', 'time'] as const;
  protected readonly parts = ['aim', 'how', 'limits', 'tell'] as const;

  constructor() {
    const head = inject(PageHead);
    effect(() =>
      head.set({
        title: `${this.t('pages.accessibility.title')} · Musubi`,
        description: this.t('pages.accessibility.lead'),
        path: '/accessibility',
        lang: this.words.lang(),
      }),
    );
  }
}
