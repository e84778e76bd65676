import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';
import { describe, expect, it } from '@jest/globals';
import { errorCodes } from '@musubi/contracts';
import { Words } from './words';
import { WORDS_SOURCE, type WordTree } from './words-source';

const folder = join(import.meta.dirname, '../../../i18n');
const areas = (lang: string) => readdirSync(join(folder, lang)).sort();
const read = (lang: string, area: string) => JSON.parse(readFileSync(join(folder, lang, area), 'utf8')) as WordTree;

function leaves(tree: WordTree, path: string[] = []): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : [...leaves(value, [...path, key])],
    ),
  );
}

/** Japanese has one form for every count. */
const isOne = (key: string, others: ReadonlySet<string>) =>
  key.endsWith('.one') && others.has(key.replace(/one$/, 'other'));
const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name!);

describe('the words in both languages', () => {
  it('cover the same areas', () => {
    expect(areas('ja')).toEqual(areas('en'));
  });

  it.each(areas('en'))('have the same keys, and nothing to fill that the other has not: %s', (area) => {
    const en = leaves(read('en', area));
    const ja = leaves(read('ja', area));
    const keys = (words: Map<string, string>) =>
      [...words.keys()].filter((key) => !isOne(key, new Set(words.keys()))).sort();
    expect(keys(ja)).toEqual(keys(en));
    // Japanese may leave out what goes without saying (先方); it may not ask for what nobody gives.
    const unfilled = [...ja].filter(([key, text]) => {
      const given = new Set([...holes(en.get(key) ?? text), 'count']);
      return holes(text).some((hole) => !given.has(hole));
    });
    expect(unfilled.map(([key]) => key)).toEqual([]);
  });

  it('say every refusal that the API knows', () => {
    const said = new Map(['problem.json', 'refusal.json'].flatMap((area) => [...leaves(read('en', area))]));
    const missing = [...Object.keys(errorCodes), 'offline', 'unreadable'].filter(
      (code) => !said.has(`${code}.title`) || !said.has(`${code}.text`),
    );
    expect(missing).toEqual([]);
  });

  it('hold every key that the pages name', () => {
    const said = new Set(
      areas('en').flatMap((area) => [...leaves(read('en', area), [area.replace('.json', '')]).keys()]),
    );
    const stems = new Set([...said].map((key) => key.replace(/\.(zero|one|other)$/, '')));
    const sources = readdirSync(join(folder, '../app'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
      .map((name) => [name, readFileSync(join(folder, '../app', name), 'utf8')] as const);
    const unknown = sources.flatMap(([name, text]) =>
      [...text.matchAll(/\b[tn](?:\(\))?\(\s*'([a-z_]+(?:\.[\w-]+)+)'(?!\s*\+)/g)]
        .map(([, key]) => key!)
        .filter((key) => !said.has(key) && !stems.has(key))
        .map((key) => `${name}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('use no exclamation marks', () => {
    const loud = ['en', 'ja'].flatMap((lang) =>
      areas(lang).flatMap((area) =>
        [...leaves(read(lang, area))].filter(([, text]) => /[!！]/.test(text)).map(([key]) => `${lang} ${key}`),
      ),
    );
    expect(loud).toEqual([]);
  });
});

describe('words on a page', () => {
  const trees: Record<string, WordTree> = {
    'en/common': { hello: 'Hello {{name}}', items: { zero: 'nothing', one: 'one thing', other: '{{count}} things' } },
    'ja/common': { hello: '{{name}}様', items: { zero: 'なし', other: '{{count}}件' } },
    'en/problem': {},
    'ja/problem': {},
    'en/home': { title: 'Home' },
    'ja/home': { title: 'ホーム' },
  };

  function words(): Words {
    TestBed.configureTestingModule({
      providers: [
        provideTransloco({ config: { availableLangs: ['en', 'ja'], defaultLang: 'en' } }),
        { provide: WORDS_SOURCE, useValue: async (area: string, lang: string) => trees[`${lang}/${area}`] },
      ],
    });
    return TestBed.inject(Words);
  }

  it('follow the language, also those of areas loaded before', async () => {
    const { t, n, use, load } = bound(words());
    await use('en');
    await load('home');
    const english = [
      t('home.title'),
      t('common.hello', { name: 'Ada' }),
      ...[0, 1, 3].map((count) => n('common.items', count)),
    ];
    await use('ja');
    const japanese = [
      t('home.title'),
      t('common.hello', { name: '愛子' }),
      ...[0, 1, 3].map((count) => n('common.items', count)),
    ];
    expect({ english, japanese }).toEqual({
      english: ['Home', 'Hello Ada', 'nothing', 'one thing', '3 things'],
      japanese: ['ホーム', '愛子様', 'なし', '1件', '3件'],
    });
  });

  it('fall back to the language a text was written in, and say so', async () => {
    const all = words();
    await all.use('ja');
    const text = { en: 'Only English', ja: null, original: 'en' as const };
    expect([all.text(text), all.langOf(text), all.text({ en: 'a', ja: 'い' })]).toEqual(['Only English', 'en', 'い']);
  });

  it('say of a translation in which language the original is, and of the original nothing', async () => {
    const all = words();
    const both = { en: 'Valves', ja: 'バルブ' };
    const marks = async (lang: 'en' | 'ja') => {
      await all.use(lang);
      return [
        all.writtenOf({ ...both, original: 'en' }),
        all.writtenOf({ ...both, original: 'ja' }),
        all.writtenOf({ en: 'Valves', ja: null, original: 'en' }),
        all.writtenOf(both),
      ].map((one) => [one.lang, one.mark === '' ? '' : one.mark.split('.').at(-1)]);
    };
    expect(await marks('en')).toEqual([
      ['en', ''],
      ['en', 'original_ja'],
      ['en', ''],
      ['en', ''],
    ]);
    expect(await marks('ja')).toEqual([
      ['ja', 'original_en'],
      ['ja', ''],
      ['en', 'en'],
      ['ja', ''],
    ]);
  });

  const bound = (all: Words) => ({ t: all.t, n: all.n, use: all.use.bind(all), load: all.load.bind(all) });
});
