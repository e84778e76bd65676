import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import type { Lang } from '@musubi/contracts';
import { BASE_PATH } from '../api/base-path';

export interface PageHeadings {
  title: string;
  description?: string;
  /** Path below the language, `/events/x`: the page exists at `/en…` and `/ja…`. Left out where a page has no public address. */
  path?: string;
  lang: Lang;
  /** `schema.org` data of the page. */
  data?: object;
}

/** What the page says of itself in its head: to readers, search engines and calendars of other sites. */
@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);
  private readonly basePath = inject(BASE_PATH);

  set({ title, description, path, lang, data }: PageHeadings): void {
    this.title.setTitle(title);
    for (const [name, content] of [
      ['description', description],
      ['og:title', description ? title : undefined],
      ['og:description', description],
    ] as const) {
      const attribute = name.startsWith('og:') ? 'property' : 'name';
      if (content) this.meta.updateTag({ [attribute]: name, content });
      else this.meta.removeTag(`${attribute}="${name}"`);
    }
    for (const old of this.document.head.querySelectorAll('[data-page-head]')) old.remove();
    if (path !== undefined) {
      this.link('canonical', this.address(lang, path));
      for (const other of ['en', 'ja'] as const) this.link('alternate', this.address(other, path), other);
      this.link('alternate', this.address('en', path), 'x-default');
    }
    if (data) this.script(data);
  }

  /** The whole address of a public page. */
  address(lang: Lang, path: string): string {
    return `${this.document.location.origin}${this.basePath}${lang}${path}`;
  }

  private link(rel: string, href: string, hreflang?: string): void {
    const link = this.document.createElement('link');
    link.rel = rel;
    link.href = href;
    if (hreflang) link.hreflang = hreflang;
    this.append(link);
  }

  private script(data: object): void {
    const script = this.document.createElement('script');
    script.type = 'application/ld+json';
    // A closing tag inside a text would end the script.
    script.textContent = JSON.stringify(data).replaceAll('<', '\\u003c');
    this.append(script);
  }

  private append(element: HTMLElement): void {
    element.setAttribute('data-page-head', '');
    this.document.head.appendChild(element);
  }
}
