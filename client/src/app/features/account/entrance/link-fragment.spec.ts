import { describe, expect, it } from '@jest/globals';
import { isOwnPath } from '../../../core/login/arrival';
import { readLink } from './link-fragment';

describe('a mailed link', () => {
  it('carries token and code in its fragment', () => {
    expect(readLink('#abcdefghijklmnopqrst-_.493201')).toEqual({ token: 'abcdefghijklmnopqrst-_', code: '493201' });
  });

  it('is refused when a part was lost', () => {
    const broken = [
      '',
      '#',
      '#abcdefghijklmnopqrst',
      '#short.493201',
      '#abcdefghijklmnopqrst.4932',
      '#abcdefghijklmnopqrst.493201x',
    ];
    expect(broken.map(readLink)).toEqual(broken.map(() => null));
  });

  it('leads back to this site only', () => {
    expect(['/app', '/', '//evil.example', '/\\evil', 'https://evil.example', '', null].map(isOwnPath)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
