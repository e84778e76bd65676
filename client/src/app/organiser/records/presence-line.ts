import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RoomStay } from '@musubi/contracts';

interface Bar {
  readonly from: number;
  readonly width: number;
}

/** When somebody was in the room, drawn on the time that counts. What it shows is said in words beside it. */
@Component({
  selector: 'musubi-presence-line',
  template: `
    @for (bar of outages(); track $index) {
      <b class="out" [style.left.%]="bar.from" [style.width.%]="bar.width"></b>
    }
    @for (bar of bars(); track $index) {
      <b [style.left.%]="bar.from" [style.width.%]="bar.width"></b>
    }
    <i class="start" [style.left.%]="startAt()"></i>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      height: 12px;
      border-radius: 3px;
      background: var(--color-rule);
      overflow: hidden;
    }
    b {
      position: absolute;
      inset-block: 0;
      min-width: 2px;
      background: var(--color-primary);
    }
    .out {
      background: var(--color-caution);
      opacity: 0.35;
    }
    .start {
      position: absolute;
      inset-block: 0;
      width: 2px;
      background: var(--color-tie);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PresenceLine {
  readonly from = input.required<string>();
  readonly until = input.required<string>();
  /** When the meeting was to begin: the room opens before. */
  readonly startsAt = input.required<string>();
  readonly stays = input.required<readonly RoomStay[]>();
  readonly outage = input<readonly RoomStay[]>([]);

  protected readonly bars = computed(() => this.stays().map((stay) => this.bar(stay)));
  protected readonly outages = computed(() => this.outage().map((stay) => this.bar(stay)));
  protected readonly startAt = computed(() => this.at(this.startsAt()));

  private bar({ startsAt, endsAt }: RoomStay): Bar {
    const from = this.at(startsAt);
    return { from, width: this.at(endsAt) - from };
  }

  /** Per cent of the whole. */
  private at(instant: string): number {
    const [begin, end] = [Date.parse(this.from()), Date.parse(this.until())];
    return Math.min(100, Math.max(0, (100 * (Date.parse(instant) - begin)) / (end - begin)));
  }
}
