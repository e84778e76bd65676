import { describe, expect, it } from '@jest/globals';
import { interpretingFor } from './common-language.js';
import { alone, partyOf, type Planned, type Sharing } from './parties.js';
import { wishesOf, type WishSources } from './wishes.js';

const person = (participantId: string, organisationId: string, languages = ['en']): Planned => ({
  participantId,
  userId: `user of ${participantId}`,
  organisationId,
  workingLanguages: languages,
  zone: 'Europe/Brussels',
});

const pool: Sharing = { mode: 'pool', organisationId: 'Y', reachable: ['y1', 'y2'], common: true };
const together: Sharing = { mode: 'everyone', organisationId: 'Z', reachable: ['z1', 'z2'], common: true };
const sharing: Record<string, Sharing> = { y1: pool, y2: pool, z1: together, z2: together };

const people = [
  person('a', 'A'),
  person('b', 'B'),
  person('j', 'J', ['ja']),
  person('y1', 'Y'),
  person('y2', 'Y'),
  person('z1', 'Z'),
  person('z2', 'Z'),
];

const sources = (given: Partial<WishSources>): WishSources => ({
  people: new Map(people.map((one) => [one.participantId, one])),
  partyOf: (one) => partyOf(one, sharing[one.participantId]),
  said: [],
  requests: [],
  blocked: () => false,
  meets: () => false,
  fit: () => 0,
  slotsFor: () => [0, 1],
  offered: new Set(['en-ja']),
  ...given,
});

