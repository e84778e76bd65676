import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BlockView, MeetingView } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { dateAt, formatPlainDate, sameClock, zoneCity, zoneLabel } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsDesk } from '../../data/organiser/meetings/meetings-desk';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Fresh } from '../../ui/feedback/fresh';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State, type StateKind } from '../../ui/feedback/state';
import type { IconName } from '../../ui/icon/icons';
import { Tie, type TieState } from '../../ui/tie/tie';
import { RoomWay } from '../now/room-way';
import { Unassigned } from './unassigned';

interface Look {
  readonly tie: TieState;
  readonly icon: IconName;
  readonly kind: StateKind;
}

const looks: Record<MeetingView['state'], Look> = {
  confirmed: { tie: 'confirmed', icon: 'check', kind: 'good' },
  cancelled: { tie: 'broken', icon: 'dash', kind: 'quiet' },
  held: { tie: 'held', icon: 'check', kind: 'plain' },
  cut_short: { tie: 'held', icon: 'alert', kind: 'caution' },
  no_show: { tie: 'out', icon: 'alert', kind: 'caution' },
  not_held: { tie: 'none', icon: 'dash', kind: 'quiet' },
};

/** The times for meetings, and every meeting in them. */
@Component({
  selector: 'musubi-organiser-meetings',
  imports: [Empty, Failure, Fresh, RoomWay, RouterLink, Skeleton, State, Tie, Unassigned],
  templateUrl: './organiser-meetings.html',
  styleUrl: './organiser-meetings.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganiserMeetings {
  private readonly clock = inject(Clock);
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(MeetingsDesk);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  protected readonly looks = looks;
  protected readonly eventZone = computed(() => {
    const zone = this.event()?.zone ?? 'UTC';
    return `${zoneCity(zone, this.lang())} ${zoneLabel(zone, this.clock.minute())}`;
  });
  protected readonly otherZone = computed(() => {
    const [own, now] = [this.clock.zone(), this.clock.minute()];
    const wishes = [this.event()?.zone, 'Asia/Tokyo', 'Europe/Brussels'];
    return wishes.find((zone) => zone && !sameClock(zone, own, now)) ?? 'Asia/Tokyo';
  });
  /** Meetings by day and start, in the reader's zone. */
  protected readonly days = computed(() => {
    const zone = this.clock.zone();
    const byDay = new Map<string, Map<string, MeetingView[]>>();
    const sorted = [...this.store.meetings()].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
    for (const meeting of sorted) {
      const date = dateAt(Temporal.Instant.from(meeting.startsAt), zone);
      const slots = byDay.get(date) ?? new Map<string, MeetingView[]>();
      slots.set(meeting.startsAt, [...(slots.get(meeting.startsAt) ?? []), meeting]);
      byDay.set(date, slots);
    }
    return [...byDay].map(([date, slots]) => ({
      date,
      title: formatPlainDate(date, this.lang(), { weekday: 'long', month: 'long', year: false }),
      slots: [...slots].map(([startsAt, meetings]) => ({ startsAt, meetings })),
    }));
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.store.open(event.eventId));
    });
  }

  protected blockText(block: BlockView): string {
    const dates = block.dates.map((date) => formatPlainDate(date, this.lang(), { month: 'long', year: false }));
    return dates.join(this.lang() === 'ja' ? '、' : ', ');
  }

  /** First and last slot on the reader's wall. */
  protected ownTimes(block: BlockView): string {
    const [first, last] = [block.slots[0], block.slots.at(-1)];
    if (!first || !last) return '';
    return this.t('organiser.meetings.on_your_wall', {
      from: this.say.time(first.startsAt),
      until: this.say.timeZoned(last.endsAt),
    });
  }

  protected other(at: string): string {
    return this.say.time(at, this.otherZone());
  }

  protected isSettled({ state }: MeetingView): boolean {
    return state !== 'confirmed' && state !== 'cancelled';
  }

  /** Not over yet: it can still be held another way. */
  protected isAhead({ state, endsAt }: MeetingView): boolean {
    return state === 'confirmed' && Date.parse(endsAt) > this.clock.minute().epochMilliseconds;
  }

  protected names({ sides }: MeetingView): string {
    return sides.map(({ participant }) => this.say.name(participant.name)).join(', ');
  }

  protected region(side: MeetingView['sides'][number]): string {
    return regionName(side.participant.organisation.regionCode, this.lang());
  }
}
