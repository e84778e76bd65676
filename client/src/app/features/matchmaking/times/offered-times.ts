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
import type { BlockView, MeetingLimits } from '@musubi/contracts';
import { dateAt, formatPlainDate } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { otherZone } from '../../../core/clock/other-zone';
import { Words } from '../../../core/i18n/words';
import { Behalf, type Principal } from '../../../core/login/behalf';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { CurrentEvent } from '../../../data/events/current-event';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { AvailabilityStore } from '../../../data/slots/availability-store';
import { bandsOf } from '../../../data/slots/offer-grid';
import { type OfferableSlot, OfferedSlots } from '../../../data/slots/offered-slots';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { mediaQuery } from '../../../ui/layout/media-query';
import { LimitsForm } from './limits-form';
import { type OfferCell, type OfferChange, OfferGridView, type OfferGridWords } from './offer-grid';

/** Milliseconds of quiet before what was chosen is sent. */
const QUIET = 600;

/** When I can be met, on both walls, with what is in the way; sent by itself a moment later, and taken back by one press. */
@Component({
  selector: 'musubi-offered-times',
  imports: [RouterLink, Empty, Failure, LimitsForm, Note, OfferGridView, Skeleton],
  templateUrl: './offered-times.html',
  styleUrl: './offered-times.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfferedTimes {
  readonly base = input.required<string>();

  private readonly event = inject(CurrentEvent).event;
  private readonly say = inject(MeetingWords);
  protected readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(AvailabilityStore);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly offered = new OfferedSlots(this.store.slots);
  private readonly saving = signal<'no' | 'saving' | 'failed'>('no');
  private readonly savedAt = signal<string | null>(null);
  private readonly before = signal<readonly ReadonlySet<string>[]>([]);
  private readonly behalf = inject(Behalf);
  private readonly toasts = inject(Toasts);
  /** What waits for quiet, and whose times they are. */
  private queued: { readonly timer: ReturnType<typeof setTimeout>; readonly principal: Principal | null } | null = null;

  /** The other wall, as everywhere: the event's or the other side's. */
  private readonly otherZone = computed(() => otherZone(this.clock.zone(), this.clock.minute(), this.event()?.zone));
  protected readonly cells = computed<OfferCell[]>(() => {
    const offered = this.offered.offered();
    return this.store.slots().map((slot) => this.cellOf(slot, offered.has(slot.slotId)));
  });
  /** On a phone two days stand side by side, elsewhere four. */
  private readonly narrow = mediaQuery('(max-width: 767px)');
  protected readonly bands = computed(() => {
    const bands = bandsOf(this.cells(), this.clock.zone(), this.narrow() ? 2 : 4);
    return bands.map((cells) => ({ cells, words: this.gridWords(cells) }));
  });
  protected readonly dates = computed(() => [
    ...new Set(this.store.slots().map(({ startsAt }) => dateAt(Temporal.Instant.from(startsAt), this.clock.zone()))),
  ]);
  protected readonly blocks = computed(() => this.store.blocks().map((block) => this.blockOf(block)));
  protected readonly outside = computed(() => this.store.offer()?.outside.length ?? 0);
  protected readonly count = computed(() =>
    this.words.n('matchmaking.times.count', this.offered.offered().size, { all: this.store.slots().length }),
  );
  protected readonly canUndo = computed(() => this.before().length > 0);
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
    const stop = this.behalf.onSwitch(() => this.turnTo());
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.flush();
    });
  }

  protected change({ slotIds, offered }: OfferChange): void {
    this.before.update((all) => [...all.slice(-19), this.offered.snapshot()]);
    this.offered.set(slotIds, offered);
    this.later();
  }

  protected undo(): void {
    const last = this.before().at(-1);
    if (!last) return;
    this.before.update((all) => all.slice(0, -1));
    this.offered.restore(last);
    this.later();
  }

  protected limit(limits: MeetingLimits): void {
    void this.save(() => this.store.limit(limits));
  }

  protected again(): void {
    void this.store.refresh();
  }

  private later(): void {
    this.saving.set('saving');
    clearTimeout(this.queued?.timer);
    this.queued = { timer: setTimeout(() => void this.send(), QUIET), principal: this.behalf.of() };
  }

  private async send(): Promise<void> {
    const principal = this.queued?.principal ?? null;
    this.queued = null;
    await this.save(() => this.store.put(this.offered.put(), principal));
  }

  /** One goes on to somebody else's times: what was chosen for the one before is theirs, and nothing of it is left. */
  private turnTo(): void {
    this.flush();
    this.before.set([]);
    this.offered.restore(new Set());
    this.savedAt.set(null);
    this.saving.set('no');
  }

  /** Sends at once what waits. Nobody looks at it any more, so a refusal is told beside the page. */
  private flush(): void {
    if (!this.queued) return;
    const { timer, principal } = this.queued;
    clearTimeout(timer);
    this.queued = null;
    this.store.put(this.offered.put(), principal).catch((error: unknown) => {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    });
  }

  private async save(send: () => Promise<unknown>): Promise<void> {
    const acting = this.behalf.of();
    const elsewhere = (): boolean => this.behalf.of() !== acting;
    this.saving.set('saving');
    try {
      await send();
      if (this.queued || elsewhere()) return;
      this.savedAt.set(this.clock.now().toString());
      this.saving.set('no');
    } catch {
      if (elsewhere()) return;
      this.saving.set('failed');
      const offer = this.store.offer();
      if (offer) this.offered.take(offer);
    }
  }

  private gridWords(cells: readonly OfferCell[]): OfferGridWords {
    const [first, last] = [cells[0]!.day, cells.at(-1)!.day];
    return {
      label: this.t('availability.grid', {
        days: first === last ? first : this.t('availability.days', { first, last }),
      }),
      offered: this.t('availability.offered'),
      notOffered: this.t('availability.not_offered'),
      busy: this.t('availability.taken'),
      all: this.t('availability.all'),
      none: this.t('availability.none'),
      allOf: (day) => this.t('availability.all_of', { day }),
      noneOf: (day) => this.t('availability.none_of', { day }),
    };
  }

  private cellOf(slot: OfferableSlot, offered: boolean): OfferCell {
    const { slotId, startsAt, endsAt } = slot;
    const other = this.say.other(startsAt, this.otherZone());
    return {
      slotId,
      startsAt,
      endsAt,
      offered,
      own: this.say.time(startsAt),
      other,
      why: this.whyOf(slot),
      day: this.say.longDay(startsAt),
      zone: this.say.label(this.clock.zone(), startsAt),
    };
  }

  /** What of mine is in the way; nobody else is told. */
  private whyOf({ startsAt, endsAt }: OfferableSlot): string {
    const busy = this.store.offer()?.busy ?? [];
    const order = ['meeting', 'speaking', 'session', 'quiet', 'per_day', 'gap'];
    const [first] = busy
      .filter((one) => Date.parse(one.startsAt) < Date.parse(endsAt) && Date.parse(startsAt) < Date.parse(one.endsAt))
      .sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why));
    return first ? this.t(`availability.busy.${first.why}`, { title: this.words.text(first.title) }) : '';
  }

  private blockOf({ blockId, name, dates, from, until, now }: BlockView) {
    const days = dates.map((date) => formatPlainDate(date, this.words.lang(), { month: 'long', year: false }));
    return {
      blockId,
      name: this.words.text(name) || `${days.join(', ')}, ${from}–${until}`,
      mode: this.t(`availability.block.${now.mode}`),
      when: this.whenOf(now),
    };
  }

  private whenOf(now: BlockView['now']): string {
    const both = (key: string, at: string): string => {
      const other = this.say.other(at, this.otherZone());
      const own = this.say.whole(at);
      return this.t(`availability.block.${other ? key : `${key}_one`}`, { own, other });
    };
    if (now.open) return now.closesAt ? both('closes', now.closesAt) : '';
    if (now.opensAt) return both('opens', now.opensAt);
    return this.t(now.mode === 'plan' ? 'availability.block.waits' : 'availability.block.over');
  }
}
