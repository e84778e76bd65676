/** Languages between which people have themselves interpreted. */
import { z } from 'zod';

const LanguageCode = z.string().regex(/^[a-z]{2}$/);

/** Between which two languages somebody interprets, in either direction. */
export const LanguagePair = z
  .tuple([LanguageCode, LanguageCode])
  .refine(([one, other]) => one !== other, 'the same language twice');
export type LanguagePair = z.infer<typeof LanguagePair>;

/** The same in an address: `en-ja`. */
export const WantedPair = z
  .string()
  .max(5)
  .transform((text) => text.split('-'))
  .pipe(LanguagePair);
