import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EventSummary } from '@musubi/contracts';
import { formatTime, zoneCity, zoneLabel } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { otherZone } from '../../core/clock/other-zone';
import { Words } from '../../core/i18n/words';
import { daysInWords, eventDays } from '../../data/events/event-days';
import { Tie, type TieState } from '../../ui/tie/tie';

/** An event's hours on both sides, joined: the reader's clock to the left, the event's (or the other side's) to the right. */
@Component({
  selector: 'musubi-event-tie',
  imports: [Tie],
  template: `
    <p class="big side-a">
      <time [attr.datetime]="event().startsAt">{{ own().from }}</time>{{ dash() }}{{ own().until }}
    </p>
    <musubi-tie [state]="state()" />
    <p class="big side-b">
      <time [attr.datetime]="event().startsAt">{{ other().from }}</time>{{ dash() }}{{ other().until }}
    </p>
    <p class="meta-a">
      <strong>{{ t(clock.zoneKnown() ? 'public.your_time' : 'public.time_in', own()) }}</strong><br /><span
        class="soft"
        >{{ own().days }}</span
      >
    </p>
    <p class="meta-b">
      <strong>{{ t(otherIsEvents() ? 'public.event_time' : 'public.time_in', other()) }}</strong><br /><span
        class="soft"
        >{{ other().days }}</span
      >
    </p>
  `,
  styleUrl: './event-tie.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventTie {
  readonly event = input.required<EventSummary>();
  readonly state = input<TieState>('confirmed');
  private readonly words = inject(Words);
  protected readonly clock = inject(Clock);
  protected readonly t = this.words.t;
  protected readonly dash = computed(() => (this.words.lang() === 'ja' ? '〜' : '–'));

  private readonly otherZone = computed(() => {
    const { startsAt, zone } = this.event();
    return otherZone(this.clock.zone(), Temporal.Instant.from(startsAt), zone);
  });
  protected readonly otherIsEvents = computed(() => this.otherZone() === this.event().zone);
  protected readonly own = computed(() => this.wall(this.clock.zone()));
  protected readonly other = computed(() => this.wall(this.otherZone()));

  private wall(zone: string) {
    const { startsAt, endsAt } = this.event();
    const [start, end] = [Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt)];
    const lang = this.words.lang();
    return {
      from: formatTime(start, zone),
      until: formatTime(end, zone),
      city: zoneCity(zone, lang),
      label: zoneLabel(zone, start),
      days: daysInWords(eventDays(this.event(), zone), lang),
    };
  }
}
