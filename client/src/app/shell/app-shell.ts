import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { formatDates, sameClock } from '@musubi/time';
import { Clock } from '../core/clock/clock';
import { Language } from '../core/i18n/language';
import { Words } from '../core/i18n/words';
import { Login } from '../core/login/login';
import { Realtime } from '../core/realtime/realtime';
import { CurrentEvent } from '../data/events/current-event';
import { EventsStore } from '../data/events/events-store';
import { MeetingWatch } from '../data/meetings/meeting-watch';
import { NavCounts } from '../data/nav-counts';
import { currentOf } from '../data/registration/current-registration';
import { RegistrationsStore } from '../data/registration/registrations-store';
import { LiveLine } from './live-line';
import { RailFoot } from './rail-foot';
import { Shortcuts } from './shortcuts';
import { ToastStack } from './toast-stack';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';
import { Brand } from '../ui/layout/brand';
import { SkipLink } from '../ui/layout/skip-link';
import { Menu, type MenuEntry } from '../ui/menu/menu';
import { TwoClocks } from '../ui/time/two-clocks';

interface Place {
  readonly path: string;
  readonly icon: IconName;
  readonly key: string;
  /** After `g`. */
  readonly letter: string;
  /** Only at events where people meet. */
  readonly matchmaking?: true;
}

const places: readonly Place[] = [
  { path: 'home', icon: 'home', key: 'home', letter: 'h' },
  { path: 'programme', icon: 'programme', key: 'programme', letter: 'p' },
  { path: 'matchmaking', icon: 'knot', key: 'matchmaking', letter: 'k', matchmaking: true },
  { path: 'meetings', icon: 'meetings', key: 'meetings', letter: 'm', matchmaking: true },
  { path: 'follow-up', icon: 'follow', key: 'follow_up', letter: 'f', matchmaking: true },
];

/** Around a participant's pages: rail, narrow rail or bottom bar, and both clocks. */
@Component({
  selector: 'musubi-app-shell',
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
  templateUrl: './app-shell.html',
  styleUrl: './app-shell.css',
  host: { '(document:keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppShell {
  private readonly router = inject(Router);
  private readonly registrations = inject(RegistrationsStore);
  private readonly shortcuts = inject(Shortcuts);
  private readonly injector = inject(Injector);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly clock = inject(Clock);
  protected readonly login = inject(Login);
  protected readonly language = inject(Language);
  protected readonly counts = inject(NavCounts);
  private readonly events = inject(EventsStore);
  private readonly current = inject(CurrentEvent);
  protected readonly event = this.current.event;

  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly places = computed(() =>
    places.filter(({ matchmaking }) => !matchmaking || this.event()?.matchmaking),
  );
  /** The other side's clock: where the event is, else Tokyo for Europe and Brussels for Japan. */
  protected readonly otherZone = computed(() => {
    const own = this.clock.zone();
    const now = this.clock.minute();
    const wishes = [this.event()?.zone, 'Asia/Tokyo', 'Europe/Brussels'];
    return wishes.find((zone) => zone && !sameClock(zone, own, now)) ?? 'Asia/Tokyo';
  });
  protected readonly dates = computed(() => {
    const event = this.event();
    if (!event) return '';
    const date = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(event.zone).toPlainDate().toString();
    return formatDates(date(event.startsAt), date(event.endsAt), this.lang());
  });
  protected readonly others = computed<MenuEntry[]>(() =>
    (this.registrations.mine() ?? []).map(({ slug, title, startsAt, zone }) => {
      const date = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate().toString();
      return { value: slug, label: this.words.text(title), more: formatDates(date, date, this.lang()) };
    }),
  );

  constructor() {
    const realtime = inject(Realtime);
    effect((onCleanup) => {
      const eventId = this.event()?.eventId;
      if (!eventId) return;
      const watch = untracked(() => realtime.watch(`event:${eventId}`));
      onCleanup(() => watch.stop());
    });
    inject(MeetingWatch);
    void this.findEvent().catch(() => undefined);
  }

  /** A page outside any event keeps the navigation of the event that the person is here for. */
  private async findEvent(): Promise<void> {
    const mine = currentOf(await this.registrations.load(), this.clock.nowMs());
    if (!mine || this.event()) return;
    const event = await this.events.open(mine.slug);
    if (!this.event()) this.current.set(event);
  }

  protected async press(press: KeyboardEvent): Promise<void> {
    const meant = this.shortcuts.read(press, press.timeStamp);
    if (meant === 'help') {
      press.preventDefault();
      // Dialogs come with their own code; most people never ask for this one.
      const [{ Dialogs }, { ShortcutList }] = await Promise.all([
        import('../ui/dialog/dialogs'),
        import('./shortcut-list'),
      ]);
      await this.injector.get(Dialogs).open(ShortcutList, null);
      return;
    }
    if (!meant) return;
    if (meant.go === 'a') return void this.router.navigateByUrl('/app/account');
    const place = this.places().find(({ letter }) => letter === meant.go);
    if (place && this.event()) void this.router.navigateByUrl(`${this.base()}/${place.path}`);
  }

  protected openEvent(slug: string): void {
    void this.router.navigateByUrl(slug === '' ? `/${this.lang()}` : `/app/events/${slug}/home`);
  }
}
