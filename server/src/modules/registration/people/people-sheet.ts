import { departmentIn, jobTitleIn, type Lang, nameOrder, type PersonRow } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import type { Sheet } from '../../../platform/index.js';
import { sheetWords } from './people-sheet.words.js';

interface Column {
  heading: string;
  width: number;
  of: (row: PersonRow) => string | null;
}

/**
 * People as a table to take away, in the reader's language and order: in Japanese by reading, kanji and kana first.
 * @param zone of the times, named in their heading
 */
export function peopleSheet(rows: readonly PersonRow[], lang: Lang, zone: string): Sheet {
  const columns = columnsFor(lang, zone);
  const order = nameOrder(lang);
  return {
    name: sheetWords[lang].title,
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: [...rows]
      .sort((one, other) => order(one.name, other.name))
      .map((row) => columns.map(({ of }) => of(row) ?? '')),
  };
}

function columnsFor(lang: Lang, zone: string): Column[] {
  const words = sheetWords[lang];
  const languages = new Intl.DisplayNames(lang, { type: 'language' });
  const latin: Column[] = [
    { heading: words.familyLatin, width: 16, of: ({ name }) => name.familyLatin },
    { heading: words.givenLatin, width: 16, of: ({ name }) => name.givenLatin },
  ];
  const local: Column[] = [
    { heading: words.familyLocal, width: 12, of: ({ name }) => name.familyLocal },
    { heading: words.givenLocal, width: 12, of: ({ name }) => name.givenLocal },
    { heading: words.familyKana, width: 14, of: ({ name }) => name.familyKana },
    { heading: words.givenKana, width: 14, of: ({ name }) => name.givenKana },
  ];
  const organisation: Column[] = [
    { heading: words.organisationLatin, width: 36, of: (row) => row.organisation.nameLatin },
    { heading: words.organisationLocal, width: 30, of: (row) => row.organisation.nameLocal },
  ];
  return [
    ...(lang === 'ja' ? [...local, ...latin] : [...latin, ...local]),
    ...(lang === 'ja' ? organisation.reverse() : organisation),
    { heading: words.department, width: 20, of: (row) => departmentIn(row, lang) },
    { heading: words.jobTitle, width: 20, of: (row) => jobTitleIn(row, lang) },
    { heading: words.kind, width: 16, of: (row) => words.kinds[row.organisation.kind] },
    { heading: words.side, width: 12, of: (row) => words.sides[row.organisation.side] },
    { heading: words.region, width: 22, of: (row) => regionName(row.organisation.regionCode, lang) },
    { heading: words.address, width: 34, of: ({ address }) => address },
    {
      heading: words.languages,
      width: 22,
      of: ({ workingLanguages }) => workingLanguages.map((code) => languages.of(code)).join(words.comma),
    },
    { heading: words.access, width: 34, of: ({ accessNeeds }) => accessNeeds },
    { heading: words.directory, width: 16, of: ({ directory }) => words.directories[directory] },
    { heading: words.state, width: 14, of: ({ state }) => words.states[state] },
    { heading: words.registeredAt(zone), width: 22, of: ({ registeredAt }) => minuteIn(registeredAt, zone) },
  ];
}

/** `2026-12-19 18:00`: sorts as it stands, and nobody takes the day for the month. */
function minuteIn(at: string, zone: string): string {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
