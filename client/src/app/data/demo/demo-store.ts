import { inject, Injectable } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { DemoState } from '@musubi/contracts';
import { Reading } from '../reading';
import { DemoApi } from './demo-api';

/** Whom one can be, and where the clock may jump: the same from start to end of a demo. */
@Injectable({ providedIn: 'root' })
export class DemoStore {
  private readonly api = inject(DemoApi);
  readonly state = new Reading<DemoState>(() => this.api.state());
}

/** For the route: the page is drawn with its people, on the server too. It stands without them where there is no demo. */
export const knowDemo: ResolveFn<boolean> = async () => {
  await inject(DemoStore).state.ensure();
  return true;
};
