import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { dimensions, labelOf } from '@musubi/reference';
import type { ParticipantId, RecommendationView, Side } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { KeptChoices } from '../../../core/page/kept-choice';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import {
  acrossFrom,
  countFacets,
  everybody,
  narrow,
  narrowed,
  type Narrowing,
  sharedLanguages,
} from '../../../data/matchmaking/facets';
import { DirectoryWords } from '../../../data/directory/directory-words';
import { MatchWords } from '../../../data/matchmaking/match-words';
import { MatchmakingStore } from '../../../data/matchmaking/matchmaking-store';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { OpportunitiesStore } from '../../../data/profiles/opportunities-store';
import { ParticipantsStore } from '../../../data/registration/participants-store';
import { OrganisationName } from '../../../parts/profiles/organisation-name';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { Icon } from '../../../ui/icon/icon';
import { Menu } from '../../../ui/menu/menu';
import { Mono } from '../../../ui/people/mono';
import { Name } from '../../../ui/people/name';
import { Strands } from '../../../ui/strands/strands';
import { Tie } from '../../../ui/tie/tie';
import { Written } from '../../../ui/text/written';
import { type FacetChoice, FacetChoices } from '../../../ui/forms/facet-choices';
import { Filtered, type FilteredWords } from '../filter/filtered';
import { SaveButton } from '../saved/save-button';
import { Saving } from '../saved/saving';
import { MatchParts } from './match-parts';

/** How many are shown below the first before the reader asks for the rest. */
const AT_FIRST = 9;

/** As many in the compact list. */
const AT_FIRST_COMPACT = 30;

const shapes = ['list', 'compact'] as const;

const sides: readonly Side[] = ['jp', 'eu', 'third'];

