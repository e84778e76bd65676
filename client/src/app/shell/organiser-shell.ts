import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { formatDates, sameClock } from '@musubi/time';
import { Clock } from '../core/clock/clock';
import { Words } from '../core/i18n/words';
import { Realtime } from '../core/realtime/realtime';
import { CurrentEvent } from '../data/events/current-event';
import { EventsStore } from '../data/events/events-store';
import { LiveLine } from './live-line';
import { RailFoot } from './rail-foot';
import { ToastStack } from './toast-stack';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';
import { Brand } from '../ui/layout/brand';
import { SkipLink } from '../ui/layout/skip-link';
import { Menu, type MenuEntry } from '../ui/menu/menu';
import { TwoClocks } from '../ui/time/two-clocks';

interface Task {
  readonly path: string;
  readonly icon: IconName;
  readonly key: string;
}

const tasks: readonly Task[] = [
  { path: 'now', icon: 'live', key: 'now' },
  { path: 'people', icon: 'users', key: 'people' },
  { path: 'programme', icon: 'programme', key: 'programme' },
  { path: 'meetings', icon: 'meetings', key: 'meetings' },
];

/** Around the organisers' pages: a rail of its own. */
@Component({
  selector: 'musubi-organiser-shell',
  imports: [
    SkipLink,
    RouterOutlet,
    RouterLink,
    RouterLinkActive,
    Brand,
    Icon,
    Menu,
    TwoClocks,
    LiveLine,
    RailFoot,
    ToastStack,
  ],
  templateUrl: './organiser-shell.html',
  styleUrl: './app-shell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganiserShell {
  private readonly router = inject(Router);
  private readonly events = inject(EventsStore);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly clock = inject(Clock);
  protected readonly tasks = tasks;
  private readonly current = inject(CurrentEvent);

  /** The event of the address, or the conference while a page across events is open. */
  protected readonly event = computed(() => this.current.event() ?? this.events.conference());
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly otherZone = computed(() => {
    const own = this.clock.zone();
    const now = this.clock.minute();
    return ['Asia/Tokyo', 'Europe/Brussels'].find((zone) => !sameClock(zone, own, now)) ?? 'Asia/Tokyo';
  });
  protected readonly dates = computed(() => {
    const event = this.event();
    if (!event) return '';
    const date = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(event.zone).toPlainDate().toString();
    return formatDates(date(event.startsAt), date(event.endsAt), this.lang());
  });
  protected readonly others = computed<MenuEntry[]>(() =>
    (this.events.all() ?? []).map(({ slug, title, startsAt, zone }) => {
      const date = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate().toString();
      return { value: slug, label: this.words.text(title), more: formatDates(date, date, this.lang()) };
    }),
  );

  constructor() {
    const realtime = inject(Realtime);
    effect((onCleanup) => {
      const eventId = this.event()?.eventId;
      if (!eventId) return;
      const watches = untracked(() => [realtime.watch(`organise:${eventId}`), realtime.watch(`event:${eventId}`)]);
      onCleanup(() => watches.forEach((watch) => watch.stop()));
    });
    void this.events.list().catch(() => undefined);
  }

  protected openEvent(slug: string): void {
    void this.router.navigateByUrl(`/organise/events/${slug}/now`);
  }
}
