import writeXlsxFile from 'write-excel-file/node';
import { withoutControls } from '../text/plain-text.js';
import type { Sheet } from './sheet.js';

/** A workbook with one sheet, its headings kept in sight; every cell is text, so that none is a formula. */
export function xlsxOf({ name, columns, rows }: Sheet): Promise<Buffer> {
  const text = (value: string) => ({ value: withoutControls(value), type: String });
  const headings = columns.map(({ heading }) => ({ ...text(heading), fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => (value === '' ? null : text(value))));
  return writeXlsxFile([headings, ...cells], {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
  }).toBuffer();
}
