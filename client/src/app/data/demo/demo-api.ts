import { inject, Injectable } from '@angular/core';
import type { ClockState, DemoState, LoginState, UserId } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** The demo's door: its people, and its clock. */
@Injectable({ providedIn: 'root' })
export class DemoApi {
  private readonly api = inject(Api);

  state(): Promise<DemoState> {
    return this.api.get('/demo');
  }

  signIn(userId: UserId): Promise<LoginState> {
    return this.api.post('/demo/sign-in', { userId });
  }

  /** @param to ISO instant; the clock only moves forward */
  jump(to: string): Promise<ClockState> {
    return this.api.post('/demo/clock', { to });
  }
}