/** Who fits, best first: the first explained part by part, the others as threads with a word. */
@Component({
  selector: 'musubi-suggestions',
  imports: [
    Empty,
    FacetChoices,
    Failure,
    Filtered,
    Icon,
    MatchParts,
    Menu,
    Mono,
    Name,
    Note,
    OrganisationName,
    RouterLink,
    SaveButton,
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
  /** Only those who could meet then are suggested. */
  readonly at = input<string | null>(null);

  private readonly router = inject(Router);
  private readonly meetings = inject(MeetingsStore);
  private readonly participants = inject(ParticipantsStore);
  private readonly opportunities = inject(OpportunitiesStore);
  private readonly named = inject(DirectoryWords);
  private readonly saving = inject(Saving);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(MatchmakingStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly match = inject(MatchWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  /** The suggestions begin with the other side: two of the same are suggested too, but that is said. */
  protected readonly narrowing = linkedSignal<Side | undefined, Narrowing>({
    source: () => this.participants.me()?.organisation.side,
    computation: (mine) => acrossFrom(mine),
  });
  protected readonly everyone = signal(false);
  protected readonly shapes = shapes;
  /** With the first explained, or a line for each. */
  protected readonly shape = inject(KeptChoices).of('suggestions', shapes);
  /** Suggestions whose parts are shown, besides the first. */
  protected readonly explained = signal<ReadonlySet<string>>(new Set());

  private readonly languages = computed(() => this.participants.me()?.workingLanguages ?? []);
  /** Suggested, in touch or folded: the list as it stands, without those the reader is in touch with. */
  protected readonly all = computed(() => this.store.all().filter(({ inTouch }) => !inTouch));
  protected readonly shown = computed(() => narrow(this.all(), this.narrowing(), this.languages()));
  /** The first that is not folded is explained in full. */
  protected readonly top = computed(() =>
    this.shape.value() === 'compact'
      ? null
      : (this.shown().find(({ participant }) => !this.store.dismissed().has(participant.participantId)) ?? null),
  );
  private readonly others = computed(() => this.shown().filter((one) => one !== this.top()));
  protected readonly rest = computed(() =>
    this.everyone()
      ? this.others()
      : this.others().slice(0, this.shape.value() === 'compact' ? AT_FIRST_COMPACT : AT_FIRST),
  );
  protected readonly hidden = computed(() => this.others().length - this.rest().length);
  private readonly counts = computed(() => countFacets(this.all(), this.narrowing(), this.languages()));
  protected readonly isNarrowed = computed(
    () => this.at() !== null || narrowed(this.narrowing()) > 0 || this.narrowing().text.trim() !== '',
  );
  protected readonly noOpportunities = computed(
    () =>
      !this.opportunities.loading() &&
      this.opportunities.organisationId() !== null &&
      this.opportunities.published().length === 0,
  );
  protected readonly facets = computed<readonly { name: string; choices: readonly FacetChoice[] }[]>(() => {
    const [counts, to] = [this.counts(), this.narrowing()];
    return [
      {
        name: 'side',
        choices: sides
          .map((side) => ({
            value: side,
            label: this.t(`matchmaking.facet.${side}`),
            count: counts.sides[side],
            set: to.sides.has(side),
            toggle: () => this.change({ sides: toggled(to.sides, side) }),
          }))
          .filter(({ value, count, set }) => value !== 'third' || count > 0 || set),
      },
      {
        name: 'dimension',
        choices: dimensions.map(({ code }) => ({
          value: code,
          label: labelOf(dimensions, code, this.lang()),
          count: counts.dimensions[code],
          set: to.dimensions.has(code),
          toggle: () => this.change({ dimensions: toggled(to.dimensions, code) }),
        })),
      },
      { name: 'time', choices: [this.choice('slot', 'commonSlot'), this.choice('office', 'officeHours')] },
      { name: 'language', choices: [this.choice('no_interpreter', 'commonLanguage')] },
    ];
  });
  /** What is set, to be taken away with a click. */
  protected readonly chips = computed(() => [
    ...this.timeChip(),
    ...this.facets().flatMap(({ choices }) => choices.filter(({ set }) => set)),
  ]);
  private readonly timeChip = computed(() => {
    const at = this.at();
    const toggle = (): void =>
      void this.router.navigate([], { queryParams: { at: null }, queryParamsHandling: 'merge' });
    return at ? [{ label: this.t('matchmaking.facet.at', { time: this.say.whole(at) }), toggle }] : [];
  });
  protected readonly found = computed(() =>
    this.words.n('matchmaking.suggestions.shown', this.shown().length, { all: this.all().length }),
  );
  protected readonly filteredWords = computed<FilteredWords>(() => ({
    filter: this.t('matchmaking.facet.heading'),
    open: this.words.n('matchmaking.facet.button', narrowed(this.narrowing())),
    close: this.t('common.close'),
    search: this.t('matchmaking.search.label'),
    placeholder: this.t('matchmaking.search.placeholder'),
    clear: this.t('matchmaking.facet.clear'),
    found: this.found(),
  }));
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

  protected from({ participant: { organisation } }: RecommendationView): string {
    return this.named.from(organisation);
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
      { value: 'save', label: this.t(`matchmaking.saved.${this.saving.has(one.participant) ? 'drop' : 'save'}`) },
      { value: 'dismiss', label: this.t('matchmaking.row.dismiss') },
    ];
  }

  protected act(one: RecommendationView, what: string): void {
    if (what === 'dismiss') return void this.dismiss(one);
    if (what === 'save') return void this.saving.turn(one.participant);
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

  protected search(text: string): void {
    this.change({ text });
  }

  protected clear(): void {
    this.narrowing.set(everybody);
    this.timeChip()[0]?.toggle();
  }

  private choice(name: string, key: 'commonSlot' | 'officeHours' | 'commonLanguage'): FacetChoice {
    const set = this.narrowing()[key];
    const label = this.t(`matchmaking.facet.${name}`);
    return { value: name, label, count: this.counts()[key], set, toggle: () => this.change({ [key]: !set }) };
  }

  private change(to: Partial<Narrowing>): void {
    this.narrowing.update((from) => ({ ...from, ...to }));
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
