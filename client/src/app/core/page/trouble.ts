import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';
import { BASE_PATH } from '../api/base-path';
import { asRefusal, Refusal } from '../problem/problem';

const RELOADED = 'musubi.reloaded-for';

/** What happens when a page cannot be opened: the address stays, and the page says why. */
@Injectable({ providedIn: 'root' })
export class Trouble {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly basePath = inject(BASE_PATH);
  private readonly met = signal<{ refusal: Refusal; url: string } | null>(null);

  /** The last page that could not be opened, and why. */
  readonly last = this.met.asReadonly();

  readonly answer = ({ error, url }: NavigationError): RedirectCommand | undefined => {
    if (isOldBuild(error) && this.reload(url)) return undefined;
    const refusal = isOldBuild(error) ? new Refusal({ code: 'offline' }) : asRefusal(error);
    if (refusal.code === 'login.required') {
      return new RedirectCommand(this.router.createUrlTree(['/sign-in'], { queryParams: { returnTo: url } }));
    }
    this.met.set({ refusal, url });
    return new RedirectCommand(this.router.parseUrl('/trouble'), { skipLocationChange: true });
  };

  /** A newer release has replaced the scripts: load the page anew, once for an address. */
  private reload(url: string): boolean {
    const window = this.document.defaultView;
    try {
      if (!window || window.sessionStorage.getItem(RELOADED) === url) return false;
      window.sessionStorage.setItem(RELOADED, url);
    } catch {
      return false;
    }
    window.location.assign(this.basePath + url.slice(1));
    return true;
  }
}

/** Browsers say it each in their own words. */
function isOldBuild(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|error loading dynamically/i.test(error.message)
  );
}
