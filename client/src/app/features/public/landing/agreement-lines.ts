import type { Participation } from '@musubi/contracts';
import { regionParents } from '@musubi/reference';
import { verifiedAgreements } from '@musubi/reference/agreements';

export interface ListedRegion {
  readonly code: string;
  /** Null where so few that the number would point at people. */
  readonly people: number | null;
}

export interface AgreementLine {
  /** Places in the two lists, from 0. */
  readonly left: number;
  readonly right: number;
  /** The one that has lasted longest of those drawn. */
  readonly longest: boolean;
}

export interface TwoLists {
  readonly eu: readonly ListedRegion[];
  readonly jp: readonly ListedRegion[];
  readonly lines: readonly AgreementLine[];
  /** Year of the longest-lasting one. */
  readonly since: string | null;
}

/**
 * The regions with the most people on both sides, those first that an agreement joins, and the verified agreements between
 * the listed ones. An agreement of a larger region (a Land) joins its parts too.
 */
export function agreementLines(participation: Participation, most = 6): TwoLists {
  const pairs = verifiedAgreements.flatMap(({ eu, jp, firstDate }) =>
    eu.region && jp.region ? [{ eu: eu.region, jp: jp.region, date: firstDate.date }] : [],
  );
  const covers = (agreed: string, listed: string): boolean =>
    agreed === listed || regionParents(listed).includes(agreed) || regionParents(agreed).includes(listed);
  const choose = (all: Participation['eu'], side: 'eu' | 'jp'): ListedRegion[] => {
    const joined = (code: string) => pairs.some((pair) => covers(pair[side], code));
    return all
      .map(({ regionCode, people }) => ({ code: regionCode, people }))
      .sort((a, b) => Number(joined(b.code)) - Number(joined(a.code)) || (b.people ?? 0) - (a.people ?? 0))
      .slice(0, most);
  };
  const eu = choose(participation.eu, 'eu');
  const jp = choose(participation.jp, 'jp');
  const drawn = pairs.flatMap((pair) => {
    const left = eu.findIndex(({ code }) => covers(pair.eu, code));
    const right = jp.findIndex(({ code }) => covers(pair.jp, code));
    return left < 0 || right < 0 ? [] : [{ left, right, date: pair.date }];
  });
  const unique = drawn.filter(
    (one, index) => drawn.findIndex(({ left, right }) => left === one.left && right === one.right) === index,
  );
  const dated = unique.filter(({ date }) => date !== null).sort((a, b) => a.date!.localeCompare(b.date!));
  const longest = dated[0];
  return {
    eu,
    jp,
    lines: unique.map((line) => ({ left: line.left, right: line.right, longest: line === longest })),
    since: longest?.date?.slice(0, 4) ?? null,
  };
}
