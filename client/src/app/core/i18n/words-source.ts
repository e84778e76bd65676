import { InjectionToken } from '@angular/core';
import type { Lang } from '@musubi/contracts';

export type WordTree = { [key: string]: string | WordTree };

/** Fetches the words of one area in one language: a chunk of its own, the same on server and browser. */
export type WordsSource = (area: string, lang: Lang) => Promise<WordTree>;

export const WORDS_SOURCE = new InjectionToken<WordsSource>('WORDS_SOURCE', {
  providedIn: 'root',
  factory: () => async (area, lang) =>
    ((await import(`../../../i18n/${lang}/${area}.json`)) as { default: WordTree }).default,
});
