import { expect, test } from '@jest/globals';
import { oneLine, withoutControls } from './plain-text.js';

test('control characters become spaces, and halves of surrogate pairs the sign for what is lost', () => {
  expect(oneLine(' a\u0000b\r\nc\ud800 ')).toBe('a b c\ufffd');
  expect(withoutControls('a\u0007b\r\nc\udc00結')).toBe('a b\nc\ufffd結');
});
