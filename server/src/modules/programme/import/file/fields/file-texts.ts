import type { BilingualText } from '@musubi/contracts';
import { isEmpty, longest, translation } from './file-fields.js';
import type { ImportWarnings } from '../../import-warnings.js';
import { cut, oneLine, plainText } from './plain-text.js';
import type { Fields } from '../formats/raw-schedule.js';

/** The texts of a file: the main one in the language that its script shows, with the translations beside it. */
export class FileTexts {
  constructor(private readonly warnings: ImportWarnings) {}

  title(fields: Fields, where: string): BilingualText | null {
    return this.bilingual(fields, where, 'title', longest.title, oneLine);
  }

  subtitle(fields: Fields, where: string): BilingualText | null {
    return this.bilingual(fields, where, 'subtitle', longest.subtitle, oneLine);
  }

  /** Abstract and description together, since the one goes on with the other. */
  abstract(fields: Fields, where: string): BilingualText | null {
    const together: Fields = {
      abstract: whole(fields),
      translations: {
        en: { abstract: whole(translation(fields, 'en')) },
        ja: { abstract: whole(translation(fields, 'ja')) },
      },
    };
    return this.bilingual(together, where, 'abstract', longest.abstract, (text) => text);
  }

  private bilingual(
    fields: Fields,
    where: string,
    name: string,
    max: number,
    clean: (text: string) => string,
  ): BilingualText | null {
    const read = (from: Fields) => this.text(from[name], `${where}.${name}`, name, max, clean);
    const main = read(fields);
    const texts = { en: read(translation(fields, 'en')), ja: read(translation(fields, 'ja')) };
    if (main === null && texts.en === null && texts.ja === null) return null;
    const japanese = main === null ? texts.en === null : isJapanese(main);
    const original = japanese ? 'ja' : 'en';
    return { ...texts, original, ...(main === null ? {} : { [original]: main }) };
  }

  private text(
    value: unknown,
    where: string,
    name: string,
    max: number,
    clean: (text: string) => string,
  ): string | null {
    if (isEmpty(value)) return null;
    if (typeof value !== 'string') {
      this.warnings.addOnce(`text ${name}`, 'bad_value', where, `${name} is no text and was left out.`);
      return null;
    }
    const text = clean(value);
    if (text.length > max) {
      this.warnings.addOnce(
        `long ${name}`,
        'bad_value',
        where,
        `${name} is longer than ${max} characters and was cut.`,
      );
    }
    return text === '' ? null : cut(text, max);
  }
}

/** A description that only repeats the abstract is not said twice. */
function whole({ abstract, description }: Fields): unknown {
  if (typeof abstract !== 'string' && !isEmpty(abstract)) return abstract;
  const [first, second] = [abstract, description].map((part) => (typeof part === 'string' ? plainText(part) : ''));
  return [first, second === first ? '' : second].filter((part) => part !== '').join('\n\n');
}

function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || /^[^\p{Script=Latin}]*\p{Script=Han}/u.test(text);
}
