import { extname } from 'node:path';
import { type FileType, fileTypes } from '@musubi/contracts';
import { refusedFile } from './incoming/refused-file.js';

/** Characters, the ending counted. */
const longest = 120;
/** Controls, what turns the direction of writing or cannot be seen, and what paths and shells mean something by. */
const unwelcome = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}<>:"|?*]/gu;

/**
 * A name as people may see it and computers may keep it: in the script it was written in, without paths, without characters
 * that hide or turn something, with the ending of what the file is. A name without any ending gets the first that fits.
 * @throws DomainError `file.type_refused` where the name says that it is something else
 */
export function fileName(given: string, type: FileType): string {
  const { stem, ending } = parts(given);
  const endings: readonly string[] = fileTypes[type];
  if (ending && !endings.includes(ending)) throw refusedFile('name');
  return `${shortened(stem || 'file', longest - 5)}.${ending || endings[0]}`;
}

/** The same name for what it was made into. */
export function renamed(name: string, type: FileType): string {
  const ending = extname(name).slice(1);
  const endings: readonly string[] = fileTypes[type];
  return endings.includes(ending) ? name : `${name.slice(0, -ending.length - 1)}.${endings[0]}`;
}

/** The ending in small letters, without its point. */
export function parts(given: string): { stem: string; ending: string } {
  const plain = given.toWellFormed().normalize('NFC').replace(unwelcome, '').split(/[/\\]/).at(-1)!;
  const name = plain.replaceAll(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = /^\.[a-z0-9]{1,10}$/i.test(extname(name)) ? extname(name) : '';
  return { stem: name.slice(0, name.length - ending.length).trim(), ending: ending.slice(1).toLowerCase() };
}

/** By whole characters, as they are seen. */
function shortened(text: string, atMost: number): string {
  if (text.length <= atMost) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > atMost) break;
    kept += segment;
  }
  return kept;
}
