import { describe, expect, it } from '@jest/globals';
import { affiliationStates } from '@musubi/contracts';
import { affiliationMoves, answerByOf, assertMayAnswer, moveAffiliation } from './affiliation.rules.js';

describe('a place in an organisation', () => {
  it('goes only where the table says', () => {
    const went = affiliationStates.map((from) => [
      from,
      affiliationStates.filter((to) => {
        try {
          return moveAffiliation(from, to) === to;
        } catch (error) {
          expect(error).toMatchObject({ code: 'affiliation.wrong_state', data: { state: from } });
          return false;
        }
      }),
    ]);
    expect(Object.fromEntries(went)).toEqual(affiliationMoves);
  });
});

describe('until when the organisation has its answer to itself', () => {
  const germany = { country: 'DE', zone: 'Europe/Berlin' };
  const japan = { country: 'JP', zone: 'Asia/Tokyo' };
  it.each([
    ['three working days on', '2027-01-12T12:20:00Z', germany, '2027-01-15T12:20:00.000Z'],
    ['over a weekend', '2027-01-14T09:00:00Z', germany, '2027-01-19T09:00:00.000Z'],
    ['over a holiday of its own country', '2027-01-07T01:00:00Z', japan, '2027-01-13T01:00:00.000Z'],
    ['which the other side works through', '2027-01-07T09:00:00Z', germany, '2027-01-12T09:00:00.000Z'],
    [
      'over Easter and the change of clocks, at the same time of day',
      '2027-03-24T12:00:00Z',
      germany,
      '2027-03-31T11:00:00.000Z',
    ],
  ])('is %s', (_, requestedAt, office, answerBy) => {
    expect(answerByOf(new Date(requestedAt), office).toISOString()).toBe(answerBy);
  });
});

describe('who answers a request', () => {
  const answerBy = new Date('2027-01-15T12:20:00Z');
  const request = { userId: 'newcomer', answerBy };
  const early = { userId: 'somebody', role: null, hasAdmin: true, now: new Date('2027-01-15T12:19:59.999Z') };

  it('is an admin at any time, the helpdesk once it is due or nobody else can', () => {
    for (const by of [
      { ...early, role: 'admin' as const },
      { ...early, now: answerBy },
      { ...early, hasAdmin: false },
    ]) {
      expect(() => assertMayAnswer(request, by)).not.toThrow();
    }
  });

  it('is not the helpdesk before, and never the person themselves', () => {
    expect(() => assertMayAnswer(request, early)).toThrow(
      expect.objectContaining({ code: 'affiliation.not_yet', data: { answerBy: answerBy.toISOString() } }),
    );
    expect(() => assertMayAnswer(request, { ...early, userId: 'newcomer', now: answerBy })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});
