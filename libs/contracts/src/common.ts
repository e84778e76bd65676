import { z } from 'zod';
import { toKatakana } from './people/kana.ts';
import { isKatakana, isLatin, isLatinName } from './people/scripts.ts';
import { langs } from './vocabulary.ts';

/** An instant: ISO 8601 in UTC with `Z`. */
export const InstantText = z.iso.datetime();
/** A calendar date `YYYY-MM-DD`, without zone. */
export const DateText = z.iso.date();
/** A wall-clock time `HH:MM`. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** An IANA time zone that this runtime knows, such as `Europe/Berlin`. */
export const ZoneText = z.string().max(64).refine(isZone, 'unknown time zone');

export const LangCode = z.enum(langs);

function isZone(zone: string): boolean {
  try {
    return (
      (new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0 && zone.includes('/')) ||
      zone === 'UTC'
    );
  } catch {
    return false;
  }
}

/** Half of a surrogate pair is no character: no database would store it. */
const wellFormed = (text: string) => text.isWellFormed();

/** One line a person typed: trimmed, no control characters. */
export const line = (max: number) => inOneLine(z.string(), max);

const plainWidth = (max: number) =>
  inOneLine(
    z.string().overwrite((text) => text.normalize('NFKC')),
    max,
  );

/** One line in Latin letters: full-width ones, as Japanese keyboards write them, become plain; other scripts are refused. */
export const latinLine = (max: number) =>
  plainWidth(max)
    .refine(isLatin, 'not in Latin letters')
    .describe('In Latin letters; full-width letters are taken as plain ones.');

/** One of a person's names in Latin letters: letters with their accents, apostrophe, hyphen, full stop and space. */
export const latinName = (max: number) =>
  plainWidth(max)
    .refine(isLatinName, 'not a name in Latin letters')
    .describe(
      'In Latin letters, with apostrophe, hyphen, full stop and space; full-width letters are taken as plain ones.',
    );

/** One line of a reading: hiragana and half-width katakana become katakana, so that it sorts and is read the same way; other scripts are refused. */
export const kanaLine = (max: number) =>
  inOneLine(z.string().overwrite(toKatakana), max)
    .refine(isKatakana, 'not in katakana')
    .describe('The reading in katakana; hiragana and half-width katakana are taken as katakana.');

/** What a later rule would say besides is of no use to whom reads it. */
const inOneLine = (text: z.ZodString, max: number) =>
  text
    .trim()
    .min(1, { abort: true })
    .max(max)
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    .regex(/^[^\u0000-\u001f\u007f]*$/, { error: 'control characters are not allowed', abort: true })
    .refine(wellFormed, { error: 'not well-formed', abort: true });

/** Several lines of plain text: trimmed, line breaks and tabs allowed. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'control characters are not allowed')
    .refine(wellFormed, 'not well-formed');

/** A text in both languages; the original is marked, the other may be missing. */
export const Bilingual = (max: number) =>
  z
    .strictObject({ en: prose(max).nullable(), ja: prose(max).nullable(), original: LangCode })
    .refine((text) => Boolean(text[text.original]), { message: 'the original is empty', path: ['original'] });
export const BilingualText = z.object({ en: z.string().nullable(), ja: z.string().nullable(), original: LangCode });
export type BilingualText = z.infer<typeof BilingualText>;

/** A text that the platform itself has in both languages. */
export const BothLanguages = z.object({ en: z.string(), ja: z.string() });
export type BothLanguages = z.infer<typeof BothLanguages>;

/**
 * A person's name in the scripts they use. Latin is always there; the local script and kana where they exist. The local
 * script stays sign for sign: a family may write its name with a variant that normalising would replace.
 */
export const PersonName = z.strictObject({
  familyLatin: latinName(80),
  givenLatin: latinName(80),
  familyLocal: line(80).nullable(),
  givenLocal: line(80).nullable(),
  familyKana: kanaLine(80).nullable(),
  givenKana: kanaLine(80).nullable(),
});
export type PersonName = z.infer<typeof PersonName>;

/** An empty body. */
export const Nothing = z.strictObject({});
