import { computed, inject, Injectable, PLATFORM_ID, signal } from '@angular/core';
import { isPlatformServer } from '@angular/common';
import type { LoginState, Me, MePatch } from '@musubi/contracts';
import { Api } from '../api/api';
import { Clock } from '../clock/clock';
import { Drafts } from '../drafts/drafts';

/** Who is signed in in this browser. Public pages ask only after they are shown: their HTML is the same for everybody. */
@Injectable({ providedIn: 'root' })
export class Login {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly drafts = inject(Drafts);
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));
  private readonly known = signal<LoginState | null>(null);
  private asking: Promise<LoginState> | undefined;

  /** Null until the server was asked. */
  readonly state = this.known.asReadonly();
  readonly me = computed(() => this.known()?.me ?? null);
  readonly secondFactor = computed(() => this.known()?.secondFactor ?? 'not_needed');
  readonly demo = computed(() => this.known()?.demo ?? false);
  readonly isOrganiser = computed(() => mayOrganise(this.me()));

  /** Asks once; later calls get what is known. */
  load(): Promise<LoginState> {
    if (this.onServer) return Promise.resolve({ me: null, secondFactor: 'not_needed', demo: false });
    this.asking ??= this.api.get<LoginState>('/login', {}, { fresh: true }).then(
      (state) => this.accept(state),
      (error: unknown) => {
        this.asking = undefined;
        throw error;
      },
    );
    return this.asking;
  }

  /** Asks again: something that belongs to the person was changed elsewhere. */
  async reload(): Promise<LoginState> {
    this.asking = undefined;
    return this.load();
  }

  /** A command answered with a new state: signed in, second factor done. */
  accept(state: LoginState): LoginState {
    this.asking = Promise.resolve(state);
    this.known.set(state);
    this.drafts.belongTo(state.me?.userId ?? null);
    // Somebody who has not yet said who they are has not chosen a zone either: their device's is the better guess.
    this.clock.usePersonZone(state.me?.name ? state.me.zone : null);
    return state;
  }

  async change(patch: MePatch): Promise<Me> {
    const me = await this.api.patch<Me>('/me', patch);
    const state = this.known();
    if (state) this.accept({ ...state, me });
    return me;
  }

  async signOut(): Promise<void> {
    // What was typed a moment ago is kept with the account, not on this device.
    await this.drafts.keepAll();
    await this.api.delete('/login');
    this.ended();
  }

  /** The server ended this login (signed out, here or elsewhere; revoked). This device forgets what was typed. */
  ended(): void {
    void this.drafts.clearAll();
    const { demo = false } = this.known() ?? {};
    this.accept({ me: null, secondFactor: 'not_needed', demo });
  }
}

export function mayOrganise(me: Me | null): boolean {
  return me?.grants.some(({ role }) => role === 'organiser' || role === 'owner') ?? false;
}
