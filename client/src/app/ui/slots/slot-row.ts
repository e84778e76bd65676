import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { formatDate, formatTime, sameClock, zoneLabel, type Lang } from '@musubi/time';
import { Icon } from '../icon/icon';

export interface OfferedSlot {
  readonly slotId: string;
  readonly startsAt: string;
  /** Still to be had. */
  readonly open: boolean;
}

/** A few slots side by side, one of them to be picked: arrow keys move and pick, as radio buttons do. */
@Component({
  selector: 'musubi-slot-row',
  imports: [Icon],
  template: `@for (shown of all(); track shown.slotId) {
    <label class="slot" [class.picked]="shown.slotId === picked()" [class.gone]="!shown.open">
      <input
        class="visually-hidden"
        type="radio"
        [name]="name()"
        [value]="shown.slotId"
        [disabled]="!shown.open"
        [checked]="shown.slotId === picked()"
        (change)="pickedChange.emit(shown.slotId)"
      />
      <b
        >{{ shown.own }} <span class="zone">{{ shown.zone }}</span></b
      >
      <small
        >{{ shown.other }} <span class="zone">{{ shown.otherZone }}</span></small
      >
      <span class="slot-state"
        ><svg [musubiIcon]="shown.slotId === picked() ? 'check' : shown.open ? 'ring' : 'x'"></svg>{{ shown.day }}</span
      >
      @if (!shown.open) {
        <small class="taken">{{ taken() }}</small>
      }
    </label>
  }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
      gap: var(--space-2);
    }
    .slot {
      position: relative;
    }
    b,
    small {
      white-space: nowrap;
    }
    b .zone {
      font-size: var(--text-xs);
      font-weight: 400;
    }
    .slot:has(:focus-visible) {
      outline: 2px solid var(--color-focus);
      outline-offset: 2px;
    }
    .picked {
      background: var(--color-primary);
      border-color: var(--color-primary);
      color: var(--color-on-primary);
    }
    .picked small,
    .picked .slot-state {
      color: inherit;
    }
    .gone {
      background: var(--color-ground);
      border: var(--hairline) dashed var(--color-rule-strong);
      color: var(--color-ink-faint);
      cursor: default;
    }
    @media (max-width: 767px) {
      :host {
        grid-template-columns: 1fr;
      }
      /* The day first: in a list one looks for that. */
      .slot {
        grid-template-columns: 112px 76px minmax(0, 1fr);
      }
      .slot .slot-state {
        order: -1;
        justify-self: start;
        text-align: left;
      }
      .slot .taken {
        grid-column: 2 / -1;
      }
    }
  `,
  host: { role: 'radiogroup', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SlotRow {
  readonly slots = input.required<readonly OfferedSlot[]>();
  readonly picked = input<string | null>(null);
  readonly zone = input.required<string>();
  readonly otherZone = input.required<string>();
  readonly lang = input.required<Lang>();
  readonly label = input.required<string>();
  /** What a slot says that is gone. */
  readonly taken = input.required<string>();
  readonly name = input('slot-row');
  readonly pickedChange = output<string>();

  protected readonly all = computed(() =>
    this.slots().map(({ slotId, startsAt, open }) => {
      const at = Temporal.Instant.from(startsAt);
      const same = sameClock(this.zone(), this.otherZone(), at);
      return {
        slotId,
        open,
        own: formatTime(at, this.zone()),
        zone: zoneLabel(this.zone(), at),
        other: same ? '' : formatTime(at, this.otherZone()),
        otherZone: same ? '' : zoneLabel(this.otherZone(), at),
        day: formatDate(at, this.zone(), this.lang(), { year: false }),
      };
    }),
  );
}
