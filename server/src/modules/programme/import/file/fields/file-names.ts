import { lineOf, longest, translation } from './file-fields.js';
import { type Fields, isFields } from '../formats/raw-schedule.js';

/** What a room or a track is called: by the first of its names, and in Japanese where the file says it. */
export interface ReadName {
  name: string;
  nameLocal: string | null;
}

/** The rooms or the tracks of a file, each once, in the order of the file. */
export class FileNames {
  private readonly names = new Map<string, ReadName>();

  /** From a list such as `conference.rooms`; what is no list names none. */
  addAll(listed: unknown): void {
    for (const named of Array.isArray(listed) ? listed.filter(isFields) : []) {
      this.add(named['name'], lineOf(translation(named, 'ja')['name'], longest.name));
    }
  }

  /** @returns what it goes by: the text itself, or the English one of `{ en, ja }` */
  add(given: unknown, inJapanese: string | null = null): string | null {
    const name = isFields(given) ? firstLine(given) : lineOf(given, longest.name);
    if (name === null) return null;
    const local = inJapanese ?? (isFields(given) ? lineOf(given['ja'], longest.name) : null);
    this.names.set(name, { name, nameLocal: this.names.get(name)?.nameLocal ?? local });
    return name;
  }

  all(): ReadName[] {
    return [...this.names.values()];
  }
}

/** English before any other language. */
function firstLine(languages: Fields): string | null {
  const lines = [languages['en'], ...Object.values(languages)].map((text) => lineOf(text, longest.name));
  return lines.find((line) => line !== null) ?? null;
}
