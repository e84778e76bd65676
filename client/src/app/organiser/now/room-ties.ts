import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';

export interface RoomTie {
  readonly id: string;
  readonly sides: 'both' | 'one' | 'none';
  readonly urgent: boolean;
  /** Nobody is expected there. */
  readonly elsewhere: boolean;
  readonly label: string;
}

/** Up to so many rooms are named beside their ties. */
const NAMED = 12;

/** Every room as a small tie: two filled ends joined are two sides who met, a missing end is a missing side. */
@Component({
  selector: 'musubi-room-ties',
  imports: [NgTemplateOutlet, RouterLink],
  template: `@for (room of rooms(); track room.id) {
      @if (room.sides === 'both') {
        <span role="img" [attr.aria-label]="room.label" [attr.title]="room.label">
          <ng-container [ngTemplateOutlet]="drawn" [ngTemplateOutletContext]="{ $implicit: room.sides }" />
          @if (named()) {
            <small>{{ room.label }}</small>
          }
        </span>
      } @else {
        <a
          [class.miss]="!room.elsewhere"
          [class.urgent]="room.urgent"
          [routerLink]="[]"
          [fragment]="'room-' + room.id"
          [attr.aria-label]="room.label"
          [attr.title]="room.label"
        >
          <ng-container [ngTemplateOutlet]="drawn" [ngTemplateOutletContext]="{ $implicit: room.sides }" />
          @if (named()) {
            <small>{{ room.label }}</small>
          }
        </a>
      }
    }
    <ng-template #drawn let-sides>
      <svg viewBox="0 0 32 12" aria-hidden="true">
        @if (sides !== 'none') {
          <path [attr.d]="sides === 'both' ? 'M4 6H28' : 'M4 6H14'" />
        }
        <circle cx="4" cy="6" r="2.5" [class.o]="sides === 'none'" />
        <circle cx="28" cy="6" r="2.5" [class.o]="sides !== 'both'" />
      </svg>
    </ng-template>`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(44px, 1fr));
      gap: 4px var(--space-2);
    }
    a,
    span {
      display: grid;
      place-items: center;
      height: 28px;
      border-radius: 4px;
      color: var(--color-ink-faint);
    }
    :host(.named) {
      grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
    }
    :host(.named) a,
    :host(.named) span {
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--space-2);
      height: auto;
      min-height: 28px;
      padding-inline: var(--space-1);
      color: var(--color-ink-soft);
    }
    small {
      font-size: var(--text-sm);
    }
    a:hover {
      background: var(--color-hover);
    }
    svg {
      width: 29px;
      height: 12px;
      fill: currentColor;
      stroke: currentColor;
      stroke-width: 1.25;
    }
    .o {
      fill: var(--color-ground);
    }
    .miss {
      color: var(--color-caution);
      background: var(--color-caution-wash);
    }
    .miss.urgent {
      color: var(--color-bad);
      background: var(--color-bad-wash);
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'label()', '[class.named]': 'named()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomTies {
  readonly rooms = input.required<readonly RoomTie[]>();
  /** A few have room for their names; of many the glyphs are read at a glance, and named one by one. */
  protected readonly named = computed(() => this.rooms().length <= NAMED);
  /** "64 rooms". */
  readonly label = input.required<string>();
}
