import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dimensions, labelOf } from '@musubi/reference';
import type { Dimension, ParticipantId, RecommendationView, Side } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import {
  countFacets,
  everybody,
  narrow,
  narrowed,
  type Narrowing,
  sharedLanguages,
} from '../../data/matchmaking/facets';
import { MatchWords } from '../../data/matchmaking/match-words';
import { MatchmakingStore } from '../../data/matchmaking/matchmaking-store';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { OpportunitiesStore } from '../../data/profiles/opportunities-store';
import { ParticipantsStore } from '../../data/registration/participants-store';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Menu } from '../../ui/menu/menu';
import { Mono } from '../../ui/people/mono';
import { Name } from '../../ui/people/name';
import { Strands } from '../../ui/strands/strands';
import { Tie } from '../../ui/tie/tie';
import { Written } from '../../ui/text/written';
import { MatchParts } from './match-parts';

/** How many are shown below the first before the reader asks for the rest. */
const AT_FIRST = 9;

const sides: readonly Side[] = ['jp', 'eu', 'third'];

/** Who fits, best first: the first explained part by part, the others as threads with a word. */
@Component({
  selector: 'musubi-suggestions',
  imports: [
    RouterLink,
    Empty,
    Failure,
    Icon,
    KeepFocus,
    MatchParts,
    Menu,
    Mono,
    Name,
    Note,
    Skeleton,
    Strands,
    Tie,
    Written,
  ],
  templateUrl: './suggestions.html',
  styleUrl: './suggestions.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Suggestions {
  readonly base = input.required<string>();
  /** The event is over: nobody can be asked any more. */
  readonly closed = input(false);

  private readonly meetings = inject(MeetingsStore);
  private readonly participants = inject(ParticipantsStore);
  private readonly opportunities = inject(OpportunitiesStore);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(MatchmakingStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly match = inject(MatchWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly narrowing = signal<Narrowing>(everybody);
  protected readonly filtersOpen = signal(false);
  protected readonly everyone = signal(false);
  /** Suggestions whose parts are shown, besides the first. */
  protected readonly explained = signal<ReadonlySet<string>>(new Set());

  private readonly languages = computed(() => this.participants.me()?.workingLanguages ?? []);
  /** Suggested, in touch or folded: the list as it stands, without those the reader is in touch with. */
  private readonly all = computed(() => this.store.all().filter(({ inTouch }) => !inTouch));
  protected readonly shown = computed(() => narrow(this.all(), this.narrowing(), this.languages()));
  /** The first that is not folded is explained in full. */
  protected readonly top = computed(
    () => this.shown().find(({ participant }) => !this.store.dismissed().has(participant.participantId)) ?? null,
  );
  private readonly others = computed(() => this.shown().filter((one) => one !== this.top()));
  protected readonly rest = computed(() => (this.everyone() ? this.others() : this.others().slice(0, AT_FIRST)));
  protected readonly hidden = computed(() => this.others().length - this.rest().length);
  protected readonly counts = computed(() => countFacets(this.all(), this.narrowing(), this.languages()));
  protected readonly set = computed(() => narrowed(this.narrowing()));
  protected readonly isNarrowed = computed(() => this.set() > 0 || this.narrowing().text.trim() !== '');
  protected readonly noOpportunities = computed(
    () =>
      !this.opportunities.loading() &&
      this.opportunities.organisationId() !== null &&
      this.opportunities.published().length === 0,
  );
  protected readonly sideChoices = computed(() =>
    sides
      .map((side) => ({
        side,
        count: this.counts().sides[side],
        label: this.t(`matchmaking.facet.${side}`),
        set: this.narrowing().sides.has(side),
      }))
      .filter(({ side, count, set }) => side !== 'third' || count > 0 || set),
  );
  protected readonly dimensionChoices = computed(() =>
    dimensions.map(({ code }) => ({
      dimension: code,
      count: this.counts().dimensions[code],
      label: labelOf(dimensions, code, this.lang()),
      set: this.narrowing().dimensions.has(code),
    })),
  );
  /** What is set, to be taken away with a click. */
  protected readonly chips = computed(() => [
    ...this.sideChoices()
      .filter(({ set }) => set)
      .map(({ side, label }) => ({ label, drop: () => this.toggleSide(side) })),
    ...this.dimensionChoices()
      .filter(({ set }) => set)
      .map(({ dimension, label }) => ({ label, drop: () => this.toggleDimension(dimension) })),
    ...(this.narrowing().commonSlot
      ? [{ label: this.t('matchmaking.facet.slot'), drop: () => this.toggle('commonSlot') }]
      : []),
    ...(this.narrowing().commonLanguage
      ? [{ label: this.t('matchmaking.facet.no_interpreter'), drop: () => this.toggle('commonLanguage') }]
      : []),
  ]);
  protected readonly legend = computed(() => {
    const first = this.store.all()[0];
    const comma = this.lang() === 'ja' ? '、' : ', ';
    const parts = (first?.reasons ?? []).map(({ part }) => this.t(`match.part.${part}`).toLowerCase()).join(comma);
    return this.t('matchmaking.legend', { parts });
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.store.unfold());
  }

  protected isFolded({ participant }: RecommendationView): boolean {
    return this.store.dismissed().has(participant.participantId);
  }

  protected strengths({ reasons }: RecommendationView) {
    return reasons.map(({ strength }) => strength);
  }

  /** `Strong. Offer and request: strong, …`: the picture in words. */
  protected spoken(one: RecommendationView): string {
    return `${this.t(`match.fit.${this.match.fit(one)}`)}. ${this.match.spoken(one)}`;
  }

  protected common({ participant }: RecommendationView): string {
    const shared = sharedLanguages(this.languages(), participant.workingLanguages);
    return shared.length > 0 ? this.say.languages(shared) : this.t('match.interpreter');
  }

  protected name({ participant }: RecommendationView): string {
    return this.say.name(participant.name);
  }

  protected speaks({ participant }: RecommendationView): string {
    return this.t('matchmaking.top.speaks', { languages: this.say.languages(participant.workingLanguages) });
  }

  protected menuOf(one: RecommendationView) {
    const isShown = this.explained().has(one.participant.participantId);
    return [
      { value: 'why', label: this.t(isShown ? 'matchmaking.row.hide' : 'matchmaking.row.why') },
      { value: 'dismiss', label: this.t('matchmaking.row.dismiss') },
    ];
  }

  protected act(one: RecommendationView, what: string): void {
    if (what === 'dismiss') return void this.dismiss(one);
    this.explained.update((all) => {
      const next = new Set(all);
      if (!next.delete(one.participant.participantId)) next.add(one.participant.participantId);
      return next;
    });
  }

  protected async dismiss({ participant }: RecommendationView): Promise<void> {
    await this.attempt(this.store.dismiss(participant.participantId as ParticipantId));
  }

  protected async restore({ participant }: RecommendationView): Promise<void> {
    await this.attempt(this.store.restore(participant.participantId as ParticipantId));
  }

  protected search(input: Event): void {
    const text = (input.target as HTMLInputElement).value;
    this.narrowing.update((to) => ({ ...to, text }));
  }

  protected toggleSide(side: Side): void {
    this.narrowing.update((to) => ({ ...to, sides: toggled(to.sides, side) }));
  }

  protected toggleDimension(dimension: Dimension): void {
    this.narrowing.update((to) => ({ ...to, dimensions: toggled(to.dimensions, dimension) }));
  }

  protected toggle(choice: 'commonSlot' | 'commonLanguage'): void {
    this.narrowing.update((to) => ({ ...to, [choice]: !to[choice] }));
  }

  protected clear(): void {
    this.narrowing.set(everybody);
  }

  private async attempt(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    }
  }
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
