import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Clock } from '../core/clock/clock';
import { otherZone } from '../core/clock/other-zone';
import { Words } from '../core/i18n/words';
import { Realtime } from '../core/realtime/realtime';
import { CurrentEvent } from '../data/events/current-event';
import { EventsStore } from '../data/events/events-store';
import type { IconName } from '../ui/icon/icons';
import { type FrameEvent, type FramePlace, ShellFrame } from '../ui/layout/shell-frame';
import { datesOf, eventMenu } from './event-menu';
import { frameWords } from './frame-words';
import { LiveLine } from './notices/live-line';
import { RailFoot } from './rail-foot';
import { ToastStack } from './notices/toast-stack';

interface Task {
  /** Below the event's address, or an address of its own for what goes across events. */
  readonly path: string;
  /** Pages of the event that belong to it, and stand beside it in the address. */
  readonly also?: readonly string[];
  readonly icon: IconName;
  readonly key: string;
}

const tasks: readonly Task[] = [
  { path: 'now', icon: 'live', key: 'now' },
  { path: 'people', icon: 'users', key: 'people' },
  { path: 'programme', icon: 'programme', key: 'programme' },
  { path: 'schedule', icon: 'board', key: 'schedule' },
  {
    path: 'meetings',
    also: ['blocks', 'delegations', 'interpreters', 'disputes'],
    icon: 'meetings',
    key: 'meetings',
  },
  { path: '/organise/follow-up', icon: 'follow', key: 'follow_up' },
  { path: '/organise/profiles', icon: 'building', key: 'profiles' },
];

/** Around the organisers’ pages. */
@Component({
  selector: 'musubi-organiser-shell',
  imports: [NgComponentOutlet, RouterOutlet, LiveLine, RailFoot, ShellFrame, ToastStack],
  templateUrl: './signed-in.html',
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganiserShell {
  /** Organisers have lists of their own to filter. */
  protected readonly searchable = false;
  /** Organisers act for nobody. */
  protected readonly head = null;
  protected readonly search = (): void => undefined;
  private readonly router = inject(Router);
  private readonly all = inject(EventsStore);
  private readonly current = inject(CurrentEvent);
  private readonly words = inject(Words);
  private readonly t = this.words.t;
  protected readonly clock = inject(Clock);
  protected readonly lang = this.words.lang;
  protected readonly frameWords = frameWords();

  /** The event of the address, or the conference while a page across events is open. */
  private readonly event = computed(() => this.current.event() ?? this.all.conference());
  protected readonly places = computed<FramePlace[]>(() => {
    const base = `/organise/events/${this.event()?.slug ?? ''}`;
    return tasks.map(({ path, also = [], icon, key }) => ({
      link: path.startsWith('/') ? path : `${base}/${path}`,
      also: also.map((page) => `${base}/${page}`),
      icon,
      name: this.t(`common.nav.${key}`),
      short: this.t(`common.nav_short.${key}`),
    }));
  });
  protected readonly stands = computed<FrameEvent | null>(() => {
    const event = this.event();
    if (!event) return null;
    return {
      name: this.t(`common.kind.${event.kind}`),
      detail: `${this.t('common.organising')}, ${datesOf(event, this.lang(), 'short')}`,
    };
  });
  protected readonly events = computed(() => eventMenu(this.all.all() ?? [], this.lang(), this.words.text));
  protected readonly otherZone = computed(() => otherZone(this.clock.zone(), this.clock.minute()));

  constructor() {
    const realtime = inject(Realtime);
    effect((onCleanup) => {
      const eventId = this.event()?.eventId;
      if (!eventId) return;
      const watches = untracked(() => [realtime.watch(`organise:${eventId}`), realtime.watch(`event:${eventId}`)]);
      onCleanup(() => watches.forEach((watch) => watch.stop()));
    });
    void this.all.list().catch(() => undefined);
  }

  protected openEvent(slug: string): void {
    void this.router.navigateByUrl(`/organise/events/${slug}/now`);
  }
}
