import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { ScheduleSettings } from '@musubi/contracts';
import { zoneCity } from '@musubi/time';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { CurrentEvent } from '../../../data/events/current-event';
import { ScheduleDesk } from '../../../data/organiser/schedule/schedule-desk';
import { Failure } from '../../../ui/feedback/failure';
import { Control, Field } from '../../../ui/forms/field';

/** Until when people are asked, and how much they may ask for. */
@Component({
  selector: 'musubi-settings-form',
  imports: [Control, Failure, Field],
  templateUrl: './settings-form.html',
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
      padding: var(--space-3) 0;
      max-width: 640px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsForm {
  readonly settings = input.required<ScheduleSettings>();
  /** A maximum of meetings that is filled in to be tried. */
  readonly tried = input<number | null>(null);
  readonly saved = output();

  private readonly desk = inject(ScheduleDesk);
  private readonly event = inject(CurrentEvent);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly form = sending();
  protected readonly draft = linkedSignal(() => {
    const [settings, tried] = [this.settings(), this.tried()];
    return tried === null ? settings : { ...settings, meetingsAtMost: tried };
  });
  private readonly zone = computed(() => this.event.event()?.zone ?? 'UTC');

  protected help(empty: 'empty_opens' | 'empty_until'): string {
    const zone = zoneCity(this.zone(), this.words.lang()) || this.zone();
    return this.t('schedule.settings.zone', { zone, empty: this.t(`schedule.settings.${empty}`) });
  }

  /** As a field for dates and times takes it, by the event's clock. */
  protected wall(at: string | null): string {
    if (!at) return '';
    return Temporal.Instant.from(at)
      .toZonedDateTimeISO(this.zone())
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  }

  protected change(part: Partial<ScheduleSettings>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected instant(change: Event): string | null {
    const { value } = change.target as HTMLInputElement;
    return value ? Temporal.PlainDateTime.from(value).toZonedDateTime(this.zone()).toInstant().toString() : null;
  }

  protected count(change: Event): number | null {
    const { valueAsNumber } = change.target as HTMLInputElement;
    return Number.isInteger(valueAsNumber) ? valueAsNumber : null;
  }

  protected save(submit: Event): Promise<void> {
    submit.preventDefault();
    return this.form.run(async () => {
      await this.desk.set(this.draft());
      this.saved.emit();
    });
  }
}
