/** Others by preference, best first; those of one tier are liked alike. Who is not mentioned is not acceptable. */
export type Preferences = readonly (readonly string[])[];

/** Somebody who applies for one place, at hosts in the order of their wishes. */
export interface Applicant {
  readonly id: string;
  readonly preferences: Preferences;
}

/** Somebody who has places, a whole number from 0, and ranks the applicants. */
export interface Host {
  readonly id: string;
  readonly capacity: number;
  readonly preferences: Preferences;
}

export interface Placement {
  readonly applicantId: string;
  readonly hostId: string;
}

export interface StableMatching {
  /** In order of the applicants. */
  readonly placements: readonly Placement[];
  /** Applicants without a place, in their order. */
  readonly unplaced: readonly string[];
  /** By host: applicants who would rather be there than where they are, best ranked first: who is next when a place falls free. */
  readonly reserves: ReadonlyMap<string, readonly string[]>;
}

/**
 * Places applicants at hosts so that no pair would rather have each other: deferred acceptance with applicants proposing (Gale and
 * Shapley, American Mathematical Monthly 69, 1962; with capacities Roth, Journal of Political Economy 92, 1984). Of all stable matchings
 * it is the best for every applicant, who gains nothing by wishing untruthfully; and in all of them the same applicants are placed and the
 * same places stay empty (rural hospitals theorem). Ties are broken by id, so that the outcome is the same on every machine; it is then
 * weakly stable: no pair in which both strictly gain. O(wishes log wishes).
 * @throws RangeError for an id given twice, a place count that is no whole number, or somebody standing in a list twice
 */
export function stableMatching(applicants: readonly Applicant[], hosts: readonly Host[]): StableMatching {
  check(applicants, hosts);
  const ranks = new Map(hosts.map((host) => [host.id, ranksOf(host.preferences)]));
  const held = new Map(hosts.map(({ id }) => [id, new Set<string>()]));
  const capacity = new Map(hosts.map((host) => [host.id, host.capacity]));
  const wishes = new Map(applicants.map(({ id, preferences }) => [id, inOrder(preferences)]));
  const next = new Map(applicants.map(({ id }) => [id, 0]));
  const at = new Map<string, string>();
  const free = applicants.map(({ id }) => id).reverse();
  while (free.length > 0) {
    const applicant = free.pop()!;
    const host = wishes.get(applicant)![next.get(applicant)!];
    if (host === undefined) continue;
    next.set(applicant, next.get(applicant)! + 1);
    const rank = ranks.get(host);
    if (!rank?.has(applicant) || capacity.get(host) === 0) {
      free.push(applicant);
      continue;
    }
    const own = held.get(host)!;
    own.add(applicant);
    at.set(applicant, host);
    if (own.size <= capacity.get(host)!) continue;
    const worst = [...own].reduce((a, b) => (rank.get(a)! > rank.get(b)! ? a : b));
    own.delete(worst);
    at.delete(worst);
    free.push(worst);
  }
  return {
    placements: applicants.flatMap(({ id }) => (at.has(id) ? [{ applicantId: id, hostId: at.get(id)! }] : [])),
    unplaced: applicants.map(({ id }) => id).filter((id) => !at.has(id)),
    reserves: new Map(hosts.map(({ id }) => [id, reserveOf(id, ranks.get(id)!, wishes, at)])),
  };
}

/** The list in one order: tier by tier, by id within. */
const inOrder = (preferences: Preferences): readonly string[] =>
  preferences.flatMap((tier) => [...tier].sort((a, b) => (a < b ? -1 : 1)));

const ranksOf = (preferences: Preferences): ReadonlyMap<string, number> =>
  new Map(inOrder(preferences).map((id, rank) => [id, rank]));

function reserveOf(
  host: string,
  ranks: ReadonlyMap<string, number>,
  wishes: ReadonlyMap<string, readonly string[]>,
  at: ReadonlyMap<string, string>,
): readonly string[] {
  return [...ranks.keys()].filter((applicant) => {
    const own = wishes.get(applicant) ?? [];
    const wished = own.indexOf(host);
    const has = at.get(applicant);
    return wished >= 0 && (has === undefined || wished < own.indexOf(has));
  });
}

function check(applicants: readonly Applicant[], hosts: readonly Host[]): void {
  for (const all of [applicants, hosts]) {
    const ids = new Set(all.map(({ id }) => id));
    if (ids.size < all.length) throw new RangeError('An id is given twice');
  }
  for (const { id, preferences } of [...applicants, ...hosts]) {
    const named = preferences.flat();
    if (new Set(named).size < named.length) throw new RangeError(`${id} names somebody twice`);
  }
  for (const { id, capacity } of hosts)
    if (!Number.isInteger(capacity) || capacity < 0) throw new RangeError(`${id} has ${capacity} places`);
}
