import type { BilingualText, Lang, ReviewItem } from '@musubi/contracts';

/** A field that the public reads in one way, and would read in another. */
export interface FieldDiff {
  field: string;
  lang: Lang | null;
  /** Null where nothing of it was public. */
  before: string | null;
  after: string;
}

type Value = BilingualText | readonly string[] | string | null;

/** What differs from what is public; everything where nothing was. Codes are put in words by `say`. */
export function diffOf({ before, after }: ReviewItem, say: (field: string, value: string) => string): FieldDiff[] {
  return Object.keys(after).flatMap((field): FieldDiff[] => {
    const [was, is] = [before, after].map((content) => (content as Record<string, Value> | null)?.[field] ?? null);
    if (isText(is ?? null)) {
      return (['en', 'ja'] as const).flatMap((lang) => {
        const [old, now] = [(was as BilingualText | null)?.[lang] ?? null, (is as BilingualText)[lang] ?? ''];
        return (old ?? '') === now ? [] : [{ field, lang, before: before ? old : null, after: now }];
      });
    }
    const [old, now] = [was, is].map((value) => inWords(value ?? null, (one) => say(field, one)));
    return old === now ? [] : [{ field, lang: null, before: before ? old! : null, after: now! }];
  });
}

function isText(value: Value): value is BilingualText {
  return value !== null && typeof value === 'object' && 'original' in value;
}

function inWords(value: Value, say: (one: string) => string): string {
  if (value === null || isText(value)) return '';
  return typeof value === 'string' ? say(value) : value.map(say).join(', ');
}
