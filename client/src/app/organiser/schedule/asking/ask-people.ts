import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { AskingView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { sending } from '../../../core/problem/sending';
import { CurrentEvent } from '../../../data/events/current-event';
import { ScheduleApi } from '../../../data/organiser/schedule/schedule-api';
import { Failure } from '../../../ui/feedback/failure';

/** Asks those who said nothing for their wishes: first how many get a letter and what it says, then it goes. */
@Component({
  selector: 'musubi-ask-people',
  imports: [Failure],
  templateUrl: './ask-people.html',
  styles: `
    :host {
      display: block;
      margin-top: var(--space-3);
    }
    .panel {
      display: grid;
      gap: var(--space-3);
      margin-top: var(--space-3);
      max-width: 640px;
    }
    article {
      border-left: var(--hairline) solid var(--color-rule-strong);
      padding: var(--space-1) 0 var(--space-1) var(--space-4);
      font-size: 0.875rem;
    }
    article p {
      margin-top: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskPeople {
  private readonly api = inject(ScheduleApi);
  private readonly event = inject(CurrentEvent).event;
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly form = sending();
  protected readonly view = signal<AskingView | null>(null);
  protected readonly letters = computed(() => {
    const letter = this.view()?.letter;
    return letter
      ? ([
          { lang: 'en', ...letter.en },
          { lang: 'ja', ...letter.ja },
        ] as const)
      : [];
  });
  protected readonly counts = computed(() => {
    const view = this.view();
    if (!view) return '';
    if (!view.open) return this.t('schedule.asking.closed');
    return this.words.n('schedule.asking.to_ask', view.toAsk);
  });

  protected toggle(): Promise<void> {
    if (this.view()) {
      this.view.set(null);
      return Promise.resolve();
    }
    return this.form.run(async () => this.view.set(await this.api.asking(this.event()!.eventId)));
  }

  protected ask(): Promise<void> {
    return this.form.run(async () => {
      const { written } = await this.api.ask(this.event()!.eventId);
      this.view.set(null);
      this.toasts.show({ text: this.words.n('schedule.asking.written', written) });
    });
  }
}
