import type { Lang } from '@musubi/contracts';
import mjml2html from 'mjml';

/** A mail before it is set: words only. Names and texts of other people may stand anywhere; they are escaped and never linked. */
export interface Letter {
  lang: Lang;
  subject: string;
  /** `Dear Clara Weiss,`; `田中 愛子 様`. */
  greeting: string;
  paragraphs: readonly string[];
  /** Label and value, one below the other: times, places, names. */
  details?: readonly (readonly [label: string, value: string])[];
  /** Something to type off, in large figures. */
  code?: string;
  /** Leads to a page with a button; opening it changes nothing, since mail scanners follow links. */
  link?: { label: string; url: string };
  /** Small print at the end: why this came, and what to do if it should not have. */
  closing: readonly string[];
}

const signature: Record<Lang, string> = {
  en: 'Musubi, the events platform of the EU-Japan Regional Cooperation Helpdesk',
  ja: '結び（Musubi） 日欧地域連携ヘルプデスク イベントプラットフォーム',
};
const fonts = `Inter, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic', Meiryo, Helvetica, Arial, sans-serif`;

/** Sets a letter as plain text, which holds everything, and as HTML with the same words. */
export async function setLetter(letter: Letter): Promise<{ text: string; html: string }> {
  const words: string[] = [];
  const shell = markup(letter, (html) => `\uE000${words.push(html) - 1}\uE001`);
  const html = (await setShell(shell)).replaceAll(/\uE000(\d+)\uE001/g, (_, place: string) => words[Number(place)]!);
  return { text: plainText(letter), html };
}

/** Puts HTML that is to stand in the letter aside and answers what keeps its place. */
type Hole = (html: string) => string;

const shells = new Map<string, Promise<string>>();
const shellsAtMost = 200;

/** Setting takes milliseconds and depends on a letter's shape alone, of which there are few: each is set once, without words. */
function setShell(shell: string): Promise<string> {
  const known = shells.get(shell);
  if (known) return known;
  const set = mjml2html(shell, { validationLevel: 'strict' }).then(({ html }) => html);
  if (shells.size < shellsAtMost) shells.set(shell, set);
  set.catch(() => shells.delete(shell));
  return set;
}

function plainText({ lang, greeting, paragraphs, details, code, link, closing }: Letter): string {
  const colon = lang === 'ja' ? '：' : ': ';
  const parts = [
    greeting,
    ...paragraphs,
    ...(details?.length ? [details.map(([label, value]) => `${label}${colon}${value}`).join('\n')] : []),
    ...(code ? [`    ${code}`] : []),
    ...(link ? [`${link.label}${colon.trimEnd()}\n${link.url}`] : []),
    ...closing,
    `--\n${signature[lang]}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function markup({ lang, subject, greeting, paragraphs, details, code, link, closing }: Letter, hole: Hole): string {
  const leading = lang === 'ja' ? '1.7' : '1.55';
  return `<mjml lang="${lang}">
  <mj-head>
    <mj-title>${hole(escape(subject))}</mj-title>
    <mj-preview>${hole(escape(paragraphs[0] ?? subject))}</mj-preview>
    <mj-attributes>
      <mj-all font-family="${fonts}" />
      <mj-text color="#141d33" font-size="15px" line-height="${leading}" padding="8px 24px" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#faf8f4" width="600px">
    <mj-section padding="32px 0 0"><mj-column>
      <mj-text font-size="17px" font-weight="600">Musubi <span style="color:#636877;font-weight:400">結び</span></mj-text>
      <mj-divider border-width="1.5px" border-color="#d3431f" padding="8px 24px 16px" />
    </mj-column></mj-section>
    <mj-section padding="0 0 24px"><mj-column>
      ${[greeting, ...paragraphs].map((text) => `<mj-text>${hole(withBreaks(text))}</mj-text>`).join('\n      ')}
      ${details?.length ? detailTable(details, hole) : ''}
      ${code ? `<mj-text font-size="30px" font-weight="600" letter-spacing="4px" padding="16px 24px">${hole(escape(code))}</mj-text>` : ''}
      ${link ? linkButton(link, hole) : ''}
    </mj-column></mj-section>
    <mj-section padding="0 0 32px"><mj-column>
      <mj-divider border-width="1px" border-color="#cfc8ba" padding="8px 24px" />
      ${[...closing, signature[lang]].map((text) => `<mj-text font-size="13px" color="#636877">${hole(withBreaks(text))}</mj-text>`).join('\n      ')}
    </mj-column></mj-section>
  </mj-body>
</mjml>`;
}

function detailTable(details: readonly (readonly [string, string])[], hole: Hole): string {
  const rows = details.map(
    ([label, value]) =>
      `<tr><td style="padding:6px 16px 6px 0;color:#636877;vertical-align:top;white-space:nowrap">${escape(label)}</td>` +
      `<td style="padding:6px 0;font-weight:600">${withBreaks(value)}</td></tr>`,
  );
  return `<mj-table padding="8px 24px" font-size="15px" color="#141d33" line-height="1.5">${hole(rows.join(''))}</mj-table>`;
}

/** The address in full stands below the button: gateways strip links, and people may want to see where they go. */
function linkButton({ label, url }: { label: string; url: string }, hole: Hole): string {
  return `<mj-button href="${hole(escape(url))}" align="left" background-color="#1b2b52" color="#ffffff" border-radius="8px" font-size="15px" font-weight="500" inner-padding="12px 24px" padding="16px 24px 8px">${hole(escape(label))}</mj-button>
      <mj-text font-size="13px" color="#636877">${hole(escape(url))}</mj-text>`;
}

const withBreaks = (text: string) => escape(text).replaceAll('\n', '<br />');

/** `{` too: nothing that a person typed may look like a template's variable to what comes after. */
function escape(text: string): string {
  return text.replaceAll(
    /[&<>"'{}]/g,
    (sign) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '{': '&#123;', '}': '&#125;' })[sign]!,
  );
}
