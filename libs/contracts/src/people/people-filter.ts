import { foldName } from '@musubi/reference';
import type { PersonRow } from './registration.ts';
import type { OrganisationKind, RegistrationState, Side } from '../vocabulary.ts';

/** What organisers narrow an event's people by; what is left out narrows nothing. */
export interface PeopleFilter {
  /** Words of a name in any script, an organisation, a title or an address. */
  readonly q?: string | undefined;
  readonly state?: RegistrationState | undefined;
  readonly side?: Side | undefined;
  readonly region?: string | undefined;
  readonly kind?: OrganisationKind | undefined;
  /** Only people who said that they need something to take part. */
  readonly access?: 'needed' | undefined;
}

/** Everything that the words are looked for in, as `foldName` leaves it; names in Japanese also without the space. */
export function peopleWords({
  name,
  organisation,
  address,
  jobTitle,
  department,
  jobTitleOther,
  departmentOther,
}: PersonRow): string {
  const { familyLatin, givenLatin, familyLocal, givenLocal, familyKana, givenKana } = name;
  const joined = (family: string | null, given: string | null): string => `${family ?? ''}${given ?? ''}`;
  return foldName(
    [
      givenLatin,
      familyLatin,
      givenLatin,
      ...[familyLocal, givenLocal, joined(familyLocal, givenLocal)],
      ...[familyKana, givenKana, joined(familyKana, givenKana)],
      ...[organisation.nameLatin, organisation.nameLocal, jobTitle, department],
      ...[jobTitleOther, departmentOther, address],
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** @param words what `peopleWords` gives, where many filters are tried on the same person */
export function peopleFit(
  row: PersonRow,
  { q = '', state, side, region, kind, access }: PeopleFilter,
  words: string = peopleWords(row),
): boolean {
  const { organisation } = row;
  return (
    (state === undefined || row.state === state) &&
    (side === undefined || organisation.side === side) &&
    (region === undefined || organisation.regionCode === region) &&
    (kind === undefined || organisation.kind === kind) &&
    (access === undefined || row.accessNeeds !== null) &&
    q
      .split(/\s+/u)
      .map(foldName)
      .every((word) => words.includes(word))
  );
}
