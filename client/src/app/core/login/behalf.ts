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
  /^\/events\/[^/]+\/(meeting-requests|slots|availability|meetings|instant-bookings)(\/|$)/,
  /^\/events\/[^/]+\/recommendations$/,
  /^\/meeting-requests\/[^/]+(\/(accept|decline|counter|withdraw))?$/,
  /^\/meetings\/[^/]+(\/(cancel|reschedule|colleagues|hand-over|hand-back))?$/,
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

  /** What was read for one is not shown to the other. */
  onSwitch(tell: () => void): void {
    this.listeners.add(tell);
  }

  /** @param path of the API, without query */
  headers(path: string): Record<string, string> {
    const principal = this.chosen();
    return principal && shared.some((one) => one.test(path)) ? { 'on-behalf-of': principal.participantId } : {};
  }
}
