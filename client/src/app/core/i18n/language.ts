import { DOCUMENT, inject, Injectable, PLATFORM_ID, REQUEST } from '@angular/core';
import { isPlatformServer } from '@angular/common';
import { Router, TitleStrategy } from '@angular/router';
import type { Lang } from '@musubi/contracts';
import { BASE_PATH } from '../api/base-path';
import { Cookies } from './cookies';
import { Words } from './words';

const langs: readonly Lang[] = ['en', 'ja'];

export function isLang(text: string | null | undefined): text is Lang {
  return langs.includes(text as Lang);
}

/** The language that an Accept-Language header likes best. */
export function preferredLang(accept: string | null | undefined): Lang {
  const wishes = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean);
      return { lang: tag.slice(0, 2).toLowerCase(), q: q === undefined ? 1 : Number(q) };
    })
    .filter((wish): wish is { lang: Lang; q: number } => isLang(wish.lang));
  return wishes.sort((a, b) => b.q - a.q)[0]?.lang ?? 'en';
}

/** Which language the page is in. Public pages say it in their address; the others keep it in a cookie. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly words = inject(Words);
  private readonly cookies = inject(Cookies);
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));
  private readonly basePath = inject(BASE_PATH);
  private readonly router = inject(Router);
  private readonly titles = inject(TitleStrategy);

  readonly current = this.words.lang;

  /** Before the first page: by address, else cookie, else what the browser asks for. */
  async start(): Promise<void> {
    const url = this.onServer ? (this.request?.url ?? '') : this.document.location.href;
    const path = url ? new URL(url).pathname : '/';
    const first = path.slice(path.startsWith(this.basePath) ? this.basePath.length : 1).split('/')[0];
    await this.show(isLang(first) ? first : this.remembered());
  }

  /** The cookie's, else the browser's: where an address names none. */
  remembered(): Lang {
    const cookie = this.cookies.read('lang');
    if (isLang(cookie)) return cookie;
    return preferredLang(
      this.onServer
        ? this.request?.headers.get('accept-language')
        : this.document.defaultView?.navigator.languages.join(','),
    );
  }

  /** Shows the page in `lang` without remembering it: what an address says. */
  async show(lang: Lang): Promise<void> {
    await this.words.use(lang);
    this.document.documentElement.lang = lang;
  }

  /** The language of the person who signed in: remembered and shown. */
  async remember(lang: Lang): Promise<void> {
    this.cookies.write('lang', lang);
    await this.show(lang);
  }

  /** A person chose `lang`: remembered, and the same page shown in it; a public page keeps its place by its address. */
  async choose(lang: Lang): Promise<void> {
    this.cookies.write('lang', lang);
    const here = this.router.url;
    const inOther = swapLang(here, lang);
    if (inOther !== here) {
      await this.router.navigateByUrl(inOther, { replaceUrl: true });
      return;
    }
    await this.show(lang);
    this.titles.updateTitle(this.router.routerState.snapshot);
  }
}

/** `/en/events/x?y` → `/ja/events/x?y`; an address without a language stays as it is. */
export function swapLang(url: string, lang: Lang): string {
  return url.replace(/^\/(en|ja)(?=[/?#]|$)/, `/${lang}`);
}
