import { withoutControls } from '../text/plain-text.js';
import type { Sheet } from './sheet.js';

/** What a spreadsheet would take for the start of a formula, also written wide, where it opens the file. */
const startsFormula = /^\s*[=+\-@＝＋－＠]/u;

/** As spreadsheets of both sides open it: UTF-8 with its mark, CRLF, each cell quoted, none of them a formula. */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ heading }) => heading), ...rows];
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const plain = withoutControls(text);
  const safe = startsFormula.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}
