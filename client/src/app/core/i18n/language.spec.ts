import { describe, expect, it } from '@jest/globals';
import { preferredLang, swapLang } from './language';

describe('the language of a page', () => {
  it('is what the browser likes best of the two', () => {
    const headers = ['ja', 'de-DE,de;q=0.9,ja;q=0.8,en;q=0.7', 'fr', 'en;q=0.5,ja-JP', '', undefined];
    expect(headers.map(preferredLang)).toEqual(['ja', 'ja', 'en', 'ja', 'en', 'en']);
  });

  it('stands in the address of public pages only', () => {
    const addresses = ['/en', '/en/events/x?y=1#z', '/app/events/en/home', '/english'];
    expect(addresses.map((address) => swapLang(address, 'ja'))).toEqual([
      '/ja',
      '/ja/events/x?y=1#z',
      '/app/events/en/home',
      '/english',
    ]);
  });
});
