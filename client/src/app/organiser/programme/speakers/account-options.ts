import { foldName } from '@musubi/reference';
import type { Lang, PersonRow, SpeakerAccountPut, SpeakerRow } from '@musubi/contracts';
import { shortName } from '@musubi/contracts';
import type { ComboOption } from '../../../ui/forms/combo';

/** As many as the list shows. */
const MOST = 8;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What can be chosen for what was typed: people who take part, by name, organisation or address; and an address itself. */
export function accountOptions(
  typed: string,
  people: readonly PersonRow[],
  lang: Lang,
  byAddress: string,
): ComboOption[] {
  const asked = typed.trim();
  if (asked === '') return [];
  const folded = foldName(asked);
  const named = people
    .filter(({ state }) => state === 'complete')
    .filter((person) => person.address.includes(asked.toLowerCase()) || (folded && textOf(person).includes(folded)))
    .slice(0, MOST)
    .map((person) => ({
      value: `participant ${person.participantId}`,
      label: shortName(person.name, lang),
      meta: `${person.organisation.nameLatin}, ${person.address}`,
    }));
  const known = people.some((person) => person.address === asked.toLowerCase() && person.state === 'complete');
  return address.test(asked) && !known
    ? [...named, { value: `address ${asked}`, label: asked, meta: byAddress }]
    : named;
}

/** What the server is told of a choice. An account that is made gets its letters in the language of the speaker's name. */
export function accountOf(value: string, { nameLocal }: Pick<SpeakerRow, 'nameLocal'>): SpeakerAccountPut {
  const [by, id = ''] = value.split(' ');
  if (by === 'participant') return { by: 'participant', participantId: id as PersonRow['participantId'] };
  return {
    by: 'address',
    address: id,
    lang: nameLocal && /\p{Script=Han}|\p{Script=Hiragana}/u.test(nameLocal) ? 'ja' : 'en',
  };
}

function textOf({ name, organisation }: PersonRow): string {
  return foldName([...Object.values(name), organisation.nameLatin, organisation.nameLocal].filter(Boolean).join(' '));
}
