import { computed, inject, Injectable, signal } from '@angular/core';
import type { MyRegistration } from '@musubi/contracts';
import { Login } from '../../core/login/login';
import { Realtime } from '../../core/realtime/realtime';
import { RegistrationsApi } from './registrations-api';

/** The events that the person signed in takes part in. */
@Injectable({ providedIn: 'root' })
export class RegistrationsStore {
  private readonly api = inject(RegistrationsApi);
  private readonly login = inject(Login);
  private readonly read = signal<{ userId: string; all: readonly MyRegistration[] } | null>(null);

  /** By start; null until read. */
  readonly mine = computed(() => {
    const read = this.read();
    return read && read.userId === this.login.me()?.userId ? read.all : null;
  });

  constructor() {
    const realtime = inject(Realtime);
    realtime.on('registration.changed', () => void this.refresh().catch(() => undefined));
    realtime.onReload(() => void this.refresh().catch(() => undefined));
  }

  async load(): Promise<readonly MyRegistration[]> {
    return this.mine() ?? this.refresh();
  }

  async refresh(): Promise<readonly MyRegistration[]> {
    const userId = this.login.me()?.userId;
    if (!userId) return [];
    const all = await this.api.mine();
    this.read.set({ userId, all });
    return all;
  }
}
