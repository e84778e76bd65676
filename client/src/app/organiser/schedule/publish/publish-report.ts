import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublishConflict, PublishResult } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { State } from '../../../ui/feedback/state';
import { PlanTexts } from '../plan-texts';

/** What was published, and what could not be, with why. */
@Component({
  selector: 'musubi-publish-report',
  imports: [RouterLink, State],
  template: `<section class="panel" role="status" aria-labelledby="published">
    <h2 id="published" class="title-part">{{ words.n('schedule.publish.done', result().published) }}</h2>
    <p class="soft">{{ words.n('schedule.publish.letters_sent', result().letters) }}</p>
    @if (uninterpreted().length) {
      <musubi-state icon="alert" kind="caution">{{
        words.n('schedule.publish.uninterpreted', uninterpreted().length)
      }}</musubi-state>
      <p class="meta">{{ t('schedule.publish.uninterpreted_text') }}</p>
      <ul>
        @for (one of uninterpreted(); track one.id) {
          <li>
            <strong>{{ one.who }}</strong><span class="num">{{ one.at }}</span>
          </li>
        }
      </ul>
    }
    @if (conflicts().length) {
      <musubi-state icon="alert" kind="bad">{{
        words.n('schedule.publish.conflicts', conflicts().length)
      }}</musubi-state>
      <p class="meta">{{ t('schedule.publish.conflicts_text') }}</p>
      <ul>
        @for (one of conflicts(); track one.id) {
          <li>
            <strong>{{ one.who }}</strong><span class="num">{{ one.at }}</span
            ><span class="soft">{{ one.why }}</span>
          </li>
        }
      </ul>
      <p>
        <a class="btn btn-sm" [routerLink]="base()" [queryParams]="{ fill: result().runId }">{{
          t('schedule.publish.again')
        }}</a>
      </p>
    }
  </section>`,
  styles: `
    section {
      display: grid;
      gap: var(--space-1);
      margin-bottom: var(--space-5);
    }
    ul {
      margin: var(--space-2) 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      padding: var(--space-2) 0;
      border-top: var(--hairline) solid var(--color-rule);
      font-size: 0.875rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishReport {
  readonly result = input.required<PublishResult>();
  readonly base = input.required<string>();

  private readonly texts = inject(PlanTexts);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly conflicts = computed(() =>
    this.result().conflicts.map((one) => ({ ...this.of(one), why: this.t(`schedule.publish.conflict.${one.kind}`) })),
  );
  protected readonly uninterpreted = computed(() =>
    (this.result().withoutInterpreter ?? []).map((one) => this.of(one)),
  );

  private of({ plannedId, startsAt, people }: Omit<PublishConflict, 'kind'>) {
    const who = this.texts.who(people.map(({ name }) => name));
    return { id: plannedId, who, at: this.texts.both(startsAt) };
  }
}
