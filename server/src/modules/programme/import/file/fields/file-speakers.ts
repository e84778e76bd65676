import { firstId, isEmpty, lineOf, longest, translation } from './file-fields.js';
import type { ImportWarnings } from '../../import-warnings.js';
import { cut, plainText } from './plain-text.js';
import type { Fields } from '../formats/raw-schedule.js';

export interface ReadSpeaker {
  /** What the source calls this person: code, guid, number or name. */
  externalId: string;
  name: string;
  nameLocal: string | null;
  biography: string | null;
  organisation: string | null;
  organisationLocal: string | null;
}

/** The persons of a file, each once however many sessions name them. */
export class FileSpeakers {
  private readonly speakers = new Map<string, ReadSpeaker>();

  constructor(private readonly warnings: ImportWarnings) {}

  /** @returns the person's id in the source, or null for somebody without a name */
  add(person: Fields, where: string): string | null {
    const [name] = [person['public_name'], person['full_public_name'], person['name']].flatMap(
      (given) => lineOf(given, longest.name) ?? [],
    );
    if (name === undefined) {
      this.warnings.add('missing_field', `${where}.name`, 'The person has no name and was left out.');
      return null;
    }
    if (!isEmpty(person['id']) && !/^\d+$/.test(String(person['id']))) {
      this.warnings.addOnce('person id', 'bad_value', `${where}.id`, 'The id of the person is no number.');
    }
    const externalId = firstId(person['code'], person['guid'], person['id'], name)!;
    const before = this.speakers.get(externalId);
    if (before && before.name !== name) {
      const text = `"${before.name}" and "${name}" have the same id ${externalId}; they became one person.`;
      this.warnings.addOnce(`person ${externalId}`, 'duplicate_id', where, text);
    }
    this.speakers.set(externalId, {
      externalId,
      name: before?.name ?? name,
      nameLocal: before?.nameLocal ?? lineOf(translation(person, 'ja')['public_name'], longest.name),
      biography: before?.biography ?? biographyOf(person),
      organisation: before?.organisation ?? organisationOf(person),
      organisationLocal: before?.organisationLocal ?? organisationOf(translation(person, 'ja')),
    });
    return externalId;
  }

  all(): ReadSpeaker[] {
    return [...this.speakers.values()];
  }
}

function organisationOf(person: Fields): string | null {
  return lineOf(person['organisation'] ?? person['organization'], longest.name);
}

function biographyOf({ biography }: Fields): string | null {
  const text = typeof biography === 'string' ? plainText(biography) : '';
  return text === '' ? null : cut(text, longest.biography);
}
