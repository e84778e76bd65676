import { expect, test } from '@jest/globals';
import { MailAddress } from './identity.ts';

test('a mail address is the same, however a keyboard writes it', () => {
  const typed = ['aiko@osaka.example', ' Aiko@Osaka.Example\t', '　ａｉｋｏ＠ｏｓａｋａ．ｅｘａｍｐｌｅ'];
  expect(new Set(typed.map((address) => MailAddress.parse(address)))).toEqual(new Set(['aiko@osaka.example']));
  const refused = [
    '',
    'aiko',
    'aiko@osaka',
    'a b@osaka.example',
    'aiko@osaka.example\r\nBcc: x@y.example',
    '愛子@osaka.example',
  ];
  expect(refused.filter((address) => MailAddress.safeParse(address).success)).toEqual([]);
});
