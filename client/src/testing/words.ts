import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EnvironmentProviders, type Provider } from '@angular/core';
import { provideTransloco } from '@jsverse/transloco';
import { WORDS_SOURCE, type WordTree } from '../app/core/i18n/words-source';

const folder = join(import.meta.dirname, '../i18n');

/** The real words, read from their files: a spec that finds a button by its name finds it as readers do. */
export function provideWords(): (Provider | EnvironmentProviders)[] {
  return [
    provideTransloco({
      config: { availableLangs: ['en', 'ja'], defaultLang: 'en', prodMode: true, reRenderOnLangChange: true },
    }),
    {
      provide: WORDS_SOURCE,
      useValue: (area: string, lang: string) =>
        Promise.resolve(JSON.parse(readFileSync(join(folder, lang, `${area}.json`), 'utf8')) as WordTree),
    },
  ];
}
