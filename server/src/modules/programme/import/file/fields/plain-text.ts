const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
};

/** Predefined, numeric and a few frequent named references, once: what comes out of one is not looked at again. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g, (whole, decimal, hex, name) => {
    if (name) return named[name as string] ?? whole;
    const point = decimal ? Number.parseInt(decimal as string, 10) : Number.parseInt(hex as string, 16);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '';
  });
}

/** One line without markup and control characters. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/**
 * What a marked-up text says, as plain text with line breaks: some exports carry HTML where others carry plain text.
 * Only what looks like an HTML tag is taken out; "a < b" stays.
 */
export function plainText(text: string): string {
  return (
    decodeReferences(
      text
        .replace(/\r\n?/g, '\n')
        .replace(/<li\b[^>]{0,200}>/gi, '\n• ')
        .replace(/<br\b[^>]{0,200}>/gi, '\n')
        .replace(/<\/(?:p|div|h[1-6]|ul|ol|blockquote|tr)>/gi, '\n\n')
        .replace(/<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?\/?>/gi, ''),
    )
      .toWellFormed()
      .normalize('NFC')
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\ufeff]/g, '')
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Cuts to at most `max` characters without breaking a surrogate pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/.test(text[max - 2]!) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}
