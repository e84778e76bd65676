import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockingPairs } from './blocking-pairs.ts';
import { stableMatching, type Applicant, type Host, type Placement } from './stable-matching.ts';

const strict = (...ids: string[]): string[][] => ids.map((id) => [id]);

/** Small markets: some lists incomplete, some with ties, some hosts without places. */
const markets = (tied: boolean): fc.Arbitrary<{ applicants: Applicant[]; hosts: Host[] }> =>
  fc
    .record({ people: fc.integer({ min: 0, max: 5 }), places: fc.integer({ min: 0, max: 4 }) })
    .chain(({ people, places }) => {
      const names = (prefix: string, count: number): string[] =>
        Array.from({ length: count }, (_, n) => `${prefix}${n}`);
      const preferences = (of: string[]): fc.Arbitrary<string[][]> =>
        fc
          .tuple(fc.shuffledSubarray(of), fc.array(fc.boolean(), { minLength: of.length, maxLength: of.length }))
          .map(([order, joins]) =>
            order.reduce<string[][]>((tiers, id, at) => {
              if (tied && at > 0 && joins[at]) tiers.at(-1)!.push(id);
              else tiers.push([id]);
              return tiers;
            }, []),
          );
      return fc.record({
        applicants: fc.tuple(
          ...names('a', people).map((id) => preferences(names('h', places)).map((own) => ({ id, preferences: own }))),
        ),
        hosts: fc.tuple(
          ...names('h', places).map((id) =>
            fc
              .record({ capacity: fc.integer({ min: 0, max: 3 }), own: preferences(names('a', people)) })
              .map(({ capacity, own }) => ({ id, capacity, preferences: own })),
          ),
        ),
      });
    });

/** Every way to place the applicants that keeps capacities and uses acceptable pairs only. */
function* allMatchings(applicants: readonly Applicant[], hosts: readonly Host[]): Generator<Placement[]> {
  const [first, ...rest] = applicants;
  if (!first) {
    yield [];
    return;
  }
  for (const others of allMatchings(rest, hosts)) {
    yield others;
    for (const host of hosts) {
      const acceptable = first.preferences.flat().includes(host.id) && host.preferences.flat().includes(first.id);
      const full = others.filter(({ hostId }) => hostId === host.id).length >= host.capacity;
      if (acceptable && !full) yield [{ applicantId: first.id, hostId: host.id }, ...others];
    }
  }
}

describe('stable matching with capacities', () => {
  it('lets hosts keep the best and says who is next in line', () => {
    const applicants = [
      { id: 'Ada', preferences: strict('Hyogo', 'Lombardia') },
      { id: 'Bo', preferences: strict('Hyogo') },
      { id: 'Chie', preferences: strict('Hyogo', 'Lombardia') },
    ];
    const hosts = [
      { id: 'Hyogo', capacity: 1, preferences: strict('Chie', 'Ada', 'Bo') },
      { id: 'Lombardia', capacity: 2, preferences: [['Ada', 'Chie']] },
    ];
    expect(stableMatching(applicants, hosts)).toEqual({
      placements: [
        { applicantId: 'Ada', hostId: 'Lombardia' },
        { applicantId: 'Chie', hostId: 'Hyogo' },
      ],
      unplaced: ['Bo'],
      reserves: new Map([
        ['Hyogo', ['Ada', 'Bo']],
        ['Lombardia', []],
      ]),
    });
  });

  it('has no blocking pair, exceeds no capacity and joins acceptable pairs only, ties or not', () => {
    fc.assert(
      fc.property(markets(true), ({ applicants, hosts }) => {
        const { placements, unplaced } = stableMatching(applicants, hosts);
        expect(blockingPairs(applicants, hosts, placements)).toEqual([]);
        for (const { id, capacity, preferences } of hosts) {
          const here = placements.filter(({ hostId }) => hostId === id).map(({ applicantId }) => applicantId);
          expect(here.length).toBeLessThanOrEqual(capacity);
          expect(preferences.flat()).toEqual(expect.arrayContaining(here));
        }
        expect([...placements.map(({ applicantId }) => applicantId), ...unplaced].sort()).toEqual(
          applicants.map(({ id }) => id).sort(),
        );
      }),
    );
  });

  it('is the best for every applicant of all stable matchings, and places the same ones as each of them', () => {
    fc.assert(
      fc.property(markets(false), ({ applicants, hosts }) => {
        const found = stableMatching(applicants, hosts).placements;
        const hostOf = (all: readonly Placement[], id: string): string | undefined =>
          all.find(({ applicantId }) => applicantId === id)?.hostId;
        for (const other of allMatchings(applicants, hosts)) {
          if (blockingPairs(applicants, hosts, other).length > 0) continue;
          expect(other.length).toBe(found.length);
          for (const { id, preferences } of applicants) {
            const rank = (all: readonly Placement[]): number =>
              preferences.flat().indexOf(hostOf(all, id) ?? 'nowhere');
            expect(hostOf(found, id) === undefined).toBe(hostOf(other, id) === undefined);
            expect(rank(found)).toBeLessThanOrEqual(rank(other));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the hosts or, but for the order of the answer, of the applicants', () => {
    fc.assert(
      fc.property(markets(true), ({ applicants, hosts }) => {
        const sorted = (all: readonly Placement[]): Placement[] =>
          [...all].sort((a, b) => (a.applicantId < b.applicantId ? -1 : 1));
        const turned = stableMatching([...applicants].reverse(), [...hosts].reverse());
        expect(sorted(turned.placements)).toEqual(sorted(stableMatching(applicants, hosts).placements));
      }),
    );
  });

  it('names what is wrong with its input', () => {
    const one = { id: 'Ada', preferences: [] };
    expect(() => stableMatching([one, one], [])).toThrow('An id is given twice');
    expect(() => stableMatching([], [{ id: 'Hyogo', capacity: 0.5, preferences: [] }])).toThrow('Hyogo has 0.5 places');
    expect(() => stableMatching([{ id: 'Ada', preferences: [['x'], ['x']] }], [])).toThrow('Ada names somebody twice');
  });
});
