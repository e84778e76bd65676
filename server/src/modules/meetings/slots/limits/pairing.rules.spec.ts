import { describe, expect, it } from '@jest/globals';
import { mayMeet, type PairingTerms } from './pairing.rules.js';

type Party = Parameters<typeof mayMeet>[1];
const party = (organisationId: string, side: Party['side'], kind: Party['kind'] = 'region'): Party => ({
  organisationId: organisationId as Party['organisationId'],
  side,
  kind,
});
const bavaria = party('bavaria', 'eu');
const saxony = party('saxony', 'eu', 'cluster');
const osaka = party('osaka', 'jp', 'prefecture');
const third = party('third', 'third', 'company');
const terms = (pairing: PairingTerms['pairing'], apart: PairingTerms['apart'] = []): PairingTerms => ({
  pairing,
  apart,
});

describe('who may meet whom', () => {
  it.each([
    ['everybody', terms({ kind: 'all' }), [true, true, true]],
    ['Europe and Japan', terms({ kind: 'eu_jp' }), [true, false, false]],
    ['regions and prefectures', terms({ kind: 'kinds', one: ['region'], other: ['prefecture'] }), [true, false, false]],
    [
      'clusters among themselves and regions',
      terms({ kind: 'kinds', one: ['cluster'], other: ['region', 'cluster'] }),
      [false, true, false],
    ],
  ] as const)('with %s', (_, given, expected) => {
    const pairs = [[bavaria, osaka] as const, [bavaria, saxony] as const, [osaka, third] as const];
    expect(pairs.map(([a, b]) => mayMeet(given, a, b))).toEqual(expected);
    // Whoever asks.
    expect(pairs.map(([a, b]) => mayMeet(given, b, a))).toEqual(expected);
  });

  it('never those that are kept apart', () => {
    const given = terms({ kind: 'all' }, [{ one: bavaria.organisationId, other: osaka.organisationId }]);
    expect([mayMeet(given, bavaria, osaka), mayMeet(given, osaka, bavaria), mayMeet(given, saxony, osaka)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
