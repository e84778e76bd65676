import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { dateAt, formatPlainDate, sameClock } from '@musubi/time';
import type { SlotView } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { AvailabilityStore } from '../../data/slots/availability-store';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { OfferedSlots } from '../../data/slots/offered-slots';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';

/** Milliseconds of quiet before what was chosen is sent. */
const QUIET = 600;

/** When I can be met: each slot of the event offered or not, sent by itself a moment later. */
@Component({
  selector: 'musubi-offered-times',
  imports: [RouterLink, Empty, Failure, Icon, Note, Skeleton],
  template: `
    <p class="soft lead-text">{{ t('matchmaking.times.lead') }}</p>
    @if (failed(); as problem) {
      <musubi-failure
        [heading]="problem.title"
        [text]="problem.text"
        [reference]="problem.reference"
        [words]="problems.failure()"
        (retry)="again()"
      />
    } @else if (store.loading()) {
      <musubi-skeleton [label]="t('common.loading')" />
    } @else if (store.slots().length === 0) {
      <musubi-empty
        [level]="2"
        [heading]="t('matchmaking.times.none_here')"
        [text]="t('matchmaking.times.none_here_text')"
      />
    } @else {
      <p class="row-flex counts">
        <span role="status">{{ count() }}</span>
        <span class="meta" role="status">{{ status() }}</span>
      </p>
      @if (outside() > 0) {
        <musubi-note kind="caution"
          >{{ words.n('matchmaking.times.outside', outside()) }}
          <a [routerLink]="[base(), 'meetings']">{{ t('common.nav.meetings') }}</a></musubi-note
        >
      }
      @for (day of days(); track day.date) {
        <section class="day" [attr.aria-label]="day.title">
          <div class="section-head">
            <h2 class="title-part">{{ day.title }}</h2>
            <span class="row-flex">
              <button
                class="btn btn-ghost btn-sm"
                type="button"
                [disabled]="day.all"
                [attr.aria-label]="t('matchmaking.times.all_of', { day: day.title })"
                (click)="setDay(day.slots, true)"
              >
                {{ t('matchmaking.times.all') }}
              </button>
              <button
                class="btn btn-ghost btn-sm"
                type="button"
                [disabled]="day.none"
                [attr.aria-label]="t('matchmaking.times.none_of', { day: day.title })"
                (click)="setDay(day.slots, false)"
              >
                {{ t('matchmaking.times.none') }}
              </button>
            </span>
          </div>
          <div class="slots" role="group" [attr.aria-label]="t('matchmaking.times.group', { day: day.title })">
            @for (slot of day.slots; track slot.slotId) {
              <button
                class="slot"
                type="button"
                role="checkbox"
                [attr.aria-checked]="slot.offered"
                (click)="toggle(slot.slotId)"
              >
                <b>{{ slot.own }}</b>
                @if (slot.other) {
                  <small>{{ slot.other }}</small>
                }
                <span class="slot-state"
                  ><svg [musubiIcon]="slot.offered ? 'check' : 'ring'"></svg
                  >{{ t(slot.offered ? 'matchmaking.times.offered' : 'matchmaking.times.not_offered') }}</span
                >
              </button>
            }
          </div>
        </section>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .lead-text {
      max-width: var(--measure);
      margin-bottom: var(--space-4);
    }
    .counts {
      justify-content: space-between;
      margin-bottom: var(--space-4);
    }
    .day {
      border-top: var(--hairline) solid var(--color-rule-strong);
      padding-top: var(--space-3);
      margin-top: var(--space-5);
    }
    .slots {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
      gap: var(--space-2);
    }
    .slot {
      grid-row: auto;
    }
    @media (max-width: 767px) {
      .slots {
        grid-template-columns: 1fr;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfferedTimes {
  readonly base = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly event = inject(CurrentEvent).event;
  protected readonly problems = inject(ProblemWords);
  private readonly say = inject(MeetingWords);
  protected readonly store = inject(AvailabilityStore);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly offered = new OfferedSlots(this.store.slots);
  private readonly saving = signal<'no' | 'saving' | 'failed'>('no');
  private readonly savedAt = signal<string | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The other wall, as everywhere: the event's or the other side's. */
  private readonly otherZone = computed(() => {
    const wishes = [this.event()?.zone, 'Asia/Tokyo', 'Europe/Brussels'];
    const own = this.clock.zone();
    return wishes.find((zone): zone is string => !!zone && !sameClock(zone, own, this.clock.minute())) ?? own;
  });
  protected readonly days = computed(() => {
    const days = new Map<string, SlotView[]>();
    for (const slot of this.store.slots()) {
      const date = dateAt(Temporal.Instant.from(slot.startsAt), this.clock.zone());
      days.set(date, [...(days.get(date) ?? []), slot]);
    }
    const offered = this.offered.offered();
    return [...days].map(([date, slots]) => ({
      date,
      title: formatPlainDate(date, this.words.lang(), { weekday: 'long', month: 'long', year: false }),
      all: slots.every(({ slotId }) => offered.has(slotId)),
      none: !slots.some(({ slotId }) => offered.has(slotId)),
      slots: slots.map(({ slotId, startsAt }) => ({
        slotId: slotId as string,
        offered: offered.has(slotId),
        own: this.say.time(startsAt),
        other: this.say.other(startsAt, this.otherZone()),
      })),
    }));
  });
  protected readonly outside = computed(() => this.store.offer()?.outside.length ?? 0);
  protected readonly count = computed(() =>
    this.words.n('matchmaking.times.count', this.offered.offered().size, { all: this.store.slots().length }),
  );
  protected readonly status = computed(() => {
    if (this.saving() === 'saving') return this.t('matchmaking.times.saving');
    if (this.saving() === 'failed') return this.t('matchmaking.times.failed');
    const at = this.savedAt();
    return at ? this.t('matchmaking.times.saved', { time: this.say.timeZoned(at) }) : '';
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const eventId = this.event()?.eventId;
      if (eventId) untracked(() => void this.store.open(eventId));
    });
    effect(() => {
      const offer = this.store.offer();
      this.store.slots();
      // What the reader is just choosing is not overwritten.
      if (offer && untracked(() => this.saving()) === 'no') untracked(() => this.offered.take(offer));
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.timer === undefined) return;
      clearTimeout(this.timer);
      void this.send();
    });
  }

  protected toggle(slotId: string): void {
    this.offered.toggle(slotId);
    this.later();
  }

  protected setDay(slots: readonly { slotId: string }[], offered: boolean): void {
    this.offered.set(
      slots.map(({ slotId }) => slotId),
      offered,
    );
    this.later();
  }

  protected again(): void {
    void this.store.refresh();
  }

  private later(): void {
    this.saving.set('saving');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), QUIET);
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    try {
      await this.store.put(this.offered.put());
      if (this.timer !== undefined) return;
      this.savedAt.set(this.clock.now().toString());
      this.saving.set('no');
    } catch {
      this.saving.set('failed');
      const offer = this.store.offer();
      if (offer) this.offered.take(offer);
    }
  }
}
