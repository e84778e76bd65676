import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { MeetingLimits } from '@musubi/contracts';
import { dateAt, formatPlainDate, instantAt, timeAt, zoneCity } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Control, Field } from '../../../ui/forms/field';

type Quiet = 'no' | 'until' | 'all';

/** How much I take on: pauses, meetings a day, and whether I may be disturbed. Each choice is told at once. */
@Component({
  selector: 'musubi-limits-form',
  imports: [Control, Field],
  template: `
    <h2 class="title-section">{{ t('availability.limits.title') }}</h2>
    <p class="meta">{{ t('availability.limits.lead') }}</p>
    <div class="fields">
      <musubi-field [label]="t('availability.limits.gap')">
        <select musubiControl (change)="set({ gapMinutes: number($event) ?? 0 })">
          @for (minutes of gaps; track minutes) {
            <option [value]="minutes" [selected]="minutes === limits().gapMinutes">
              {{
                minutes === 0
                  ? t('availability.limits.gap_none')
                  : t('availability.limits.gap_minutes', { count: minutes })
              }}
            </option>
          }
        </select>
      </musubi-field>
      <musubi-field [label]="t('availability.limits.per_day')">
        <select musubiControl (change)="set({ perDay: number($event) })">
          <option value="" [selected]="limits().perDay === null">{{ t('availability.limits.per_day_any') }}</option>
          @for (count of counts; track count) {
            <option [value]="count" [selected]="count === limits().perDay">{{ count }}</option>
          }
        </select>
      </musubi-field>
      <musubi-field [label]="t('availability.limits.quiet')">
        <select musubiControl (change)="turn($event)">
          @for (one of quiets; track one) {
            <option [value]="one" [selected]="one === quiet()">{{ t('availability.limits.quiet_' + one) }}</option>
          }
        </select>
      </musubi-field>
      @if (quiet() === 'until') {
        <musubi-field
          [label]="t('availability.limits.until')"
          [help]="t('availability.limits.until_help', { zone: city() })"
        >
          <span class="row-flex until" role="group" [attr.aria-label]="t('availability.limits.until')">
            <select class="input" [attr.aria-label]="t('availability.limits.until_day')" (change)="pickDate($event)">
              @for (one of days(); track one.date) {
                <option [value]="one.date" [selected]="one.date === date()">{{ one.label }}</option>
              }
            </select>
            <input musubiControl type="time" step="300" [value]="time()" (change)="pickTime($event)" />
          </span>
        </musubi-field>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      border-top: var(--hairline) solid var(--color-rule-strong);
      padding-top: var(--space-4);
      margin-top: var(--space-6);
    }
    .meta {
      margin-bottom: var(--space-4);
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: var(--space-4);
      align-items: start;
    }
    .until {
      flex-wrap: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LimitsForm {
  readonly limits = input.required<MeetingLimits>();
  /** The days of which one is the first on which I may be met again. */
  readonly dates = input.required<readonly string[]>();
  readonly changed = output<MeetingLimits>();

  private readonly clock = inject(Clock);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly gaps = [0, 5, 10, 15, 20, 30, 45, 60];
  protected readonly counts = [1, 2, 3, 4, 5, 6, 8, 10];
  protected readonly quiets: readonly Quiet[] = ['no', 'until', 'all'];

  protected readonly quiet = computed<Quiet>(() =>
    this.limits().quiet ? 'all' : this.limits().quietUntil ? 'until' : 'no',
  );
  protected readonly city = computed(() => zoneCity(this.clock.zone(), this.words.lang()));
  protected readonly days = computed(() =>
    this.dates().map((date) => ({
      date,
      label: formatPlainDate(date, this.words.lang(), { month: 'long', year: false }),
    })),
  );
  private readonly until = computed(() => {
    const at = this.limits().quietUntil;
    return at ? Temporal.Instant.from(at) : null;
  });
  protected readonly date = linkedSignal(() => {
    const at = this.until();
    return at ? dateAt(at, this.clock.zone()) : (this.dates()[0] ?? '');
  });
  protected readonly time = linkedSignal(() => {
    const at = this.until();
    return at ? timeAt(at, this.clock.zone()) : '12:00';
  });

  protected set(change: Partial<MeetingLimits>): void {
    const { gapMinutes, perDay, quiet, quietUntil } = this.limits();
    this.changed.emit({ gapMinutes, perDay, quiet, quietUntil, ...change });
  }

  protected number(change: Event): number | null {
    const { value } = change.target as HTMLSelectElement;
    return value === '' ? null : Number(value);
  }

  protected turn(change: Event): void {
    const quiet = (change.target as HTMLSelectElement).value as Quiet;
    this.set({ quiet: quiet === 'all', quietUntil: quiet === 'until' ? this.wished() : null });
  }

  protected pickDate(change: Event): void {
    this.date.set((change.target as HTMLSelectElement).value);
    this.set({ quiet: false, quietUntil: this.wished() });
  }

  protected pickTime(change: Event): void {
    const { value } = change.target as HTMLInputElement;
    if (!/^\d\d:\d\d$/.test(value)) return;
    this.time.set(value);
    this.set({ quiet: false, quietUntil: this.wished() });
  }

  private wished(): string | null {
    return this.date() ? instantAt(this.date(), this.time(), this.clock.zone()).toString() : null;
  }
}
