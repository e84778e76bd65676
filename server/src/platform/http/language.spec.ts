import { expect, test } from '@jest/globals';
import { languageOf } from './language.js';

test.each([
  ['/ja/events', 'en', 'en', 'ja'],
  ['/en', 'ja', 'ja', 'en'],
  ['/english', 'ja', undefined, 'ja'],
  ['/', 'ja', 'en', 'ja'],
  ['/', 'fr', 'ja', 'ja'],
  ['/', undefined, 'fr-FR, ja;q=0.8, en;q=0.7', 'ja'],
  ['/', undefined, 'en;q=0.5, ja-JP;q=0.9', 'ja'],
  ['/', undefined, 'ja;q=0, en', 'en'],
  ['/', undefined, 'de', 'en'],
  ['/', undefined, undefined, 'en'],
])('%s with cookie %s and %s is shown in %s… ', (path, cookie, accepted, lang) => {
  expect(languageOf(path, cookie, accepted)).toBe(lang);
});
