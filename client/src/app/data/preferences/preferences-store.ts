import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, MeetingPreference, ParticipantCard, PreferencesView } from '@musubi/contracts';
import { Behalf } from '../../core/login/behalf';
import { Realtime } from '../../core/realtime/realtime';
import { Gathering } from '../gathering';
import { Reading } from '../reading';
import { PreferencesApi } from './preferences-api';

/** Whom I want to meet at one event, before its organisers plan the meetings. */
@Injectable({ providedIn: 'root' })
export class PreferencesStore {
  private readonly api = inject(PreferencesApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<PreferencesView>(() => this.api.mine(this.event()!));
  private readonly changed = new Gathering(() => void this.read.refresh());
  /** Sent and not yet answered, by participant. */
  private readonly sent = signal<ReadonlyMap<string, MeetingPreference>>(new Map());

  readonly view = this.read.value;
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  private readonly byPerson = computed(() => {
    const said = (this.read.value()?.preferences ?? []).map(
      ({ participant, preference }) => [participant.participantId as string, preference as MeetingPreference] as const,
    );
    return new Map<string, MeetingPreference>([...said, ...this.sent()]);
  });
  readonly counts = computed(() => {
    const all = [...this.byPerson().values()];
    const of = (preference: MeetingPreference): number => all.filter((one) => one === preference).length;
    return { must: of('must'), meet: of('meet'), no_thanks: of('no_thanks') };
  });

  constructor() {
    inject(Behalf).onSwitch(() => {
      this.read.reset();
      if (this.event()) void this.read.refresh();
    });
    const realtime = inject(Realtime);
    realtime.onReload(() => {
      if (this.event()) void this.read.refresh();
    });
    // A plan is out or taken back, or they are asked for until another time.
    realtime.onHint('plan.changed', ({ eventId }) => {
      if (eventId === this.event()) this.changed.ask();
    });
  }

  show(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.sent.set(new Map());
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  of(participantId: string): MeetingPreference {
    return this.byPerson().get(participantId) ?? 'none';
  }

  /** Shown at once, taken back if refused. */
  async say({ participantId }: Pick<ParticipantCard, 'participantId'>, preference: MeetingPreference): Promise<void> {
    this.sent.update((all) => new Map(all).set(participantId, preference));
    try {
      const view = await this.api.say(this.event()!, participantId, preference);
      this.read.change(() => view);
    } finally {
      this.sent.update((all) => {
        const rest = new Map(all);
        // What was said since is still under way.
        if (rest.get(participantId) === preference) rest.delete(participantId);
        return rest;
      });
    }
  }
}
