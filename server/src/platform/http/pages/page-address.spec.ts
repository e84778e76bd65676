import { expect, test } from '@jest/globals';
import { pageAddress } from './page-address.js';

test.each([
  ['/en', '/en'],
  ['/en?', '/en'],
  ['/en?x=1&utm_source=mail', '/en'],
  ['/sign-in?x=1&returnTo=%2Fapp%3Fa%3D1&returnTo=%2F', '/sign-in?returnTo=%2Fapp%3Fa%3D1'],
  ['//elsewhere.example/x?x=1', '//elsewhere.example/x'],
])('%s is %s', (asked, address) => expect(pageAddress(asked)).toBe(address));
