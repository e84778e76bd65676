import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { DirectoryPeople, EventId, ParticipantCard } from '@musubi/contracts';
import { asRefusal, type Refusal } from '../../core/problem/problem';
import { DirectoryApi } from '../directory/directory-api';
import { everybody } from '../directory/directory-filter';
import { MatchmakingStore } from '../matchmaking/matchmaking-store';
import { Reading } from '../reading';

/** Everybody of an event's directory, those first who are suggested; searched by words, page by page. */
@Injectable({ providedIn: 'root' })
export class PeopleToChoose {
  private readonly api = inject(DirectoryApi);
  private readonly suggestions = inject(MatchmakingStore);
  private readonly event = signal<EventId | null>(null);
  private readonly words = signal('');
  private readonly first = new Reading<DirectoryPeople>(() => this.page(null));
  private readonly further = signal<readonly DirectoryPeople[]>([]);
  private readonly unreached = signal<Refusal | null>(null);

  readonly text = this.words.asReadonly();
  readonly loading = computed(() => this.first.loading() || (this.words() === '' && this.suggestions.loading()));
  readonly failed = this.first.failed;
  readonly failedMore = this.unreached.asReadonly();
  readonly total = computed(() => this.first.value()?.total ?? 0);
  readonly searching = this.first.reading;
  /** Who is suggested, best first; nobody while something is searched for. */
  readonly suggested = computed<readonly ParticipantCard[]>(() =>
    this.words() === '' ? this.suggestions.all().map(({ participant }) => participant) : [],
  );
  readonly others = computed<readonly ParticipantCard[]>(() => {
    const known = new Set(this.suggested().map(({ participantId }) => participantId));
    return this.pages().flatMap(({ people }) => people.filter(({ participantId }) => !known.has(participantId)));
  });
  readonly hasMore = computed(() => (this.pages().at(-1)?.next ?? null) !== null);
  private readonly pages = computed(() => {
    const first = this.first.value();
    return first ? [first, ...this.further()] : [];
  });

  show(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.first.reset();
      this.event.set(eventId);
      this.words.set('');
    }
    void this.suggestions.show(eventId);
    return this.again();
  }

  search(text: string): Promise<void> {
    this.words.set(text.trim());
    return this.again();
  }

  again(): Promise<void> {
    this.further.set([]);
    this.unreached.set(null);
    return this.first.refresh();
  }

  async more(): Promise<void> {
    const shown = untracked(this.pages);
    const after = shown.at(-1)?.next;
    if (!after) return;
    this.unreached.set(null);
    try {
      const page = await this.page(after);
      // Searched meanwhile: the page belongs to what was asked before.
      if (untracked(this.pages).at(-1) === shown.at(-1)) this.further.update((pages) => [...pages, page]);
    } catch (error) {
      this.unreached.set(asRefusal(error));
    }
  }

  private page(after: string | null): Promise<DirectoryPeople> {
    return this.api.people(untracked(this.event)!, { ...everybody, q: untracked(this.words) }, after);
  }
}
