import { inject, Injectable, type Signal, signal } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { BilingualText, Lang } from '@musubi/contracts';
import { WORDS_SOURCE } from './words-source';

export type WordParams = Readonly<Record<string, string | number>>;

/** The areas that every page has at hand. */
const always = ['common', 'problem'] as const;

/**
 * The words of the interface. `t('common.save')` in a template follows the language; areas are loaded by their route
 * (`resolve: { words: words('home') }`), so that a page never shows a bare key.
 */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly source = inject(WORDS_SOURCE);
  private readonly areas = new Set<string>(always);
  private readonly loads = new Map<string, Promise<void>>();
  private readonly current = signal<Lang>('en');

  /** The language on the screen; it changes once every loaded area is there in it. */
  readonly lang: Signal<Lang> = this.current.asReadonly();

  /** The words of a key such as `common.save`, with `{{name}}` filled in. */
  readonly t = (key: string, params?: WordParams): string =>
    this.transloco.translate<string>(key, params as Record<string, string | number>, this.current());

  /** Whether there are words for the key, in the language on the screen. */
  readonly has = (key: string): boolean => key in this.transloco.getTranslation(this.current());

  /** As `t`, choosing `key.one` or `key.other` (and `key.zero` where there is one) by the count, which fills `{{count}}`. */
  readonly n = (key: string, count: number, params: WordParams = {}): string => {
    const lang = this.current();
    const forms = this.transloco.getTranslation(lang);
    const zero = count === 0 && `${key}.zero` in forms;
    const form = zero ? 'zero' : new Intl.PluralRules(lang).select(count);
    return this.t(`${key}.${`${key}.${form}` in forms ? form : 'other'}`, { count, ...params });
  };

  /** A text in the reader's language, or in the one it was written in. */
  readonly text = (text: BilingualText | { en: string; ja: string } | null | undefined): string => {
    if (!text) return '';
    return text[this.current()] ?? text['original' in text ? text.original : 'en'] ?? text.en ?? text.ja ?? '';
  };

  /** The language that `text` comes out in, to mark it where it differs from the page's. */
  readonly langOf = (text: BilingualText | { en: string; ja: string } | null | undefined): Lang => {
    const lang = this.current();
    if (!text || text[lang] || !('original' in text)) return lang;
    return text.original;
  };

  /** How words of a person are marked that are in `lang`: said only where the page is in another language. */
  readonly written = (lang: Lang): { lang: Lang; mark: string; page: Lang } => {
    const page = this.current();
    return { lang, page, mark: lang === page ? '' : this.t(`common.written.${lang}`) };
  };

  /** The same of a text that may be in both: read in its translation, it says in which language the original is. */
  readonly writtenOf = (text: BilingualText | { en: string; ja: string }): { lang: Lang; mark: string; page: Lang } => {
    const [page, lang] = [this.current(), this.langOf(text)];
    const original = 'original' in text && text[text.original] ? text.original : lang;
    if (lang !== page || original === page) return this.written(lang);
    return { lang, page, mark: this.t(`common.written.original_${original}`) };
  };

  async load(...areas: readonly string[]): Promise<void> {
    for (const area of areas) this.areas.add(area);
    await Promise.all(areas.map((area) => this.loadIn(area, this.current())));
  }

  /** Turns the page to another language, after its words are here. */
  async use(lang: Lang): Promise<void> {
    await Promise.all([...this.areas].map((area) => this.loadIn(area, lang)));
    this.transloco.setActiveLang(lang);
    this.current.set(lang);
  }

  private loadIn(area: string, lang: Lang): Promise<void> {
    const id = `${lang}/${area}`;
    const known = this.loads.get(id);
    if (known) return known;
    const load = this.source(area, lang).then(
      (tree) => this.transloco.setTranslation({ [area]: tree }, lang, { merge: true, emitChange: false }),
      (error: unknown) => {
        this.loads.delete(id);
        throw error;
      },
    );
    this.loads.set(id, load);
    return load;
  }
}

/** For routes: `resolve: { words: words('home', 'meetings') }`. */
export const words =
  (...areas: readonly string[]): ResolveFn<boolean> =>
  async () => {
    await inject(Words).load(...areas);
    return true;
  };
