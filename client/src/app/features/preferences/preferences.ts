import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MeetingPreference, meetingPreferences, type ParticipantCard } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { otherZone } from '../../core/clock/other-zone';
import { Words } from '../../core/i18n/words';
import { type Toast, Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { PeopleToChoose } from '../../data/preferences/people-to-choose';
import { PreferencesStore } from '../../data/preferences/preferences-store';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';
import { PreferenceRow } from './preference-row';

/** Milliseconds without a key after which a search begins. */
const TYPING = 250;

/** Whom a participant wants to meet, before the organisers plan the meetings. */
@Component({
  selector: 'musubi-preferences',
  imports: [RouterLink, Empty, Failure, Icon, Note, PreferenceRow, Skeleton],
  templateUrl: './preferences.html',
  styleUrl: './preferences.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Preferences {
  /** From the address: everybody, or those about whom something was said. */
  readonly view = input<string>();

  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  private readonly event = inject(CurrentEvent).event;
  protected readonly say = inject(MeetingWords);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(PreferencesStore);
  protected readonly people = inject(PeopleToChoose);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly meanings = meetingPreferences;
  private told: number | null = null;
  private wasOver: number | null = null;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly onlySaid = computed(() => this.view() === 'said');
  protected readonly closed = computed(() => this.store.view()?.open === false);
  /** Since when the plan is out. */
  protected readonly published = computed(() => this.store.view()?.publishedAt ?? null);
  /** Closed because it has not begun. */
  protected readonly early = computed(() => {
    const opens = this.store.view()?.opensAt;
    return this.closed() && opens && Date.parse(opens) > this.clock.minute().epochMilliseconds ? opens : null;
  });
  /** How many of the two moments, when it opens and when it closes, are over. */
  private readonly over = computed(() => {
    const view = this.store.view();
    const now = this.clock.minute().epochMilliseconds;
    return view && [view.opensAt, view.until].filter((at) => at !== null && Date.parse(at) <= now).length;
  });
  protected readonly deadline = computed(() => {
    const until = this.store.view()?.until;
    return until ? this.t('preferences.until', { at: this.both(until) }) : this.t('preferences.until_none');
  });
  protected readonly mustsLeft = computed(() => {
    const of = this.store.view()?.mustAtMost ?? 0;
    return this.words.n('preferences.left', Math.max(0, of - this.store.counts().must), { of });
  });
  protected readonly saidSoFar = computed(() => {
    const { must, meet, no_thanks: noThanks } = this.store.counts();
    return this.t('preferences.said', { must, meet, noThanks });
  });
  protected readonly saidAbout = computed(() => (this.store.view()?.preferences ?? []).map((one) => one.participant));
  protected readonly failed = computed(() => {
    const refusal = this.store.failed() ?? this.people.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly failedMore = computed(() => {
    const refusal = this.people.failedMore();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly groups = computed(() => {
    if (this.onlySaid()) return [{ key: 'said', heading: null, people: this.saidAbout() }];
    const others = this.people.text() ? 'preferences.results' : 'preferences.others';
    return [
      { key: 'suggested', heading: this.t('preferences.suggested'), people: this.people.suggested() },
      { key: 'others', heading: this.t(others), people: this.people.others() },
    ].filter(({ people }) => people.length > 0);
  });

  constructor() {
    effect(() => {
      const eventId = this.event()?.eventId;
      if (!eventId) return;
      untracked(() => {
        void this.store.show(eventId);
        void this.people.show(eventId);
      });
    });
    // What opens or closes by the clock does so before the reader's eyes.
    effect(() => {
      const over = this.over();
      if (over !== null && this.wasOver !== null && over > this.wasOver) untracked(() => void this.store.refresh());
      this.wasOver = over;
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  protected both(at: string): string {
    return this.say.wholeBoth(at, otherZone(this.clock.zone(), Temporal.Instant.from(at), this.event()?.zone));
  }

  protected search(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.people.search(text), TYPING);
  }

  protected again(): void {
    void this.store.refresh();
    void this.people.again();
  }

  protected async choose(person: ParticipantCard, preference: MeetingPreference): Promise<void> {
    const was = this.store.of(person.participantId);
    if (preference === was) return;
    await this.send(person, preference, 'preferences.changed', () => void this.takeBack(person, was));
  }

  private takeBack(person: ParticipantCard, preference: MeetingPreference): Promise<void> {
    return this.send(person, preference, 'preferences.undone');
  }

  /** In the place of the one before: on a phone two would lie on the rows. */
  private tell(toast: Omit<Toast, 'id'>): void {
    if (this.told !== null) this.toasts.dismiss(this.told);
    this.told = this.toasts.show(toast);
  }

  private async send(person: ParticipantCard, to: MeetingPreference, key: string, undo?: () => void): Promise<void> {
    try {
      await this.store.say(person, to);
      const params = { name: this.say.name(person.name), choice: this.t(`preferences.choice.${to}`) };
      this.tell({
        text: this.t(key, params),
        ...(undo && { act: { label: this.t('preferences.undo'), run: undo } }),
      });
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.tell({ text: title, more: text });
      void this.store.refresh();
    }
  }
}
