import type { Lang, OrganiserProfile } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import type { Sheet } from '../../../platform/index.js';
import { sheetWords } from './profile-sheet.words.js';

/** Profiles as a table to take away, in the reader's language; days by the reader's zone. */
export function profileSheet(rows: readonly OrganiserProfile[], lang: Lang, zone: string): Sheet {
  const words = sheetWords[lang];
  const day = (at: string | null) =>
    at ? Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() : '';
  const columns: { heading: string; width: number; of: (row: OrganiserProfile) => string }[] = [
    { heading: words.nameLatin, width: 36, of: ({ organisation }) => organisation.nameLatin },
    { heading: words.nameLocal, width: 30, of: ({ organisation }) => organisation.nameLocal ?? '' },
    { heading: words.region, width: 22, of: ({ organisation }) => regionName(organisation.regionCode, lang) },
    { heading: words.state, width: 14, of: ({ state }) => words.states[state] },
    { heading: words.percent, width: 12, of: ({ percent }) => String(percent) },
    { heading: words.opportunities, width: 18, of: (row) => String(row.publishedOpportunities) },
    { heading: words.counts, width: 16, of: (row) => (counts(row) ? words.yes : words.no) },
    { heading: words.member, width: 14, of: ({ memberSince }) => day(memberSince) },
    { heading: words.verified, width: 14, of: ({ verified }) => day(verified?.at ?? null) },
    { heading: words.published, width: 14, of: ({ publishedAt }) => day(publishedAt) },
    { heading: words.expires, width: 14, of: ({ expiresAt }) => day(expiresAt) },
    {
      heading: words.address,
      width: 40,
      of: ({ slug, memberSince, state }) => (memberSince && state === 'published' ? `/${lang}/profiles/${slug}` : ''),
    },
  ];
  return {
    name: words.title,
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

function counts({ state, publishedOpportunities }: OrganiserProfile): boolean {
  return state === 'published' && publishedOpportunities > 0;
}
