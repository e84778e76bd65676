import { Injectable, signal } from '@angular/core';
import type { EventId, ParticipantId, PersonName } from '@musubi/contracts';

/** A colleague for whom the person signed in acts, at one event. */
export interface Principal {
  readonly participantId: ParticipantId;
  readonly name: PersonName;
  readonly eventId: EventId;
}

/** What may be read and done for somebody else; everything else is one's own, whoever one acts for. */
const shared = [
  /^\/events\/[^/]+\/(meeting-requests|slots|group-slots|availability|meetings|instant-bookings)(\/|$)/,
  /^\/events\/[^/]+\/recommendations$/,
  /^\/meeting-requests\/[^/]+(\/(accept|decline|counter|withdraw))?$/,
  /^\/meetings\/[^/]+(\/(slots|cancel|reschedule|colleagues|hand-over|hand-back))?$/,
];

/**
 * For whom the person signed in acts: for themselves unless they say otherwise, and again after each reload. The login
 * stays their own; each request that may be made for somebody says for whom.
 */
@Injectable({ providedIn: 'root' })
export class Behalf {
  private readonly chosen = signal<Principal | null>(null);
  private readonly listeners = new Set<() => void>();

  /** Null: for oneself. */
  readonly of = this.chosen.asReadonly();

  choose(principal: Principal | null): void {
    if (this.chosen()?.participantId === principal?.participantId) return;
    this.chosen.set(principal);
    for (const tell of this.listeners) tell();
  }

  /** What was read for one is not shown to the other. Returns the way to stop. */
  onSwitch(tell: () => void): () => void {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  }

  /**
   * @param path of the API, without query
   * @param principal for whom a command was given that is sent later, where that is no longer whom one acts for
   */
  headers(path: string, principal: Principal | null = this.chosen()): Record<string, string> {
    return principal && shared.some((one) => one.test(path)) ? { 'on-behalf-of': principal.participantId } : {};
  }
}
