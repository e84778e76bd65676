import type { OrganisationCard, RegionHeat } from '@musubi/contracts';

type Party = Pick<OrganisationCard, 'side' | 'regionCode'>;

/** Who met whom, by region: a meeting or case counts once for every pair of an EU and a Japanese region in it. */
export function regionHeat({ held, cases }: { held: readonly Party[][]; cases: readonly Party[][] }): RegionHeat {
  const cells = new Map<string, RegionHeat['cells'][number]>();
  const count = (parties: readonly Party[], what: 'held' | 'cases') => {
    for (const [eu, jp] of pairsOf(parties)) {
      const key = `${eu} ${jp}`;
      const cell = cells.get(key) ?? { eu, jp, held: 0, cases: 0 };
      cell[what]++;
      cells.set(key, cell);
    }
  };
  for (const parties of held) count(parties, 'held');
  for (const parties of cases) count(parties, 'cases');
  const sorted = [...cells.values()].sort((a, b) => a.eu.localeCompare(b.eu) || a.jp.localeCompare(b.jp));
  return {
    eu: [...new Set(sorted.map(({ eu }) => eu))],
    jp: [...new Set(sorted.map(({ jp }) => jp))].sort(),
    cells: sorted,
  };
}

/** Whether a meeting or case of these parties is counted for this pair. */
export function isOfPair(parties: readonly Party[], { eu, jp }: { eu: string; jp: string }): boolean {
  return pairsOf(parties).some((pair) => pair[0] === eu && pair[1] === jp);
}

function pairsOf(parties: readonly Party[]): [string, string][] {
  const regions = (side: Party['side']) => [
    ...new Set(parties.filter((one) => one.side === side).map((one) => one.regionCode)),
  ];
  return regions('eu').flatMap((eu) => regions('jp').map((jp): [string, string] => [eu, jp]));
}
