import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';

export interface Shot {
  file: string;
  width: number;
  lang: string;
  theme: string;
}

/** All shots of one page on one picture: a row for each language and theme, a column for each width. */
export async function contactSheet(browser: Browser, folder: string, title: string, shots: Shot[]): Promise<string> {
  const rows = Map.groupBy(shots, ({ lang, theme }) => `${lang} ${theme}`);
  const cell = ({ file, width }: Shot): string =>
    `<td><figure><img src="${relative(folder, file)}" style="width:${Math.round(width / 2.4)}px"><figcaption>${width}</figcaption></figure></td>`;
  const html = `<!doctype html><meta charset="utf-8"><title>${title}</title>
    <style>body{font:14px system-ui;margin:16px;background:#ddd;width:max-content}td{vertical-align:top;padding:6px}
    img{display:block;max-height:1400px;object-fit:cover;object-position:top;border:1px solid #999}figure{margin:0}</style>
    <h1>${title}</h1><table>${[...rows]
      .map(([name, row]) => `<tr><th>${name}</th>${row.map(cell).join('')}</tr>`)
      .join('')}</table>`;
  const source = join(folder, `${title}.html`);
  writeFileSync(source, html);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(pathToFileURL(source).href, { waitUntil: 'load' });
  const sheet = join(folder, `${title}.png`);
  await page.locator('body').screenshot({ path: sheet });
  await page.close();
  return sheet;
}
