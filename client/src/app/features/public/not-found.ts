import { ChangeDetectionStrategy, Component, effect, inject, RESPONSE_INIT } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../../core/i18n/words';
import { PageHead } from '../../core/page/page-head';
import { Empty } from '../../ui/feedback/empty';

/** There is no such page; the answer says so too. */
@Component({
  selector: 'musubi-not-found',
  imports: [RouterLink, Empty],
  template: `<h1 class="title-page">{{ t('common.not_found.title') }}</h1>
    <musubi-empty [level]="2" [heading]="t('common.not_found.heading')" [text]="t('common.not_found.text')">
      <a class="btn" [routerLink]="'/' + words.lang()">{{ t('common.not_found.home') }}</a>
    </musubi-empty>`,
  styles: `
    :host {
      display: block;
      padding-top: var(--space-8);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFound {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  constructor() {
    const answer = inject(RESPONSE_INIT, { optional: true });
    if (answer) answer.status = 404;
    const head = inject(PageHead);
    effect(() => head.set({ title: `${this.t('common.not_found.title')} · Musubi`, lang: this.words.lang() }));
  }
}
