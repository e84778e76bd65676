import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type {
  AssistantId,
  AssistantsView,
  DelegationPut,
  DelegationView,
  EventId,
  ParticipantId,
} from '@musubi/contracts';
import { Behalf } from '../../core/login/behalf';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { DelegationApi } from './delegation-api';

/** My organisation's people at one event, and who acts for whom; kept up to date. */
@Injectable({ providedIn: 'root' })
export class DelegationStore {
  private readonly api = inject(DelegationApi);
  private readonly behalf = inject(Behalf);
  private readonly event = signal<EventId | null>(null);
  private readonly viewRead = new Reading<DelegationView>(() => this.api.view(this.event()!));
  private readonly assistantsRead = new Reading<AssistantsView>(() => this.api.assistants(this.event()!));

  /** The event whose delegation this is. */
  readonly eventId = this.event.asReadonly();
  readonly view = this.viewRead.value;
  readonly assistants = this.assistantsRead.value;
  readonly loading = computed(() => this.viewRead.loading() || this.assistantsRead.loading());
  readonly failed = computed(() => this.viewRead.failed() ?? this.assistantsRead.failed());
  /** Meetings for which nobody comes. */
  readonly unassigned = computed(() => (this.view()?.meetings ?? []).filter(({ memberId }) => memberId === null));
  /** Whether there are colleagues with whom one shares meetings. */
  readonly shares = computed(() => {
    const view = this.view();
    return view !== null && (view.belongs || view.mayKeep) && (view.members.length > 1 || view.meetings.length > 0);
  });
  /** For whom I may act. */
  readonly principals = computed(() =>
    (this.assistants()?.others ?? []).filter(({ state }) => state === 'active').map(({ principal }) => principal),
  );
  /** Whom I act for, as one of my organisation's people; null for myself, and until they are read. */
  readonly principal = computed(() => {
    const acting = this.behalf.of()?.participantId;
    const members = this.view()?.members ?? [];
    return members.find(({ participant }) => participant.participantId === acting)?.participant ?? null;
  });

  constructor() {
    const realtime = inject(Realtime);
    const mine = ({ eventId }: { eventId: string }): void => {
      if (eventId === this.event()) void this.refresh();
    };
    realtime.on('delegation.changed', mine);
    realtime.on('meeting.changed', mine);
    realtime.onReload(() => {
      if (this.event()) void this.refresh();
    });
  }

  async open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.viewRead.reset();
      this.assistantsRead.reset();
      this.event.set(eventId);
    }
    await this.refresh();
  }

  /** Whoever acts for me no longer, or I for them, is told by what is read. */
  async refresh(): Promise<void> {
    await Promise.all([this.viewRead.refresh(), this.assistantsRead.refresh()]);
    const acting = untracked(this.behalf.of);
    if (acting && !untracked(this.principals).some(({ participantId }) => participantId === acting.participantId))
      this.behalf.choose(null);
  }

  /** Shown at once, taken back if refused. */
  async keep(delegation: DelegationPut): Promise<void> {
    const parts = new Map(delegation.parts.map(({ participantId, part }) => [participantId, part]));
    this.viewRead.change((view) => ({
      ...view,
      mode: delegation.mode,
      members: view.members.map((one) => ({ ...one, part: parts.get(one.participant.participantId) ?? one.part })),
    }));
    await this.settled(this.api.keep(this.event()!, delegation));
  }

  async ask(participantId: ParticipantId): Promise<void> {
    await this.settled(this.api.ask(this.event()!, participantId));
  }

  async change(assistantId: AssistantId, change: 'accept' | 'end'): Promise<void> {
    await this.settled(this.api.change(assistantId, change));
  }

  /** Whatever came of it, what is shown afterwards is what stands. */
  private async settled(command: Promise<unknown>): Promise<void> {
    try {
      await command;
    } finally {
      await this.refresh();
    }
  }
}