describe('the wishes of an event', () => {
  it('are one for each two of whom at least one wants it, worth what both said', () => {
    const { wishes, origins } = wishesOf(
      sources({
        said: [
          { from: 'a', to: 'b', preference: 'must' },
          { from: 'b', to: 'a', preference: 'meet' },
          { from: 'a', to: 'y1', preference: 'meet' },
        ],
      }),
    );
    const shown = wishes.map(({ sides, weight }) => [
      sides
        .flatMap((side) => side.people)
        .sort()
        .join(),
      weight,
    ]);
    expect(Object.fromEntries(shown)).toEqual({ 'a,b': 800, 'a,y1,y2': 300 });
    expect(origins.map(({ kind, contacts }) => [kind, [...contacts].sort().join()]).sort()).toEqual([
      ['preference', 'a,b'],
      ['preference', 'a,y1'],
    ]);
  });

  it('weigh by how well the two fit among those that are wanted as much, and never more than what is wanted more', () => {
    const fits: Record<string, number> = { 'a b': 100, 'a j': 40.4 };
    const { wishes } = wishesOf(
      sources({
        said: [
          { from: 'a', to: 'b', preference: 'meet' },
          { from: 'a', to: 'j', preference: 'meet' },
          { from: 'b', to: 'j', preference: 'meet' },
          { from: 'j', to: 'b', preference: 'meet' },
        ],
        fit: (one, other) => fits[[one, other].sort().join(' ')] ?? 0,
      }),
    );
    const weights = wishes.map(({ sides, weight }) => [
      sides
        .flatMap(({ people }) => people)
        .sort()
        .join(),
      weight,
    ]);
    expect(Object.fromEntries(weights)).toEqual({ 'a,b': 399, 'a,j': 340, 'b,j': 500 });
  });

  it('are the same wish whoever of a shared delegation is named, and whoever is named first', () => {
    const of = (said: WishSources['said']) => wishesOf(sources({ said })).wishes;
    const [one] = of([{ from: 'a', to: 'y1', preference: 'meet' }]);
    expect(of([{ from: 'y2', to: 'a', preference: 'meet' }])[0]!.id).toBe(one!.id);
    const both = of([
      { from: 'a', to: 'y1', preference: 'meet' },
      { from: 'a', to: 'y2', preference: 'must' },
    ]);
    expect(both).toMatchObject([{ id: one!.id, weight: 600 }]);
    expect(both[0]!.sides.find(({ organisationId }) => organisationId === 'Y')).toMatchObject({ need: 'one' });
    const [all] = of([{ from: 'a', to: 'z2', preference: 'meet' }]);
    expect(all!.sides.find(({ organisationId }) => organisationId === 'Z')).toEqual({
      organisationId: 'Z',
      people: ['z1', 'z2'],
      need: 'all',
    });
  });

  it('keep who of each side said the most, and who was asked for where nobody of it said anything', () => {
    const of = (said: WishSources['said']) =>
      wishesOf(sources({ said })).origins.map(({ said: words, by }) =>
        words.map((word, at) => `${by?.[at]}: ${word}`).sort(),
      );
    expect([
      of([
        { from: 'a', to: 'z1', preference: 'meet' },
        { from: 'z1', to: 'a', preference: 'meet' },
        { from: 'z2', to: 'a', preference: 'must' },
      ]),
      of([
        { from: 'z2', to: 'a', preference: 'must' },
        { from: 'z1', to: 'a', preference: 'meet' },
      ]),
      of([{ from: 'a', to: 'y2', preference: 'meet' }]),
    ]).toEqual([[['a: meet', 'z2: must']], [['a: none', 'z2: must']], [['a: meet', 'y2: none']]]);
  });

  it('are none where a side says no, and that is said where the other asked', () => {
    const { wishes, origins } = wishesOf(
      sources({
        said: [
          { from: 'a', to: 'b', preference: 'must' },
          { from: 'b', to: 'a', preference: 'no_thanks' },
          { from: 'j', to: 'a', preference: 'no_thanks' },
        ],
      }),
    );
    expect(wishes).toEqual([]);
    expect(origins).toMatchObject([{ refused: 'no_thanks', contacts: ['a', 'b'] }]);
  });

  it('leave out whom a block stands between: of a pool somebody else can come, of a whole delegation nobody', () => {
    const said = (to: string): WishSources['said'] => [{ from: 'a', to, preference: 'meet' }];
    const blocked: WishSources['blocked'] = (one, other) =>
      [one, other].some(({ participantId }) => participantId === 'a') &&
      [one, other].some(({ participantId }) => participantId === 'y1' || participantId === 'z1');
    const [wish] = wishesOf(sources({ said: said('y1'), blocked })).wishes;
    expect(wish!.sides.find(({ organisationId }) => organisationId === 'Y')!.people).toEqual(['y2']);
    expect(wishesOf(sources({ said: said('z2'), blocked }))).toMatchObject({
      wishes: [],
      origins: [{ refused: 'apart' }],
    });
  });

  it('ask for an interpreter where there is no common language, or one was wanted', () => {
    const { wishes } = wishesOf(sources({ said: [{ from: 'a', to: 'j', preference: 'meet' }] }));
    expect(wishes).toMatchObject([{ interpreting: ['en-ja'] }]);
    const given = { requestId: 'r', from: 'b', to: 'a', interpreting: 'de-en' };
    expect(wishesOf(sources({ requests: [given] }))).toMatchObject({
      wishes: [{ interpreting: ['de-en'], weight: 300 }],
      origins: [{ kind: 'request', requestId: 'r' }],
    });
  });

  it('name every pair of languages that would do, the ones that somebody interprets first, then the ones with English', () => {
    const offered = new Set(['it-ja']);
    expect(interpretingFor(['it', 'fr', 'en'], ['ja'], offered)).toEqual(['it-ja', 'en-ja', 'fr-ja']);
    expect(interpretingFor(['it', 'en'], ['ja'], new Set())).toEqual(['en-ja', 'it-ja']);
    expect(interpretingFor(['it', 'en'], ['ja', 'en'], offered)).toBeNull();
    expect(interpretingFor([], ['ja'], offered)).toBeNull();
  });

  it('send of a pool only those who share a language with the other side', () => {
    const speaking: Record<string, string[]> = { y1: ['ja'], y2: ['en', 'ja'] };
    const known = people.map((one) => ({
      ...one,
      workingLanguages: speaking[one.participantId] ?? one.workingLanguages,
    }));
    const given = { people: new Map(known.map((one) => [one.participantId, one])) };
    const [wish] = wishesOf(sources({ ...given, said: [{ from: 'a', to: 'y1', preference: 'meet' }] })).wishes;
    expect(wish).toMatchObject({ interpreting: null });
    expect(wish!.sides.find(({ organisationId }) => organisationId === 'Y')!.people).toEqual(['y2']);
  });

  it('are none where the two meet already, and two of one delegation meet as themselves', () => {
    const said: WishSources['said'] = [{ from: 'y1', to: 'y2', preference: 'meet' }];
    expect(wishesOf(sources({ said })).wishes[0]!.sides.map(({ people: of }) => of)).toEqual(
      [alone(people[3]!), alone(people[4]!)].map(({ people: of }) => of),
    );
    expect(wishesOf(sources({ said, meets: () => true })).wishes).toEqual([]);
  });
});
