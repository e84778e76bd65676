import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PlanBView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Note } from '../../ui/feedback/note';

/**
 * Where a meeting is held instead of in its room: a link, or a number to dial. What can be done about it is its content.
 * Whoever shows it loads the words of `meetings`.
 */
@Component({
  selector: 'musubi-plan-b-place',
  imports: [Note],
  template: `<musubi-note icon="phone" role="status">
    <strong>{{ t('meetings.plan_b.' + whose()) }}</strong>
    <p class="place">
      @let told = plan();
      @if (told.kind === 'link') {
        <a [href]="told.value" target="_blank" rel="noreferrer noopener">{{ told.value }}</a>
        {{ t('meetings.plan_b.host', { host: told.host ?? '' }) }}
      } @else {
        <b>{{ told.value }}</b>
      }
    </p>
    <ng-content />
  </musubi-note>`,
  styles: `
    :host {
      display: block;
    }
    .place {
      overflow-wrap: anywhere;
    }
    b {
      font-weight: var(--weight-title);
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanBPlace {
  readonly plan = input.required<PlanBView>();
  /** `theirs`: of people whom one looks after. */
  readonly whose = input<'yours' | 'theirs'>('yours');

  protected readonly t = inject(Words).t;
}
