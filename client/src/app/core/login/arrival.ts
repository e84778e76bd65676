import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { LoginState } from '@musubi/contracts';
import { Language } from '../i18n/language';
import { Login } from './login';

/** What follows a sign-in: the person's own language, a second factor where their role asks for it, and where they were going. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private readonly login = inject(Login);
  private readonly language = inject(Language);
  private readonly router = inject(Router);

  /** @param returnTo a path of this site; anything else is ignored */
  async go(state: LoginState, returnTo: string | null | undefined): Promise<void> {
    this.login.accept(state);
    if (state.me) await this.language.remember(state.me.lang);
    const to = isOwnPath(returnTo) ? returnTo : isOwnPath(state.returnTo) ? state.returnTo : '/app';
    if (state.secondFactor === 'enrol' || state.secondFactor === 'required') {
      await this.router.navigate(['/sign-in/second-factor'], { queryParams: { returnTo: to } });
      return;
    }
    await this.router.navigateByUrl(to);
  }
}

/** A path of this site, not `//elsewhere`. */
export function isOwnPath(path: string | null | undefined): path is string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path);
}
