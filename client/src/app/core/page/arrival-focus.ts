import { isPlatformServer } from '@angular/common';
import { DOCUMENT, inject, Injectable, PLATFORM_ID } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { swapLang } from '../i18n/language';

/** After going to another page the focus is at its start, so that the tab key and screen readers begin there. */
@Injectable({ providedIn: 'root' })
export class ArrivalFocus {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));
  private last: string | null = null;

  start(): void {
    if (this.onServer) return;
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(({ urlAfterRedirects }) => {
      // The same page with another query, fragment or language keeps its focus.
      const page = swapLang(urlAfterRedirects, 'en').split(/[?#]/)[0]!;
      if (this.last !== null && this.last !== page) setTimeout(() => this.arrive());
      this.last = page;
    });
  }

  private arrive(): void {
    // A page may have put the focus where it wants it.
    const { activeElement, body } = this.document;
    const main = this.document.getElementById('main');
    if (main && (activeElement === body || !activeElement || !main.contains(activeElement))) {
      main.focus({ preventScroll: true });
    }
  }
}
