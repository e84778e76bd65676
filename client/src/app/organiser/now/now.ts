import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeetingView } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { dateAt, formatDate, formatTime, formatTimeZoned, sameClock } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import type { BoardRoom, BoardSlot } from '../../data/organiser/now/now-board';
import { NowStore } from '../../data/organiser/now/now-store';
import { OrganisationsStore } from '../../data/organisations/organisations-store';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Fresh } from '../../ui/feedback/fresh';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Tie } from '../../ui/tie/tie';
import { HelpCalls } from './help-calls';
import { RoomTies } from './room-ties';
import { RoomWay } from './room-way';

/** What goes on right now: rooms that need somebody first, then every room as a small tie, then what comes next. */
@Component({
  selector: 'musubi-now',
  imports: [NgTemplateOutlet, RouterLink, Empty, Failure, Fresh, HelpCalls, RoomTies, RoomWay, Skeleton, State, Tie],
  templateUrl: './now.html',
  styleUrl: './now.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Now {
  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(NowStore);
  protected readonly organisations = inject(OrganisationsStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  protected readonly calling = signal<string | null>(null);
  protected readonly board = this.store.board;
  protected readonly today = computed(() =>
    formatDate(this.clock.minute(), this.clock.zone(), this.lang(), { month: 'long' }),
  );
  protected readonly otherZone = computed(() => {
    const [own, now] = [this.clock.zone(), this.clock.minute()];
    const wishes = [this.event()?.zone, 'Asia/Tokyo', 'Europe/Brussels'];
    return wishes.find((zone) => zone && !sameClock(zone, own, now)) ?? 'Asia/Tokyo';
  });
  /** The day of the slots, where it is not today. */
  protected readonly slotDay = computed(() => {
    const [first] = this.board().slots;
    const zone = this.clock.zone();
    if (!first || dateAt(Temporal.Instant.from(first.startsAt), zone) === dateAt(this.clock.minute(), zone))
      return null;
    return this.say.longDay(first.startsAt);
  });
  protected readonly inRooms = computed(() => this.board().rooms.length);
  protected readonly nextTitle = computed(() => {
    const [first] = this.board().next;
    return first ? this.both(first.startsAt) : '';
  });
  protected readonly rooms = computed(() =>
    this.board().rooms.map((room) => ({
      id: room.meeting.meetingId,
      sides: room.sides,
      urgent: room.urgent,
      elsewhere: room.elsewhere,
      label: this.roomLabel(room),
    })),
  );
  protected readonly quiet = computed(() => {
    const { slots, sessions } = this.board();
    return slots.length === 0 && sessions.now.length === 0 && sessions.next.length === 0;
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.store.open(event.eventId, event.zone));
    });
    effect(() => {
      if (this.organisations.isHelpdesk()) untracked(() => void this.organisations.open());
    });
  }

  protected own(at: string): string {
    return formatTime(Temporal.Instant.from(at), this.clock.zone());
  }

  protected other(at: string): string {
    return formatTime(Temporal.Instant.from(at), this.otherZone());
  }

  /** `09:50 CET · 17:50 JST`. */
  protected both(at: string): string {
    const instant = Temporal.Instant.from(at);
    return `${formatTimeZoned(instant, this.clock.zone())} · ${formatTimeZoned(instant, this.otherZone())}`;
  }

  protected slotText(slot: BoardSlot): string {
    if (slot.moment === 'now') {
      return this.words.n('organiser.now.slot_now', slot.meetings, { minute: this.board().minute ?? 1 });
    }
    if (slot.held !== null) {
      return this.t('organiser.now.slot_past', { held: slot.held, notHeld: slot.notHeld ?? 0 });
    }
    return this.words.n('organiser.now.slot', slot.meetings);
  }

  protected region(side: MeetingView['sides'][number]): string {
    return regionName(side.participant.organisation.regionCode, this.lang());
  }

  protected tie({ sides, meeting }: BoardRoom): 'none' | 'out' | 'in' | 'live' {
    if (sides === 'both') return 'live';
    if (sides === 'none') return 'none';
    return meeting.sides[0]?.here ? 'out' : 'in';
  }

  /** Missing is only who is called so: in the first minutes they are not there yet. */
  protected trouble({ sides, missing, urgent }: BoardRoom): string {
    if (sides === 'none') return this.t('organiser.now.nobody');
    const [first] = missing;
    if (!first) return this.t('organiser.now.sides.one');
    return this.t(urgent ? 'organiser.now.missing' : 'organiser.now.not_yet', { region: this.region(first) });
  }

  /** Whoever somebody waits for is called, on the screen and by mail. */
  protected async call({ meeting: { meetingId }, missing }: BoardRoom): Promise<void> {
    this.calling.set(meetingId);
    try {
      await this.store.callMissing(meetingId);
      const called = this.say.called(missing[0]!.participant.name);
      this.toasts.show({ text: this.t('organiser.now.called', { called }) });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.calling.set(null);
    }
  }

  /** Finds the person in the list of people, by what stands in both scripts. */
  protected search({ participant: { name } }: MeetingView['sides'][number]): { q: string } {
    return { q: `${name.givenLatin} ${name.familyLatin}` };
  }

  private roomLabel({ meeting, sides, elsewhere }: BoardRoom): string {
    const names = meeting.sides.map(({ participant }) => this.say.name(participant.name)).join(' – ');
    return `${names}: ${this.t(elsewhere ? 'organiser.now.elsewhere' : `organiser.now.sides.${sides}`)}`;
  }
}
