import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Candidate, MatchOpportunity } from './candidate.ts';
import { pairsBetween } from './pairs.ts';
import { partKeys, weights, type PartKey } from './parts.ts';
import { recommend } from './recommend.ts';
import { score } from './score.ts';

const opportunity = (change: Partial<MatchOpportunity> & { id: string }): MatchOpportunity => ({
  kind: 'offer',
  dimension: 'innovation',
  topic: 'research',
  targetRegions: [],
  thirdCountries: [],
  novelty: 'new',
  agreement: null,
  ...change,
});
const candidate = (change: Partial<Candidate> & { id: string }): Candidate => ({
  organisationId: `organisation of ${change.id}`,
  side: 'eu',
  region: 'DE1',
  languages: ['de', 'en'],
  opportunities: [],
  freeSlots: [],
  ties: [],
  ...change,
});

/** A cluster in Baden-Württemberg that offers test capacity, and one in Osaka that asks for it. */
const clara = candidate({
  id: 'clara',
  opportunities: [
    opportunity({ id: 'capacity', kind: 'offer' }),
    opportunity({
      id: 'exchange',
      kind: 'request',
      dimension: 'people-jobs',
      topic: 'mobility',
      targetRegions: ['JP'],
    }),
  ],
  freeSlots: ['1', '2', '3', '4', '5'],
});
const aiko = candidate({
  id: 'aiko',
  side: 'jp',
  region: 'JP-27',
  languages: ['ja', 'en'],
  opportunities: [
    opportunity({ id: 'partner', kind: 'request', targetRegions: ['DE1', 'NL'] }),
    opportunity({ id: 'host', kind: 'offer', dimension: 'people-jobs', topic: 'mobility' }),
  ],
  freeSlots: ['2', '3', '4', '5', '6'],
});

const anyOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const subjects = anyOf(
  { dimension: 'innovation', topic: 'innovation' },
  { dimension: 'innovation', topic: 'research' },
  { dimension: 'innovation', topic: 'green-digital' },
  { dimension: 'trade', topic: 'market-entry' },
  { dimension: 'trade', topic: 'trade' },
);
const places = anyOf('DE', 'DE1', 'ITC4', 'JP', 'JP-27', 'JP-14');
const wishes = fc.uniqueArray(places, { maxLength: 2 });
const home = anyOf<Pick<Candidate, 'side' | 'region'>>(
  { side: 'eu', region: 'DE1' },
  { side: 'eu', region: 'ITC4' },
  { side: 'jp', region: 'JP-27' },
  { side: 'jp', region: 'JP-14' },
  { side: 'third', region: 'VN' },
);
const candidates = (id: string): fc.Arbitrary<Candidate> =>
  fc
    .record({
      home,
      languages: fc.uniqueArray(anyOf('ja', 'en', 'de', 'it'), { minLength: 1, maxLength: 3 }),
      opportunities: fc.array(
        fc.record({
          kind: anyOf<'offer' | 'request'>('offer', 'request'),
          subject: subjects,
          targetRegions: wishes,
          thirdCountries: fc.uniqueArray(anyOf('VN', 'KE'), { maxLength: 1 }),
          novelty: anyOf<'new' | 'expands'>('new', 'expands'),
          agreement: anyOf(null, { id: 'A01', partner: 'JP-27' }, { id: 'A02', partner: null }),
        }),
        { maxLength: 4 },
      ),
      freeSlots: fc.uniqueArray(anyOf('1', '2', '3', '4', '5', '6', '7')),
      ties: fc.uniqueArray(anyOf('DE1', 'JP-27', 'organisation of p3'), { maxLength: 2 }),
    })
    .map(({ home: at, opportunities, ...rest }) =>
      candidate({
        id,
        ...at,
        ...rest,
        opportunities: opportunities.map(({ subject, ...one }, n) => ({ id: `${id} ${n}`, ...subject, ...one })),
      }),
    );
