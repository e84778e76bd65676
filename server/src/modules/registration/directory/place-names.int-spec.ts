import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { regions } from '@musubi/reference';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { namesOf, placesNamed } from './place-names.js';

const codes = (words: string) =>
  (JSON.parse(placesNamed(words)) as { code: string; label: string }[]).map(({ code }) => code);

describe('the places that words name', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp()));
  afterAll(() => app.close());

  it('are those with a word in one of their names, whatever its width, accents and kana; mostly none', () => {
    for (const words of ['Osaka', 'ōsaka', 'ＯＳＡＫＡ', '大阪', 'costa 大阪府'])
      expect(codes(words)).toContain('JP-27');
    expect(codes('WÜRTTEMBERG')).toContain('DE11');
    expect(codes('osaka')).not.toContain('JP-14');
    for (const words of ['hydrogen', '水素', '%', '（', '']) expect([words, placesNamed(words)]).toEqual([words, '[]']);
  });

  it('are all that the database would find: it folds no name of theirs otherwise', async () => {
    const names = [...new Set(regions.codes().flatMap((code) => namesOf(code).map(({ name }) => name)))];
    const rows = (await app.db.query('SELECT name, fold(name) AS folded FROM unnest($1::text[]) AS name', [names])) as {
      name: string;
      folded: string;
    }[];
    const lost = rows.filter(({ name, folded }) =>
      (folded.match(/[\p{L}\p{N}ー]+/gu) ?? []).some((word) => codes(word).length === 0 || !named(name, word)),
    );
    expect(lost).toEqual([]);
  });
});

const byName = new Map(regions.codes().flatMap((code) => namesOf(code).map(({ name, folded }) => [name, folded])));
const named = (name: string, word: string): boolean => byName.get(name)!.includes(word);
