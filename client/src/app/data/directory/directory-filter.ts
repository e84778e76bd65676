import type { DirectoryFacets, DirectoryFilter } from '@musubi/contracts';

/** Groups of choices, in the order in which they are shown. */
export const facetGroups = [
  ...(['side', 'dimension', 'topic', 'opportunity', 'language', 'place', 'region', 'kind'] as const),
  ...(['target', 'form', 'stage', 'novelty', 'framework'] as const),
] as const;
export type FacetGroup = (typeof facetGroups)[number];

export const everybody: DirectoryFilter = {
  q: '',
  side: [],
  place: [],
  kind: [],
  language: [],
  dimension: [],
  opportunity: [],
  region: [],
  topic: [],
  form: [],
  stage: [],
  novelty: [],
  target: [],
  framework: [],
  notMet: false,
};

/** The filter with the choice set, or taken away where it was set. */
export function toggled(filter: DirectoryFilter, group: FacetGroup, value: string): DirectoryFilter {
  const chosen: readonly string[] = filter[group];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...filter, [group]: next };
}

/** How many choices are set; the words are not one. */
export function choicesSet(filter: DirectoryFilter): number {
  return facetGroups.reduce((sum, group) => sum + filter[group].length, Number(filter.notMet));
}

/** Whether the two leave the same people. */
export function sameFilter(one: DirectoryFilter, other: DirectoryFilter): boolean {
  const told = (filter: DirectoryFilter): string =>
    JSON.stringify([filter.q, filter.notMet, ...facetGroups.map((group) => [...filter[group]].sort())]);
  return told(one) === told(other);
}

export interface Choice {
  readonly value: string;
  readonly count: number;
  readonly set: boolean;
}

/** The choices of a group: those that would show somebody, and those that are set though they show nobody. */
export function choicesOf(group: FacetGroup, facets: DirectoryFacets, filter: DirectoryFilter): Choice[] {
  const chosen: readonly string[] = filter[group];
  const counted = facets[group].map(({ value, count }) => ({ value, count, set: chosen.includes(value) }));
  const known = new Set(counted.map(({ value }) => value));
  const empty = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0, set: true }));
  return [...counted, ...empty];
}
