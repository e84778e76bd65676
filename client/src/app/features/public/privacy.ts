import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';
import { PageHead } from '../../core/page/page-head';

@Component({
  selector: 'musubi-privacy',
  template: `<article>
    <h1 class="title-page">{{ t('pages.privacy.title') }}</h1>
    <p class="lead">{{ t('pages.privacy.lead') }}</p>
    @for (part of parts; track part) {
      <section class="section">
        <h2 class="title-section">{{ t('pages.privacy.' + part + '.heading') }}</h2>
        <p>{{ t('pages.privacy.' + part + '.text') }}</p>
      </section>
    }
  </article>`,
  styleUrl: './article.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Privacy {
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly parts = ['what', 'who', 'cookies', 'rights'] as const;

  constructor() {
    const head = inject(PageHead);
    effect(() =>
      head.set({
        title: `${this.t('pages.privacy.title')} · Musubi`,
        description: this.t('pages.privacy.lead'),
        path: '/privacy',
        lang: this.words.lang(),
      }),
    );
  }
}
