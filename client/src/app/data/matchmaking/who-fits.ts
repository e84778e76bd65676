import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import type { EventId, RecommendationView } from '@musubi/contracts';
import { OpportunitiesStore } from '../profiles/opportunities-store';
import { ParticipantsStore } from '../registration/participants-store';
import { MatchmakingStore } from './matchmaking-store';

/** How many fit what the reader's organisation has published, and share a free slot with the reader. */
@Injectable({ providedIn: 'root' })
export class WhoFits {
  private readonly matchmaking = inject(MatchmakingStore);
  private readonly participants = inject(ParticipantsStore);
  private readonly opportunities = inject(OpportunitiesStore);

  readonly count = computed(() => this.matchmaking.open().filter(fits).length);
  /** There is nothing that anybody could fit yet. */
  readonly nothingPublished = computed(
    () =>
      this.opportunities.organisationId() !== null &&
      !this.opportunities.loading() &&
      this.opportunities.failed() === null &&
      this.opportunities.published().length === 0,
  );

  constructor() {
    effect(() => {
      const organisationId = this.participants.me()?.organisation.organisationId;
      if (organisationId) untracked(() => void this.opportunities.open(organisationId));
    });
  }

  show(eventId: EventId): void {
    void this.participants.open(eventId);
    void this.matchmaking.show(eventId);
  }
}

/** What one seeks and the other offers; a common field or language alone is no match. */
function fits({ reasons, sharedSlots }: RecommendationView): boolean {
  return sharedSlots > 0 && reasons.some(({ part, strength }) => part === 'complement' && strength !== 'none');
}
