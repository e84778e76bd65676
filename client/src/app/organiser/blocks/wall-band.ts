import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatPlainDate, type Lang, zoneCity } from '@musubi/time';
import { type BandSlotTimes, wallDays } from '../../data/organiser/blocks/wall-band';

/** The slots of a block between two rulers, a line for each day; late ones are hatched, hours that both work are shaded. */
@Component({
  selector: 'musubi-wall-band',
  template: `@for (day of days(); track day.date) {
    <figure>
      <figcaption>{{ day.title }}</figcaption>
      <div class="band" aria-hidden="true">
        <div class="ruler">
          <b>{{ city() }}</b>
          @for (tick of day.ticks; track tick.left) {
            <span [style.left.%]="tick.left">{{ tick.one }}</span>
          }
        </div>
        <div class="line">
          @if (day.shared; as shared) {
            <i class="shared" [style.left.%]="shared.left" [style.width.%]="shared.width"></i>
          }
          @for (slot of day.slots; track slot.left) {
            <i class="piece" [class.late]="slot.late" [style.left.%]="slot.left" [style.width.%]="slot.width"></i>
          }
        </div>
        <div class="ruler">
          <b>{{ otherCity() }}</b>
          @for (tick of day.ticks; track tick.left) {
            <span [style.left.%]="tick.left">{{ tick.other }}</span>
          }
        </div>
      </div>
    </figure>
  }`,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr));
    }
    figure {
      margin: 0;
      min-width: 0;
    }
    figcaption {
      font-size: var(--text-sm);
      font-weight: var(--weight-label);
      margin-bottom: var(--space-1);
    }
    .band {
      padding-inline-start: 84px;
    }
    .ruler {
      position: relative;
      height: 20px;
      font-size: var(--text-xs);
      color: var(--color-ink-soft);
      font-variant-numeric: tabular-nums;
    }
    .ruler b {
      position: absolute;
      left: -84px;
      font-weight: 400;
    }
    .ruler span {
      position: absolute;
      translate: -50% 0;
    }
    .ruler b + span {
      translate: 0 0;
    }
    .ruler span:last-child {
      translate: -100% 0;
    }
    .line {
      position: relative;
      height: 32px;
      border-block: var(--hairline) solid var(--color-rule-strong);
    }
    .line i {
      position: absolute;
      display: block;
    }
    .shared {
      inset-block: 0;
      background: var(--color-window, color-mix(in oklab, var(--color-primary) 10%, transparent));
    }
    .piece {
      inset-block: 6px;
      border-radius: 3px;
      background: var(--color-primary);
      box-shadow: inset 0 0 0 1px var(--color-sheet);
    }
    .piece.late {
      background: repeating-linear-gradient(135deg, var(--color-primary) 0 2px, var(--color-sheet) 2px 5px);
      box-shadow: inset 0 0 0 1px var(--color-primary);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WallBand {
  readonly slots = input.required<readonly BandSlotTimes[]>();
  readonly zone = input('Europe/Brussels');
  readonly otherZone = input('Asia/Tokyo');
  readonly lang = input.required<Lang>();

  protected readonly city = computed(() => zoneCity(this.zone(), this.lang()));
  protected readonly otherCity = computed(() => zoneCity(this.otherZone(), this.lang()));
  protected readonly days = computed(() =>
    wallDays(this.slots(), this.zone(), this.otherZone()).map((day) => ({
      ...day,
      title: formatPlainDate(day.date, this.lang(), { month: 'long', year: false }),
    })),
  );
}
