import { expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { xlsxOf } from './xlsx.js';

it('is a workbook of texts, none of which is a formula', async () => {
  const columns = [
    { heading: '氏名', width: 20 },
    { heading: 'Needs', width: 30 },
  ];
  const workbook = await xlsxOf({
    name: '参加者',
    columns,
    rows: [
      ['田中 愛子', '=HYPERLINK("x")'],
      ['\u0000Ada', ''],
    ],
  });
  const parts = unzipSync(workbook);
  const part = (path: string) => new TextDecoder().decode(parts[path]);
  const sheet = part('xl/worksheets/sheet1.xml');
  expect(part('xl/workbook.xml')).toContain('name="参加者"');
  expect(sheet).not.toContain('<f>');
  expect(part('xl/sharedStrings.xml').match(/(?<=<t[^>]*>)[^<]*/g)).toEqual([
    '氏名',
    'Needs',
    '田中 愛子',
    '=HYPERLINK("x")',
    ' Ada',
  ]);
});
