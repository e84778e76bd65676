import type { InboxEntry, InboxGroup } from '../../../data/meetings/inbox/inbox';

/** The groups of the list; `now` are those that are under way. */
export type ShownGroup = InboxGroup | 'now';

const kinds = ['request', 'meeting', 'group', 'interpreted'] as const;
type Kind = (typeof kinds)[number];

export const facetNames = ['state', 'kind', 'with'] as const;
export type FacetName = (typeof facetNames)[number];

/** What is chosen of each facet, as the address has it; nothing chosen shows all. */
export type InboxFilter = Readonly<Record<FacetName, readonly string[]>>;

/** An entry with the group that it stands in. */
export interface Placed {
  readonly group: ShownGroup;
  readonly entry: InboxEntry;
}

/** As the address has it: values with commas between them. */
export function chosenIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((value) => value !== '');
}

/** Every facet whose choice it falls under; `but` is passed over. */
export function fits(filter: InboxFilter, placed: Placed, but?: FacetName): boolean {
  return facetNames.every((name) => {
    const values = valuesOf(name, placed);
    return name === but || filter[name].length === 0 || filter[name].some((value) => values.includes(value));
  });
}

/** The choices of a facet with how many each shows beside what else is chosen, in the order of the list. */
export function choicesIn(
  name: FacetName,
  all: readonly Placed[],
  filter: InboxFilter,
): { value: string; count: number }[] {
  const values = new Set([...all.flatMap((placed) => valuesOf(name, placed)), ...filter[name]]);
  const sorted = name === 'kind' ? kinds.filter((kind) => values.has(kind)) : [...values];
  return sorted.map((value) => ({
    value,
    count: all.filter((placed) => valuesOf(name, placed).includes(value) && fits(filter, placed, name)).length,
  }));
}

function valuesOf(name: FacetName, { group, entry }: Placed): readonly string[] {
  switch (name) {
    case 'state':
      return [group];
    case 'kind':
      return kindsOf(entry);
    case 'with':
      return [entry.partner.organisation.organisationId];
  }
}

function kindsOf({ kind, meeting, request }: InboxEntry): Kind[] {
  const more: Kind[] = [];
  if ((meeting?.sides.length ?? 0) > 2) more.push('group');
  if (meeting ? meeting.interpretation : request?.interpretation) more.push('interpreted');
  return [kind, ...more];
}
