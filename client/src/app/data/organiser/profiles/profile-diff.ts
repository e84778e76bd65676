import { type BilingualText, type Lang, profileFields, type ReviewItem } from '@musubi/contracts';

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
export function diffOf(
  { before, after }: ReviewItem,
  say: (field: string, value: string) => string,
  comma = ', ',
): FieldDiff[] {
  return inOrder(Object.keys(after)).flatMap((field): FieldDiff[] => {
    const [was, is] = [before, after].map((content) => (content as Record<string, Value> | null)?.[field] ?? null);
    if (isText(is ?? null)) {
      return (['en', 'ja'] as const).flatMap((lang) => {
        const [old, now] = [(was as BilingualText | null)?.[lang] ?? null, (is as BilingualText)[lang] ?? ''];
        return (old ?? '') === now ? [] : [{ field, lang, before: before ? old : null, after: now }];
      });
    }
    const [old, now] = [was, is].map((value) => inWords(value ?? null, (one) => say(field, one), comma));
    return old === now ? [] : [{ field, lang: null, before: before ? old! : null, after: now! }];
  });
}

/** As they are written; the database keeps them in an order of its own. */
function inOrder(fields: readonly string[]): string[] {
  const order: readonly string[] = ['kind', 'title', ...profileFields];
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return fields.toSorted((a, b) => place(a) - place(b));
}

function isText(value: Value): value is BilingualText {
  return value !== null && typeof value === 'object' && 'original' in value;
}

function inWords(value: Value, say: (one: string) => string, comma: string): string {
  if (value === null || isText(value)) return '';
  return typeof value === 'string' ? say(value) : value.map(say).join(comma);
}
