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
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { DirectoryFilter, DirectoryPerson, OpportunityCard, OrganisationCard } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { choicesSet, everybody } from '../../../data/directory/directory-filter';
import { DirectoryStore, units, type Unit } from '../../../data/directory/directory-store';
import { DirectoryWords } from '../../../data/directory/directory-words';
import { CurrentEvent } from '../../../data/events/current-event';
import { ParticipantsStore } from '../../../data/registration/participants-store';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { OrganisationName } from '../../../parts/profiles/organisation-name';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { Mono } from '../../../ui/people/mono';
import { Name } from '../../../ui/people/name';
import { Written } from '../../../ui/text/written';
import { Filtered, type FilteredWords } from '../filter/filtered';
import { DirectoryFacets } from './directory-facets';
import { SavedFilters } from './saved-filters';

/** Milliseconds of quiet before a search is asked. */
const QUIET = 250;

/** Everybody of the event who chose to be found, and their organisations: searched, narrowed, counted. */
@Component({
  selector: 'musubi-directory',
  imports: [
    DirectoryFacets,
    Empty,
    Failure,
    Filtered,
    Mono,
    Name,
    OrganisationName,
    RouterLink,
    SavedFilters,
    Skeleton,
    Written,
  ],
  templateUrl: './directory.html',
  styleUrl: './directory.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Directory {
  readonly base = input.required<string>();
  /** The event is over: nobody can be asked any more. */
  readonly closed = input(false);

  private readonly event = inject(CurrentEvent).event;
  private readonly participants = inject(ParticipantsStore);
  protected readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  protected readonly named = inject(DirectoryWords);
  protected readonly store = inject(DirectoryStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly units = units;
  /** What a search elsewhere came here for. */
  private readonly asked = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly set = computed(() => choicesSet(this.store.filter()));
  protected readonly isNarrowed = computed(() => this.set() > 0 || this.store.filter().q !== '');
  protected readonly failed = computed(() => this.told(this.store.failed()));
  protected readonly failedMore = computed(() => this.told(this.store.failedMore()));
  protected readonly count = computed(() => {
    const found = this.store.found();
    return found ? this.words.n(`directory.count.${this.store.unit()}`, found.total) : '';
  });
  /** What the search was taken for. */
  protected readonly meant = computed(() => this.store.found()?.meant.join(this.t('directory.comma')) ?? '');
  protected readonly filteredWords = computed<FilteredWords>(() => ({
    filter: this.t('directory.filter'),
    open: this.words.n('directory.filter_button', this.set()),
    close: this.t('common.close'),
    search: this.t('directory.search'),
    placeholder: this.t('directory.search_placeholder'),
    clear: this.t('directory.clear'),
    found: this.count(),
  }));

  constructor() {
    effect(() => {
      const [eventId, asked] = [this.event()?.eventId, this.asked()];
      if (!eventId) return;
      untracked(() => {
        void this.store.show(eventId);
        const q = asked.get('q');
        if (q === null) return;
        void this.store.look(units.find((unit) => unit === asked.get('unit')) ?? 'people');
        this.narrow({ ...everybody, q });
      });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected search(q: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.narrow({ ...this.store.filter(), q }), QUIET);
  }

  protected narrow(filter: DirectoryFilter): void {
    clearTimeout(this.timer);
    void this.store.narrow(filter);
  }

  protected clear(): void {
    this.narrow(everybody);
  }

  protected look(unit: Unit): void {
    void this.store.look(unit);
  }

  protected async restore({ participantId }: DirectoryPerson): Promise<void> {
    try {
      await this.store.restore(participantId);
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    }
  }

  /** One meets one's own colleagues without asking here. */
  protected isColleague({ organisationId }: Pick<OrganisationCard, 'organisationId'>): boolean {
    return organisationId === this.participants.me()?.organisation.organisationId;
  }

  protected place({ regionCode }: { regionCode: string }): string {
    return this.named.region(regionCode);
  }

  protected joined(...parts: readonly (string | null)[]): string {
    return parts.filter(Boolean).join(this.t('directory.comma'));
  }

  /** `Offers`, `Seeks`. */
  protected kindOf({ kind }: OpportunityCard): string {
    return this.t(`directory.one.${kind}`);
  }

  private told(refusal: Parameters<ProblemWords['of']>[0] | null) {
    return refusal ? this.problems.of(refusal) : null;
  }
}
