import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Refusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { Failure } from '../../ui/feedback/failure';
import { NotFound } from './not-found';

/** In place of a public page: there is none, or why it cannot be shown. */
@Component({
  selector: 'musubi-page-refused',
  imports: [Failure, NotFound],
  template: `@if (refusal().code === 'not_found') {
      <musubi-not-found />
    } @else {
      <section class="hero">
        <musubi-failure
          [heading]="problem().title"
          [text]="problem().text"
          [reference]="problem().reference"
          [words]="problems.refused()"
        />
      </section>
    }`,
  styleUrl: './hero.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageRefused {
  readonly refusal = input.required<Refusal>();
  protected readonly problems = inject(ProblemWords);
  protected readonly problem = computed(() => this.problems.of(this.refusal()));
}
