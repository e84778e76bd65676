import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, SessionView, StageStanding, StageState } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { sessionMoment, type SessionMoment } from '../programme/session-moment';
import { Reading } from '../reading';
import { StageApi } from './stage-api';

/** How far the stages of one event have come; that one goes live or ends arrives by itself. */
@Injectable({ providedIn: 'root' })
export class StageStandings {
  private readonly api = inject(StageApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<StageStanding[]>(() => this.api.standings(this.event()!));
  private readonly states = computed(() => {
    const standings = this.read.value();
    return standings && new Map(standings.map(({ sessionId, state }) => [sessionId, state]));
  });

  constructor() {
    const realtime = inject(Realtime);
    realtime.onHint('stages.changed', ({ eventId }) => {
      if (this.event() && (!eventId || eventId === this.event())) void this.read.refresh();
    });
    realtime.onReload(() => {
      if (this.event()) void this.read.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  /** Null until the stages were read: then a session goes by the clock. */
  stateOf(sessionId: string): StageState | null {
    const states = this.states();
    return states && (states.get(sessionId as never) ?? 'backstage');
  }

  momentOf(session: SessionView, now: Temporal.Instant): SessionMoment {
    return sessionMoment(session, this.stateOf(session.sessionId), now);
  }
}