const crowds = fc.nat(9).chain((size) => fc.tuple(...Array.from({ length: size }, (_, n) => candidates(`p${n}`))));
const part = (me: Candidate, other: Candidate, key: PartKey) => score(me, other).parts.find((one) => one.key === key)!;

describe('score', () => {
  it('explains why Osaka and Baden-Württemberg fit', () => {
    const { parts, pairs, total } = score(clara, aiko);
    expect(parts.map(({ key, strength, because }) => [key, strength, because.code, because.data])).toEqual([
      ['complement', 'strong', 'complement.both_ways', { mine: 'capacity', theirs: 'partner', pairs: 2 }],
      ['dimension', 'strong', 'dimension.common', { dimensions: 'innovation,people-jobs', count: 2 }],
      ['topic', 'strong', 'topic.common', { topics: 'mobility,research', count: 2 }],
      ['region', 'strong', 'region.both_named', { place: 'DE1' }],
      ['language', 'some', 'language.common', { languages: 'en', count: 1 }],
      ['slots', 'strong', 'slots.shared', { count: 4 }],
      ['novelty', 'strong', 'novelty.new', {}],
    ]);
    expect(pairs).toEqual([
      { myOpportunityId: 'capacity', theirOpportunityId: 'partner', kind: 'offer', closeness: 1 },
      { myOpportunityId: 'exchange', theirOpportunityId: 'host', kind: 'request', closeness: 1 },
    ]);
    expect(total).toBe(97.5);
  });

  it('gives its hundred points out in parts', () => {
    expect(partKeys.reduce((sum, key) => sum + weights[key], 0)).toBe(100);
  });

  it('says what is missing, too', () => {
    const nobody = candidate({ id: 'x', region: 'ITC4', languages: ['it'] });
    expect(score(clara, nobody).parts.map(({ strength, because }) => [strength, because.code])).toEqual([
      ['none', 'complement.none'],
      ['none', 'dimension.none'],
      ['none', 'topic.none'],
      ['none', 'region.same_side'],
      ['none', 'language.interpreter'],
      ['none', 'slots.none'],
      ['some', 'novelty.new'],
    ]);
  });

  it('tells who named whom', () => {
    const open = { ...clara, opportunities: [clara.opportunities[0]!] };
    expect([part(open, aiko, 'region'), part(aiko, open, 'region')].map(({ because }) => because)).toEqual([
      { code: 'region.they_named', data: { place: 'DE1' } },
      { code: 'region.i_named', data: { place: 'DE1' } },
    ]);
  });

  it('knows an agreement from either side, and asks whether more is wanted from it', () => {
    const expands = {
      ...clara,
      opportunities: clara.opportunities.map((one) => ({ ...one, novelty: 'expands' as const })),
    };
    const tied = { ...aiko, ties: ['DE1'] };
    const knowing = { ...expands, ties: ['JP', 'JP-27'] };
    const partner = { ...expands, ties: [aiko.organisationId] };
    expect(
      (
        [
          [clara, tied],
          [expands, tied],
          [tied, expands],
          [knowing, tied],
          [partner, aiko],
          [expands, aiko],
        ] as const
      ).map(([me, other]) => {
        const { strength, because } = part(me, other, 'novelty');
        return [strength, because.code, because.data];
      }),
    ).toEqual([
      ['none', 'novelty.expands', { myPlace: 'DE1' }],
      ['some', 'novelty.expands', { myPlace: 'DE1' }],
      ['some', 'novelty.expands', { theirPlace: 'DE1' }],
      ['some', 'novelty.expands', { myPlace: 'DE1', theirPlace: 'JP-27' }],
      ['some', 'novelty.expands', {}],
      ['some', 'novelty.new', {}],
    ]);
  });

  it('reads the same from either side', () => {
    fc.assert(
      fc.property(candidates('a'), candidates('b'), (a, b) => {
        const [there, back] = [score(a, b), score(b, a)];
        expect(back.total).toBe(there.total);
        expect([back.mine, back.theirs]).toEqual([there.theirs, there.mine]);
        expect(back.parts.map(({ got, strength }) => [got, strength])).toEqual(
          there.parts.map(({ got, strength }) => [got, strength]),
        );
        const swapped = { offer: 'request', request: 'offer', shared: 'shared' } as const;
        expect(
          back.pairs.map(({ myOpportunityId, theirOpportunityId, kind, closeness }) => ({
            myOpportunityId: theirOpportunityId,
            theirOpportunityId: myOpportunityId,
            kind: swapped[kind],
            closeness,
          })),
        ).toEqual(there.pairs);
      }),
    );
  });

  it('stays within bounds, and a one-sided wish cannot carry it', () => {
    fc.assert(
      fc.property(candidates('a'), candidates('b'), (a, b) => {
        const { total, mine, theirs, parts } = score(a, b);
        expect(total).toBeGreaterThanOrEqual(Math.min(mine, theirs) - 1e-9);
        expect(total).toBeLessThanOrEqual(Math.min(2 * Math.min(mine, theirs), (mine + theirs) / 2) + 1e-9);
        for (const { got, weight, strength } of parts) {
          expect(got).toBeGreaterThanOrEqual(0);
          expect(got).toBeLessThanOrEqual(weight);
          expect(strength === 'none').toBe(got === 0);
          if (strength === 'strong') expect(got).toBeGreaterThan(0);
        }
        expect(parts.reduce((sum, { got }) => sum + got, 0)).toBeCloseTo((mine + theirs) / 2);
      }),
    );
  });

  it('counts a match within one side half of the same match across', () => {
    const neighbour = { ...aiko, id: 'neighbour', side: 'eu' } as const;
    const across = score(clara, aiko);
    const within = score(clara, neighbour);
    // The region's part loses its wish for the other side, everything else is halved.
    expect(within.total).toBeLessThanOrEqual(across.total / 2);
    expect(within.parts.map(({ weight }) => weight)).toEqual(across.parts.map(({ weight }) => weight / 2));
  });

  it('never falls when one names where the other lies', () => {
    fc.assert(
      fc.property(candidates('a'), candidates('b'), (a, b) => {
        const naming = {
          ...a,
          opportunities: a.opportunities.map((one) => ({ ...one, targetRegions: [...one.targetRegions, b.region] })),
        };
        expect(score(naming, b).total).toBeGreaterThanOrEqual(score(a, b).total - 1e-9);
      }),
    );
  });

  it('never falls with one more common slot, language or answer', () => {
    fc.assert(
      fc.property(candidates('a'), candidates('b'), subjects, (a, b, subject) => {
        const before = score(a, b).total;
        const with1 = (one: Candidate, change: Partial<Candidate>): Candidate => ({ ...one, ...change });
        const slot = { freeSlots: (one: Candidate) => [...one.freeSlots, 'another'] };
        const later = [
          score(with1(a, { freeSlots: slot.freeSlots(a) }), with1(b, { freeSlots: slot.freeSlots(b) })),
          score(with1(a, { languages: [...a.languages, 'fr'] }), with1(b, { languages: [...b.languages, 'fr'] })),
        ];
        for (const { total } of later) expect(total).toBeGreaterThanOrEqual(before - 1e-9);
        const asked = opportunity({ id: 'asked', kind: 'request', ...subject });
        const offered = opportunity({ id: 'offered', kind: 'offer', ...subject });
        const complement = part(
          with1(a, { opportunities: [...a.opportunities, asked] }),
          with1(b, { opportunities: [...b.opportunities, offered] }),
          'complement',
        );
        expect(complement.got).toBeGreaterThanOrEqual(part(a, b, 'complement').got - 1e-9);
      }),
    );
  });

  it('does not look at the order of anything but languages', () => {
    fc.assert(
      fc.property(candidates('a'), candidates('b'), (a, b) => {
        const turned = (one: Candidate): Candidate => ({
          ...one,
          opportunities: [...one.opportunities].reverse(),
          freeSlots: [...one.freeSlots].reverse(),
          ties: [...one.ties].reverse(),
        });
        expect(score(turned(a), turned(b))).toEqual(score(a, b));
      }),
    );
  });
});

