import { expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

const rowsOf = (...cells: string[]) =>
  csvOf({ name: 'People', columns: [{ heading: 'Name', width: 20 }], rows: cells.map((cell) => [cell]) })
    .split('\r\n')
    .slice(1, -1);

it('is UTF-8 with its mark, and CRLF', () => {
  const columns = [
    { heading: '姓', width: 10 },
    { heading: '名', width: 10 },
  ];
  expect(csvOf({ name: '参加者', columns, rows: [['田中', '愛子']] })).toBe('\ufeff"姓","名"\r\n"田中","愛子"\r\n');
});

it.each(['=1+1', '+49 711', '-2', '@SUM(A1)', '＝1', '＋81', '－2', '＠SUM', ' =1', '\t=1'])(
  'does not let %j be a formula',
  (text) => expect(rowsOf(text)[0]).toMatch(/^"'/),
);

it('leaves other texts as they are', () => {
  expect(rowsOf('Aiko', 'a=b', 'says "yes", often', 'two\nlines', '')).toEqual([
    '"Aiko"',
    '"a=b"',
    '"says ""yes"", often"',
    '"two\nlines"',
    '""',
  ]);
});

it('drops control characters and halves of characters', () => {
  expect(rowsOf('a\u0000b', 'c\ud83d')).toEqual(['"a b"', '"c\ufffd"']);
});
