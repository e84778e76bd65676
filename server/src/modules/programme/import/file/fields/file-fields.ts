import { cut, oneLine } from './plain-text.js';
import { type Fields, isFields } from '../formats/raw-schedule.js';

/** How long texts of a file may get here, in characters; longer ones are cut. */
export const longest = {
  id: 100,
  name: 200,
  title: 300,
  subtitle: 500,
  abstract: 12_000,
  biography: 6_000,
} as const;

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** One line of text, or null when the field holds none. Numbers are taken as they read. */
export function lineOf(value: unknown, max: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = oneLine(String(value));
  return text === '' ? null : cut(text, max);
}

/** The first of the fields that names something. */
export function firstId(...values: unknown[]): string | null {
  for (const value of values) {
    const id = lineOf(value, longest.id);
    if (id !== null) return id;
  }
  return null;
}

/** Our extension of the format: the same fields once more in the other language, under `translations`. */
export function translation(fields: Fields, lang: 'en' | 'ja'): Fields {
  const { translations } = fields;
  const texts = isFields(translations) ? translations[lang] : undefined;
  return isFields(texts) ? texts : {};
}

/** `en`, `de-formal`, `en,ja` or a list of such, as two-letter codes. */
export function languagesOf(value: unknown): string[] {
  const words = [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? one.toLowerCase().split(/[\s,;/+&|]+/) : []));
  return [...new Set(words.flatMap((word) => /^([a-z]{2})(?:$|[-_])/.exec(word)?.[1] ?? []))].slice(0, 6);
}