describe('pairs', () => {
  it('use each opportunity once and fit in kind', () => {
    fc.assert(
      fc.property(candidates('a'), candidates('b'), (a, b) => {
        const pairs = pairsBetween(a.opportunities, b.opportunities);
        expect(new Set(pairs.map((one) => one.myOpportunityId)).size).toBe(pairs.length);
        expect(new Set(pairs.map((one) => one.theirOpportunityId)).size).toBe(pairs.length);
        for (const { myOpportunityId, theirOpportunityId, kind } of pairs) {
          const mine = a.opportunities.find(({ id }) => id === myOpportunityId)!;
          const theirs = b.opportunities.find(({ id }) => id === theirOpportunityId)!;
          expect(mine.dimension).toBe(theirs.dimension);
          expect(kind).toBe(mine.kind === theirs.kind ? 'shared' : mine.kind);
          if (kind === 'shared') expect(mine.topic).toBe(theirs.topic);
        }
      }),
    );
  });
});

describe('recommend', () => {
  const none: ReadonlySet<string> = new Set();

  it('puts the better fit first and leaves out who fits not at all', () => {
    const others = [
      candidate({ id: 'far', side: 'jp', region: 'JP-01', languages: ['ja'] }),
      aiko,
      candidate({ id: 'colleague', organisationId: clara.organisationId }),
      clara,
    ];
    expect(recommend(clara, others, { excluded: none }).map(({ candidateId }) => candidateId)).toEqual(['aiko', 'far']);
    expect(recommend(clara, others, { excluded: none, limit: 1 })).toHaveLength(1);
  });

  it('never shows who is excluded, oneself, or a colleague', () => {
    fc.assert(
      fc.property(crowds, fc.uniqueArray(fc.nat(9).map((n) => `p${n}`)), (others, out) => {
        const excluded = new Set(out);
        const shown = recommend(clara, [...others, clara], { excluded }).map(({ candidateId }) => candidateId);
        expect(shown.filter((id) => excluded.has(id) || id === clara.id)).toEqual([]);
        const open = recommend(clara, others, { excluded: none }).map(({ candidateId }) => candidateId);
        expect(shown).toEqual(open.filter((id) => !excluded.has(id)));
      }),
    );
  });

  it('answers the same whatever the order of the others', () => {
    fc.assert(
      fc.property(
        crowds.chain((others) =>
          fc.tuple(fc.constant(others), fc.shuffledSubarray([...others], { minLength: others.length })),
        ),
        ([others, shuffled]) => {
          expect(recommend(clara, shuffled, { excluded: none })).toEqual(recommend(clara, others, { excluded: none }));
        },
      ),
    );
  });

  it('puts equals in order of their id, the best first', () => {
    fc.assert(
      fc.property(
        candidates('z'),
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (twin, ids) => {
          const twins = ids.map((id) => ({ ...twin, id: `t${id}`, organisationId: `o${id}` }));
          const shown = recommend(clara, twins, { excluded: none });
          expect(shown.map(({ candidateId }) => candidateId)).toEqual(
            shown.length ? twins.map(({ id }) => id).sort() : [],
          );
        },
      ),
    );
    const crowd = [aiko, candidate({ id: 'b' }), candidate({ id: 'a' })];
    const totals = recommend(clara, crowd, { excluded: none }).map((one) => one.score.total);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it('lets whoever is asked by more people than can be met stand further behind, with the score they have', () => {
    const crowd = ['a', 'b', 'c'].map((id) => ({ ...aiko, id, organisationId: id, freeSlots: ['one', 'two'] }));
    const shown = (waiting: Record<string, number>) =>
      recommend(clara, crowd, { excluded: none, waiting: new Map(Object.entries(waiting)) });
    expect(shown({ a: 2 }).map(({ candidateId }) => candidateId)).toEqual(['a', 'b', 'c']);
    expect(shown({ a: 3, b: 9 }).map(({ candidateId }) => candidateId)).toEqual(['c', 'a', 'b']);
    expect(new Set(shown({ a: 3, b: 9 }).map(({ score }) => score.total)).size).toBe(1);
  });

  it('reads two thousand people in well under a second', () => {
    const crowd = Array.from({ length: 2000 }, (_, n) => ({ ...aiko, id: `p${n}`, organisationId: `o${n}` }));
    expect(recommend(clara, crowd, { excluded: none, limit: 24 })).toHaveLength(24);
  });
});

describe('a third country', () => {
  const abroad = (id: string, side: 'eu' | 'jp', ...thirdCountries: string[]): Candidate =>
    candidate({
      ...{ id, side, region: side === 'eu' ? 'DE1' : 'JP-27' },
      opportunities: [opportunity({ id: `plan of ${id}`, thirdCountries })],
    });
  const region = (me: Candidate, other: Candidate) => {
    const { strength, got, because } = score(me, other).parts.find(({ key }) => key === 'region')!;
    return [strength, got, because.code, because.data['places'] ?? because.data['place']];
  };

  it('joins two of the two sides that name it, whatever regions they wish for', () => {
    const [one, other] = [abroad('one', 'eu', 'VN', 'KE'), abroad('other', 'jp', 'ID', 'VN')];
    expect(region(one, other)).toEqual(['strong', weights.region, 'region.third_country', 'VN']);
    expect(region(other, one)).toEqual(['strong', weights.region, 'region.third_country', 'VN']);
    expect(region(one, abroad('third', 'jp', 'ID'))).toEqual(['some', 9.6, 'region.other_side', 'JP-27']);
  });

  it('joins nobody of one side', () => {
    expect(region(abroad('one', 'eu', 'VN'), abroad('other', 'eu', 'VN'))[2]).toBe('region.same_side');
  });

  it('is where somebody of there is looked for', () => {
    const there = candidate({ id: 'there', side: 'third', region: 'VN' });
    expect(region(abroad('one', 'eu', 'VN'), there).slice(2)).toEqual(['region.i_named', 'VN']);
  });
});

describe('an agreement that is named', () => {
  const widening = (
    id: string,
    side: 'eu' | 'jp',
    region: string,
    agreement: MatchOpportunity['agreement'],
    ...ties: string[]
  ): Candidate =>
    candidate({
      id,
      side,
      region,
      ties,
      opportunities: [opportunity({ id: `of ${id}`, novelty: 'expands', agreement })],
    });
  const novelty = (me: Candidate, other: Candidate) => {
    const { strength, because } = score(me, other).parts.find(({ key }) => key === 'novelty')!;
    return [strength, because.code, because.data['agreements']];
  };
  const basque = widening('basque', 'eu', 'ES21', { id: 'A04', partner: 'JP-07' }, 'JP-07', 'JP-24');

  it('is looked for with its other party, not with every region that one has an agreement with', () => {
    const fukushima = widening('fukushima', 'jp', 'JP-07', null, 'ES21');
    const mie = widening('mie', 'jp', 'JP-24', null, 'ES21');
    expect(novelty(basque, fukushima)).toEqual(['strong', 'novelty.expands', undefined]);
    expect(novelty(basque, mie)).toEqual(['some', 'novelty.expands', undefined]);
  });

  it('joins the two organisations that name it where their regions have none', () => {
    const cluster = { ...basque, ties: [] };
    const partner = widening('partner', 'jp', 'JP-07', { id: 'A04', partner: 'ES21' });
    expect(novelty(cluster, partner)).toEqual(['strong', 'novelty.agreement', 'A04']);
    expect(novelty(partner, cluster)).toEqual(['strong', 'novelty.agreement', 'A04']);
    const another = widening('another', 'jp', 'JP-07', { id: 'A02', partner: 'DEA' });
    expect(novelty(cluster, another)).toEqual(['none', 'novelty.new', undefined]);
  });
});
