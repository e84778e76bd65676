import { readFile } from 'node:fs/promises';

/** What browsers would take for a page or a picture, and shells for a program, if somebody let them. */
const markup = /^\s*<|<(!doctype|html|head|body|script|svg|iframe|object|embed|meta|link|style)\b/i;
// eslint-disable-next-line no-control-regex -- bytes that no text has
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
const looksAt = 64 * 1024;

/** Whether a file is text that people wrote, in UTF-8, UTF-16 with its mark, or as Japanese Windows writes it. */
export async function isPlainText(path: string): Promise<boolean> {
  const text = decoded(await readFile(path));
  if (text === null || controls.test(text)) return false;
  const start = text.slice(0, looksAt);
  return !markup.test(start) && !start.startsWith('#!');
}

function decoded(bytes: Buffer): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : [];
  for (const encoding of [...marked, 'utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return null;
}
