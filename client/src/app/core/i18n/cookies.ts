import { DOCUMENT, inject, Injectable, PLATFORM_ID, REQUEST } from '@angular/core';
import { isPlatformServer } from '@angular/common';
import { BASE_PATH } from '../api/base-path';

/** Plain cookies that the page itself may read: the language and nothing secret. */
@Injectable({ providedIn: 'root' })
export class Cookies {
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));
  private readonly path = inject(BASE_PATH);

  read(name: string): string | null {
    const all = this.onServer ? (this.request?.headers.get('cookie') ?? '') : this.document.cookie;
    const found = all.split('; ').find((pair) => pair.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
  }

  /** Kept for a year. */
  write(name: string, value: string): void {
    if (this.onServer) return;
    const secure = this.document.location.protocol === 'https:' ? '; secure' : '';
    this.document.cookie = `${name}=${encodeURIComponent(value)}; path=${this.path}; max-age=31536000; samesite=lax${secure}`;
  }
}
