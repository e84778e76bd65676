import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Clock } from '../core/clock/clock';
import { otherZone } from '../core/clock/other-zone';
import { Words } from '../core/i18n/words';
import { Realtime } from '../core/realtime/realtime';
import { DelegationStore } from '../data/delegation/delegation-store';
import { CurrentEvent } from '../data/events/current-event';
import { EventsStore } from '../data/events/events-store';
import { MeetingWatch } from '../data/meetings/inbox/meeting-watch';
import { NavCounts } from '../data/nav-counts';
import { currentOf } from '../data/registration/current-registration';
import { RegistrationsStore } from '../data/registration/registrations-store';
import { type FrameEvent, type FramePlace, ShellFrame } from '../ui/layout/shell-frame';
import { ActingBanner } from './notices/acting-banner';
import { datesOf, eventMenu } from './event-menu';
import { frameWords } from './frame-words';
import { LiveLine } from './notices/live-line';
import { placesOf } from './places';
import { RailFoot } from './rail-foot';
import { Shortcuts } from './shortcuts/shortcuts';
import { ToastStack } from './notices/toast-stack';

/** Around a participant’s pages. */
@Component({
  selector: 'musubi-app-shell',
  imports: [NgComponentOutlet, RouterOutlet, LiveLine, RailFoot, ShellFrame, ToastStack],
  templateUrl: './signed-in.html',
  styles: `
    :host {
      display: block;
    }
  `,
  host: { '(document:keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppShell {
  protected readonly searchable = true;
  /** Stands over every page. */
  protected readonly head = ActingBanner;
  private readonly router = inject(Router);
  private readonly registrations = inject(RegistrationsStore);
  private readonly shortcuts = inject(Shortcuts);
  private readonly injector = inject(Injector);
  private readonly all = inject(EventsStore);
  private readonly current = inject(CurrentEvent);
  private readonly counts = inject(NavCounts);
  private readonly delegation = inject(DelegationStore);
  private readonly words = inject(Words);
  private readonly t = this.words.t;
  private readonly event = this.current.event;
  protected readonly clock = inject(Clock);
  protected readonly lang = this.words.lang;
  protected readonly frameWords = frameWords();

  private readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  private readonly offered = computed(() => placesOf(this.event()));
  /** Once a page has read whom one is here with: that one shares meetings with colleagues, and how many nobody comes to yet. */
  private readonly delegated = computed<FramePlace[]>(() => {
    if (this.delegation.eventId() !== this.event()?.eventId || !this.delegation.shares()) return [];
    const vacant = this.delegation.unassigned().length;
    return [
      {
        link: `${this.base()}/delegation`,
        icon: 'users',
        name: this.t('common.nav.delegation'),
        short: this.t('common.nav.delegation'),
        count: vacant ? { number: vacant, label: this.words.n('common.unmanned', vacant) } : null,
        railOnly: true,
      },
    ];
  });
  protected readonly places = computed<FramePlace[]>(() => [
    ...this.offered().map(({ path, icon, key }) => {
      const waiting = path === 'meetings' ? this.counts.meetings() : 0;
      return {
        link: `${this.base()}/${path}`,
        icon,
        name: this.t(`common.nav.${key}`),
        short: this.t(`common.nav_short.${key}`),
        count: waiting ? { number: waiting, label: this.words.n('common.waiting', waiting) } : null,
      };
    }),
    ...this.delegated(),
  ]);
  protected readonly stands = computed<FrameEvent | null>(() => {
    const event = this.event();
    return event && { name: this.t(`common.kind.${event.kind}`), detail: datesOf(event, this.lang()) };
  });
  protected readonly events = computed(() => eventMenu(this.registrations.mine() ?? [], this.lang(), this.words.text));
  /** Where the event is, else the other side's. */
  protected readonly otherZone = computed(() => otherZone(this.clock.zone(), this.clock.minute(), this.event()?.zone));

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
    const event = await this.all.open(mine.slug);
    if (!this.event()) this.current.set(event);
  }

  protected async press(press: KeyboardEvent): Promise<void> {
    const meant = this.shortcuts.read(press, press.timeStamp);
    if (meant === 'help') {
      press.preventDefault();
      // Dialogs come with their own code; most people never ask for this one.
      const [{ Dialogs }, { ShortcutList }] = await Promise.all([
        import('../ui/dialog/dialogs'),
        import('./shortcuts/shortcut-list'),
      ]);
      await this.injector.get(Dialogs).open(ShortcutList, null);
      return;
    }
    if (meant === 'search') {
      press.preventDefault();
      return this.search();
    }
    if (!meant) return;
    if (meant.go === 'a') return void this.router.navigateByUrl('/app/account');
    const place = this.offered().find(({ letter }) => letter === meant.go);
    if (place && this.event()) void this.router.navigateByUrl(`${this.base()}/${place.path}`);
  }

  protected async search(): Promise<void> {
    const event = this.event();
    if (!event) return;
    const [{ Dialogs }, { SearchDialog }] = await Promise.all([
      import('../ui/dialog/dialogs'),
      import('./search/search-dialog'),
      this.words.load('search'),
    ]);
    await this.injector.get(Dialogs).open(SearchDialog, event);
  }

  protected openEvent(slug: string): void {
    void this.router.navigateByUrl(slug === '' ? `/${this.lang()}` : `/app/events/${slug}/home`);
  }
}
