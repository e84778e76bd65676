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
import { instantOf } from '../../core/clock/instant-of';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { Acting } from '../../data/delegation/acting';
import { CurrentEvent } from '../../data/events/current-event';
import { MatchmakingStore } from '../../data/matchmaking/matchmaking-store';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { OpportunitiesStore } from '../../data/profiles/opportunities-store';
import { ParticipantsStore } from '../../data/registration/participants-store';
import { SavedPeopleStore } from '../../data/saved/saved-people-store';
import { OurOpportunities } from '../../parts/opportunities/our-opportunities';
import { Note } from '../../ui/feedback/note';
import { ActingFor } from '../../ui/people/acting-for';
import { Directory } from './directory/directory';
import { PlanInvitation } from './plan-invitation';
import { OfferedTimes } from './times/offered-times';
import { SavedPeople } from './saved/saved-people';
import { Suggestions } from './suggestions/suggestions';

const views = ['suggestions', 'people', 'saved', 'opportunities', 'times'] as const;
type View = (typeof views)[number];

/** Who could be met: suggestions with their reasons, everybody who can be found, and what decides it on our side. */
@Component({
  selector: 'musubi-matchmaking',
  imports: [
    RouterLink,
    ActingFor,
    Directory,
    Note,
    OfferedTimes,
    OurOpportunities,
    PlanInvitation,
    SavedPeople,
    Suggestions,
  ],
  template: `
    <div class="page-head">
      <div>
        <h1 class="title-page">{{ t('matchmaking.title') }}</h1>
        <p class="soft">{{ lead() }}</p>
      </div>
    </div>

    @if (acting.options().length > 0) {
      <musubi-acting-for
        [options]="acting.options()"
        [current]="acting.current()"
        [words]="acting.text()"
        (choose)="acting.choose($event)"
      />
    }

    @if (participants.unlisted() && !closed()) {
      <musubi-note class="remark" icon="eyeoff">
        <span class="row-flex said"
          ><span>{{ t('matchmaking.unlisted.text') }}</span>
          <button class="btn btn-sm" type="button" [disabled]="listing()" (click)="listMe()">
            {{ t('matchmaking.unlisted.action') }}
          </button></span
        >
      </musubi-note>
    }

    <musubi-plan-invitation [base]="base()" />

    @if (closed()) {
      <musubi-note class="remark" icon="clock">{{ t('matchmaking.closed') }}</musubi-note>
    }

    <nav class="segment views" [attr.aria-label]="t('matchmaking.view.label')">
      @for (one of all; track one) {
        <a
          [routerLink]="[]"
          [queryParams]="{ view: one === 'suggestions' ? null : one }"
          [attr.aria-current]="one === shown() ? 'page' : null"
          >{{ t('matchmaking.view.' + one) }}
          @if (one === 'saved' && saved.people().length > 0) {
            <span class="num">{{ saved.people().length }}</span>
          }
        </a>
      }
    </nav>

    @switch (shown()) {
      @case ('suggestions') {
        <musubi-suggestions [base]="base()" [closed]="closed()" [at]="at()" />
      }
      @case ('people') {
        <musubi-directory [base]="base()" [closed]="closed()" />
      }
      @case ('saved') {
        <musubi-saved-people [base]="base()" [closed]="closed()" />
      }
      @case ('opportunities') {
        <musubi-our-opportunities [of]="participants.me()?.organisation ?? null" />
      }
      @case ('times') {
        <musubi-offered-times [base]="base()" />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .page-head {
      margin-bottom: var(--space-5);
    }
    .remark {
      margin-bottom: var(--space-5);
    }
    .said {
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
    }
    .views {
      max-width: 100%;
      overflow-x: auto;
      margin-bottom: var(--space-5);
    }
    .views a {
      min-height: 32px;
    }
    @media (max-width: 767px) {
      .views {
        display: flex;
        flex-wrap: wrap;
      }
      .views a {
        flex: 1 0 auto;
        justify-content: center;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Matchmaking {
  /** Which part is shown, from the address. */
  readonly view = input<string>();
  /** A time of the reader's that is to be filled: who could meet then. */
  readonly at = input<string | null, string | undefined>(null, { transform: instantOf });

  private readonly event = inject(CurrentEvent).event;
  private readonly store = inject(MatchmakingStore);
  private readonly opportunities = inject(OpportunitiesStore);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly clock = inject(Clock);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  protected readonly acting = inject(Acting);
  protected readonly participants = inject(ParticipantsStore);
  protected readonly saved = inject(SavedPeopleStore);
  protected readonly t = this.words.t;
  protected readonly all = views;
  protected readonly listing = signal(false);
  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  /** Nobody can be asked any more. */
  protected readonly closed = computed(
    () => this.clock.minute().epochMilliseconds >= Date.parse(this.event()?.endsAt ?? ''),
  );
  protected readonly shown = computed<View>(() => views.find((one) => one === this.view()) ?? 'suggestions');
  protected readonly lead = computed(() => {
    const me = this.participants.me();
    if (!me) return '';
    const [shown, organisation] = [this.shown(), this.say.organisation(me.organisation)];
    if (shown !== 'suggestions') return this.t(`matchmaking.lead_of.${shown}`, { organisation });
    if (this.store.loading()) return '';
    const [count, at] = [this.store.open().length, this.at()];
    if (at) return this.words.n('matchmaking.lead_at', count, { time: this.say.whole(at) });
    return this.words.n('matchmaking.lead', count, { organisation });
  });

  constructor() {
    const meetings = inject(MeetingsStore);
    inject(DestroyRef).onDestroy(() => this.saved.hide());
    effect(() => {
      const eventId = this.event()?.eventId;
      const at = this.at();
      if (!eventId) return;
      untracked(() => {
        this.acting.show(eventId);
        void this.store.show(eventId, at);
        void this.saved.show(eventId);
        void this.participants.open(eventId);
        void meetings.open(eventId);
      });
    });
    effect(() => {
      const organisationId = this.participants.me()?.organisation.organisationId;
      if (organisationId) untracked(() => void this.opportunities.open(organisationId));
    });
  }

  /** Lets the participants of this event find me. */
  protected async listMe(): Promise<void> {
    this.listing.set(true);
    try {
      await this.participants.listMe('participants');
      this.toasts.show({ text: this.t('matchmaking.unlisted.done') });
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.listing.set(false);
    }
  }
}
