import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { OrganiserBlocksApi } from '../../data/organiser/blocks/blocks-api';
import { Control, Field } from '../../ui/forms/field';

/** How many working days of their office people have to answer a request at this event. */
@Component({
  selector: 'musubi-answer-days',
  imports: [Control, Field],
  template: `
    <musubi-field [label]="t('blocks.answer_days.label')" [help]="t('blocks.answer_days.help')">
      <select musubiControl [disabled]="busy()" (change)="choose($event)">
        @for (days of choices; track days) {
          <option [value]="days" [selected]="days === event()?.answerDays">
            {{ n('blocks.answer_days.days', days) }}
          </option>
        }
      </select>
    </musubi-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerDays {
  private readonly api = inject(OrganiserBlocksApi);
  private readonly current = inject(CurrentEvent);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  protected readonly event = this.current.event;
  protected readonly t = this.words.t;
  protected readonly n = this.words.n;
  protected readonly busy = signal(false);
  protected readonly choices = Array.from({ length: 10 }, (_, before) => before + 1);

  protected choose(change: Event): Promise<void> {
    const select = change.target as HTMLSelectElement;
    return this.set(Number(select.value), () => (select.value = String(this.current.require().answerDays)));
  }

  private async set(days: number, revert: () => void): Promise<void> {
    this.busy.set(true);
    try {
      this.current.set(await this.api.answerWithin(this.current.require().eventId, days));
      this.toasts.show({ text: this.t('blocks.answer_days.saved') });
    } catch (refusal) {
      revert();
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.set(false);
    }
  }
}
