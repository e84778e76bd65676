import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type {
  DirectoryFilter,
  DirectoryOrganisations,
  DirectoryPeople,
  EventId,
  FilterId,
  ParticipantId,
  SavedFilter,
} from '@musubi/contracts';
import { asRefusal, type Refusal } from '../../core/problem/problem';
import { Words } from '../../core/i18n/words';
import { Realtime } from '../../core/realtime/realtime';
import { MatchmakingApi } from '../matchmaking/matchmaking-api';
import { Reading } from '../reading';
import { DirectoryApi } from './directory-api';
import { everybody } from './directory-filter';

export const units = ['people', 'organisations'] as const;
export type Unit = (typeof units)[number];

type Page = { unit: 'people'; found: DirectoryPeople } | { unit: 'organisations'; found: DirectoryOrganisations };

/** Who can be found at one event: narrowed, counted, page by page; and the filters that I keep. */
@Injectable({ providedIn: 'root' })
export class DirectoryStore {
  private readonly api = inject(DirectoryApi);
  private readonly matchmaking = inject(MatchmakingApi);
  private readonly realtime = inject(Realtime);
  private readonly words = inject(Words);
  private readonly event = signal<EventId | null>(null);
  private readonly wanted = signal<DirectoryFilter>(everybody);
  private readonly wantedUnit = signal<Unit>('people');
  private readonly first = new Reading<Page>(() => this.page(null));
  private readonly further = signal<readonly Page[]>([]);
  private readonly reaching = signal(false);
  private readonly unreached = signal<Refusal | null>(null);
  private readonly kept = new Reading<SavedFilter[]>(() => this.api.saved());

  readonly filter = this.wanted.asReadonly();
  readonly unit = this.wantedUnit.asReadonly();
  readonly found = computed(() => this.first.value()?.found ?? null);
  readonly people = computed(() => this.pages().flatMap((page) => (page.unit === 'people' ? page.found.people : [])));
  readonly organisations = computed(() =>
    this.pages().flatMap((page) => (page.unit === 'organisations' ? page.found.organisations : [])),
  );
  readonly loading = this.first.loading;
  readonly failed = this.first.failed;
  readonly searching = this.first.reading;
  /** More can be asked for. */
  readonly hasMore = computed(() => (this.pages().at(-1)?.found.next ?? null) !== null);
  readonly readingMore = this.reaching.asReadonly();
  readonly failedMore = this.unreached.asReadonly();
  readonly saved = computed(() => this.kept.value() ?? []);
  private readonly pages = computed(() => {
    const first = this.first.value();
    return first ? [first, ...this.further()] : [];
  });

  constructor() {
    const again = ({ eventId }: { eventId: string }): void => {
      // Who has read on keeps their place: a page that shrinks under the eyes is worse than a minute's age.
      if (this.first.value() && this.further().length === 0 && (!eventId || eventId === this.event())) {
        void this.first.refresh();
      }
    };
    this.realtime.onHint('participants.changed', again);
    this.realtime.on('meeting_request.changed', again);
    this.realtime.on('meeting.changed', again);
    // Each language has an order of its own.
    let order = this.words.lang();
    effect(() => {
      const lang = this.words.lang();
      if (lang === order) return;
      order = lang;
      untracked(() => this.first.value() && void this.again());
    });
  }

  show(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.first.reset();
      this.event.set(eventId);
      this.wanted.set(everybody);
    }
    void this.kept.ensure();
    return this.again();
  }

  narrow(filter: DirectoryFilter): Promise<void> {
    this.wanted.set({ ...filter, q: filter.q.trim() });
    return this.again();
  }

  look(unit: Unit): Promise<void> {
    if (unit !== untracked(this.wantedUnit)) {
      this.wantedUnit.set(unit);
      this.first.reset();
    }
    return this.again();
  }

  again(): Promise<void> {
    this.further.set([]);
    this.unreached.set(null);
    return this.first.refresh();
  }

  /** The next page, after those that are shown. */
  async more(): Promise<void> {
    const shown = untracked(this.pages);
    const after = shown.at(-1)?.found.next;
    if (!after || untracked(this.reaching)) return;
    this.reaching.set(true);
    this.unreached.set(null);
    try {
      const page = await this.page(after);
      // Narrowed meanwhile: the page belongs to what was asked before.
      if (untracked(this.pages).at(-1) === shown.at(-1)) this.further.update((pages) => [...pages, page]);
    } catch (error) {
      this.unreached.set(asRefusal(error));
    } finally {
      this.reaching.set(false);
    }
  }

  async save(name: string): Promise<void> {
    await this.api.save(name, untracked(this.wanted));
    await this.kept.refresh();
  }

  async forget(filterId: FilterId): Promise<void> {
    await this.api.remove(filterId);
    await this.kept.refresh();
  }

  /** Takes "not interested" back. */
  async restore(participantId: ParticipantId): Promise<void> {
    await this.matchmaking.restore(untracked(this.event)!, participantId);
    const shown = (page: Page): Page =>
      page.unit === 'people'
        ? {
            unit: 'people',
            found: {
              ...page.found,
              people: page.found.people.map((one) =>
                one.participantId === participantId ? { ...one, dismissed: false } : one,
              ),
            },
          }
        : page;
    this.first.change(shown);
    this.further.update((pages) => pages.map(shown));
  }

  private async page(after: string | null): Promise<Page> {
    const [eventId, filter, unit] = untracked(() => [this.event()!, this.wanted(), this.wantedUnit()] as const);
    return unit === 'people'
      ? { unit, found: await this.api.people(eventId, filter, after) }
      : { unit, found: await this.api.organisations(eventId, filter, after) };
  }
}
