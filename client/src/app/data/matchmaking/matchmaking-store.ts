import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, ParticipantId, RecommendationView } from '@musubi/contracts';
import { Behalf } from '../../core/login/behalf';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { MatchmakingApi } from './matchmaking-api';

/** Who is suggested to me at one event, best first. Who was dismissed stays in its place, folded, until I leave. */
@Injectable({ providedIn: 'root' })
export class MatchmakingStore {
  private readonly api = inject(MatchmakingApi);
  private readonly realtime = inject(Realtime);
  private readonly event = signal<EventId | null>(null);
  private readonly at = signal<string | null>(null);
  private readonly read = new Reading<RecommendationView[]>(() => this.api.recommendations(this.event()!, this.at()));
  private readonly folded = signal<readonly RecommendationView[]>([]);

  readonly all = computed(() => withFolded(this.read.value() ?? [], this.folded()));
  readonly dismissed = computed<ReadonlySet<string>>(
    () => new Set(this.folded().map(({ participant }) => participant.participantId)),
  );
  /** Suggested and neither dismissed nor in touch with me already. */
  readonly open = computed(() =>
    this.all().filter(({ participant, inTouch }) => !inTouch && !this.dismissed().has(participant.participantId)),
  );
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    inject(Behalf).onSwitch(() => {
      this.read.reset();
      this.folded.set([]);
      if (this.event()) void this.read.refresh();
    });
    const again = ({ eventId }: { eventId: string }): void => {
      if (this.event() && (!eventId || eventId === this.event())) void this.read.refresh();
    };
    this.realtime.on('meeting_request.changed', again);
    this.realtime.on('meeting.changed', again);
    this.realtime.onHint('participants.changed', again);
    this.realtime.on('opportunity.changed', () => {
      if (this.event()) void this.read.refresh();
    });
    this.realtime.onReload(() => {
      if (this.event()) void this.read.refresh();
    });
  }

  /** @param at only those who could meet me in the slot that begins then */
  show(eventId: EventId, at: string | null = null): Promise<void> {
    if (untracked(this.event) !== eventId || untracked(this.at) !== at) {
      this.read.reset();
      this.folded.set([]);
      this.event.set(eventId);
      this.at.set(at);
    }
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  /** Forgets what was folded: the page was left. */
  unfold(): void {
    this.folded.set([]);
  }

  /** "Not interested": hard and private. Folded at once; comes back if the server refuses. */
  async dismiss(participantId: ParticipantId): Promise<void> {
    const one = this.all().find(({ participant }) => participant.participantId === participantId);
    if (!one) return;
    this.folded.update((folded) => [...folded, one]);
    try {
      await this.api.dismiss(this.event()!, participantId);
    } catch (refusal) {
      this.drop(participantId);
      throw refusal;
    }
  }

  async restore(participantId: ParticipantId): Promise<void> {
    const was = this.folded();
    this.drop(participantId);
    const one = was.find(({ participant }) => participant.participantId === participantId);
    if (one) this.read.change((all) => withFolded(all, [one]));
    try {
      await this.api.restore(this.event()!, participantId);
    } catch (refusal) {
      this.folded.set(was);
      throw refusal;
    }
  }

  private drop(participantId: ParticipantId): void {
    this.folded.update((folded) => folded.filter(({ participant }) => participant.participantId !== participantId));
  }
}

/** A dismissed one keeps its place by score, also after the server stopped naming it. */
function withFolded(all: readonly RecommendationView[], folded: readonly RecommendationView[]): RecommendationView[] {
  const named = new Set(all.map(({ participant }) => participant.participantId));
  const gone = folded.filter(({ participant }) => !named.has(participant.participantId));
  return gone.length === 0 ? [...all] : [...all, ...gone].sort((a, b) => b.score - a.score);
}
