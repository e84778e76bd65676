import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EventSummary } from '@musubi/contracts';
import { formatPlainDate } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { PageHead } from '../../../core/page/page-head';
import { ProblemWords } from '../../../core/problem/problem-words';
import { eventDays } from '../../../data/events/event-days';
import { Failure } from '../../../ui/feedback/failure';
import { State } from '../../../ui/feedback/state';
import { Time } from '../../../ui/time/time';
import { EventTie } from '../event-tie';
import { type EventStand, standOf } from '../event/event-stand';
import type { Listed } from './load-landing';

/** The public front page: the year's conference and webinars. */
@Component({
  selector: 'musubi-landing',
  imports: [RouterLink, EventTie, Failure, State, Time],
  templateUrl: './landing.html',
  styleUrls: ['./landing.css', '../hero.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Landing {
  readonly listed = input.required<Listed>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);

  protected readonly problem = computed(() => {
    const listed = this.listed();
    return 'code' in listed ? this.problems.of(listed) : null;
  });
  private readonly events = computed(() => {
    const listed = this.listed();
    const shown = 'code' in listed ? [] : listed.filter(({ state }) => state !== 'draft');
    return shown.map((event) => ({ event, stand: standOf(event, this.clock.minute()), ...this.dates(event) }));
  });
  protected readonly conference = computed(() => {
    const all = this.events().filter(({ event }) => event.kind === 'conference');
    return all.find(({ stand }) => stand !== 'past') ?? all.at(-1) ?? null;
  });
  protected readonly webinars = computed(() => {
    const all = this.events().filter(({ event }) => event.kind === 'webinar');
    return {
      coming: all.filter(({ stand }) => stand !== 'past' && stand !== 'cancelled'),
      past: all.filter(({ stand }) => stand === 'past' || stand === 'cancelled').reverse(),
    };
  });
  protected readonly year = computed(
    () => this.conference()?.event.fiscalYear ?? this.events().at(-1)?.event.fiscalYear,
  );

  constructor() {
    const head = inject(PageHead);
    effect(() =>
      head.set({
        title: this.t('public.landing.page_title'),
        description: this.t('public.landing.lead'),
        path: '',
        lang: this.lang(),
      }),
    );
  }

  protected link(event: EventSummary): string[] {
    return ['/', this.lang(), 'events', event.slug];
  }

  protected kindOf(stand: EventStand): 'live' | 'good' | 'quiet' | 'plain' {
    return stand === 'now'
      ? 'live'
      : stand === 'open'
        ? 'good'
        : stand === 'past' || stand === 'cancelled'
          ? 'quiet'
          : 'plain';
  }

  protected iconOf(stand: EventStand) {
    return (
      { now: 'live', open: 'check', not_yet: 'hourglass', closed: 'lock', past: 'dash', cancelled: 'x' } as const
    )[stand];
  }

  private dates(event: EventSummary) {
    const [first = ''] = eventDays(event, this.clock.zone());
    return {
      date: formatPlainDate(first, this.lang(), { weekday: 'none', month: 'long', year: false }),
      weekday: formatPlainDate(first, this.lang(), { weekday: 'long', month: 'long' }),
      year: first.slice(0, 4),
    };
  }
}
