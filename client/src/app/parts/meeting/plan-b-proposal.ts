import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { PlanBView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Note } from '../../ui/feedback/note';

/** Another way to meet that one side proposes, and what can be answered. Whoever shows it loads the words of `room` and `meetings`. */
@Component({
  selector: 'musubi-plan-b-proposal',
  imports: [Note],
  template: `<musubi-note icon="phone" role="status">
    {{ t(mine() ? 'room.plan_b.you_propose' : 'room.plan_b.they_propose', { name: partner() }) }}
    <p class="place">
      <b>{{ plan().value }}</b>
      @if (plan().host) {
        {{ t('meetings.plan_b.host', { host: plan().host ?? '' }) }}
      }
    </p>
    @if (answers()) {
      <span class="acts">
        @if (!mine()) {
          <button class="btn btn-sm" type="button" [disabled]="busy()" (click)="agree.emit()">
            {{ t('room.plan_b.agree') }}
          </button>
        }
        <button class="btn btn-sm" type="button" [disabled]="busy()" (click)="end.emit()">
          {{ t(mine() ? 'room.plan_b.take_back' : 'room.plan_b.refuse') }}
        </button>
      </span>
    }
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
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin-top: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanBProposal {
  readonly plan = input.required<PlanBView>();
  /** My side proposes it. */
  readonly mine = input.required<boolean>();
  /** What the other side is called. */
  readonly partner = input.required<string>();
  /** Whether one is of the meeting and may say something to it. */
  readonly answers = input(true);
  readonly busy = input(false);
  readonly agree = output();
  readonly end = output();

  protected readonly t = inject(Words).t;
}
