import { inject, Injectable, signal } from '@angular/core';
import { type OrganisationId, profilePagesAtOnce } from '@musubi/contracts';
import { Login } from '../../core/login/login';
import { Realtime } from '../../core/realtime/realtime';
import { ProfilesApi } from './profiles-api';

/** Where the pages of organisations are that this person may open: asked for once each, those of one view together. */
@Injectable({ providedIn: 'root' })
export class ProfilePages {
  private readonly api = inject(ProfilesApi);
  private readonly login = inject(Login);
  private readonly slugs = signal<ReadonlyMap<string, string>>(new Map());
  private asked = new Set<OrganisationId>();
  private next: OrganisationId[] = [];
  private person: string | null = null;

  constructor() {
    inject(Realtime).onReload(() => this.forget());
  }

  /** The end of the page's address; null where there is none to be opened, or that is not known yet. */
  slugOf(organisationId: OrganisationId): string | null {
    return this.slugs().get(organisationId) ?? null;
  }

  want(organisationId: OrganisationId): void {
    const person = this.login.me()?.userId ?? null;
    if (this.person !== person) {
      this.forget();
      this.person = person;
    }
    if (!person || this.asked.has(organisationId)) return;
    this.asked.add(organisationId);
    this.next.push(organisationId);
    if (this.next.length === 1) queueMicrotask(() => void this.ask());
  }

  private forget(): void {
    this.asked = new Set();
    this.next = [];
    this.slugs.set(new Map());
  }

  private async ask(): Promise<void> {
    const [all, asked] = [this.next, this.asked];
    this.next = [];
    for (let from = 0; from < all.length; from += profilePagesAtOnce) {
      const some = all.slice(from, from + profilePagesAtOnce);
      try {
        const pages = await this.api.pages(some);
        // Somebody else's, or read anew meanwhile.
        if (asked !== this.asked) return;
        this.slugs.update(
          (known) => new Map([...known, ...pages.map((one) => [one.organisationId, one.slug] as const)]),
        );
      } catch {
        // Names stand without a link; whoever looks again asks again.
        for (const one of some) asked.delete(one);
      }
    }
  }
}
