import type { Lang, ProfileContent } from '@musubi/contracts';
import type { ImportedRow } from './import-row.js';

/** A profile with what the row says written into it; an empty cell leaves what is there. */
export function merged(content: ProfileContent, { profile, texts, original }: ImportedRow): ProfileContent {
  const written = { ...content, ...profile };
  for (const field of ['summary', 'description', 'aims', 'lookingFor'] as const) {
    const text = { ...content[field], ...texts[field] };
    written[field] = { ...text, original: originalOf(text, original) };
  }
  return written;
}

/** The language the row names, where there are words in it; else the one that has words. */
function originalOf(text: ProfileContent['summary'], wished: Lang | null): Lang {
  const first = wished ?? text.original;
  if (text[first]) return first;
  const other = first === 'en' ? 'ja' : 'en';
  return text[other] ? other : first;
}
