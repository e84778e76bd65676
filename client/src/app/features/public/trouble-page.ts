import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Words } from '../../core/i18n/words';
import { Trouble } from '../../core/page/trouble';
import { ProblemWords } from '../../core/problem/problem-words';
import { Failure } from '../../ui/feedback/failure';
import { NotFound } from './not-found';

/** Why the page of this address could not be opened, and a way to try again. */
@Component({
  selector: 'musubi-trouble',
  imports: [Failure, NotFound],
  template: `@if (problem(); as text) {
      <h1 class="title-page">{{ t('common.trouble') }}</h1>
      <musubi-failure
        [heading]="text.title"
        [text]="text.text"
        [reference]="text.reference"
        [words]="problems.failure()"
        (retry)="again()"
      />
    } @else {
      <musubi-not-found />
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
      padding-top: var(--space-8);
    }
    musubi-not-found {
      padding-top: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TroublePage {
  private readonly trouble = inject(Trouble);
  protected readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  protected readonly t = inject(Words).t;
  protected readonly problem = computed(() => {
    const last = this.trouble.last();
    return last && last.refusal.code !== 'not_found' ? this.problems.of(last.refusal) : null;
  });

  protected again(): void {
    const url = this.trouble.last()?.url;
    if (url) void this.router.navigateByUrl(url);
  }
}
