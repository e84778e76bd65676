import { describe, expect, it } from '@jest/globals';
import type { ParticipantCard } from '@musubi/contracts';
import { emptyProblem, type Problem } from '@musubi/scheduling';
import { findingsAtMost, findingsOf } from './findings.js';

const ids = Array.from({ length: 150 }, (_, n) => `p${String(n).padStart(3, '0')}`);
const organisationOf = (id: string) => `organisation of ${id}`;

/** Counts how often everybody is gone through. */
class Cards extends Map<string, ParticipantCard> {
  walks = 0;
  override values() {
    this.walks++;
    return super.values();
  }
}

const cards = new Cards(
  ids.map((id) => {
    const card = { participantId: id, name: { given: id }, organisation: { organisationId: organisationOf(id) } };
    return [id, card as unknown as ParticipantCard];
  }),
);

/** Everybody wishes to meet their neighbour, and nobody can. */
const problem: Problem = {
  ...emptyProblem,
  slots: [{ startsAt: 0, endsAt: 25, day: 0, rooms: null }],
  people: ids.map((id) => ({
    ...{ id, organisationId: organisationOf(id), free: [], maximum: null, perDay: null, gapMinutes: 0, zone: null },
  })),
  wishes: ids.slice(1).map((id, at) => ({
    id: `wish ${id}`,
    sides: [ids[at]!, id].map((one) => ({ organisationId: organisationOf(one), people: [one], need: 'all' })),
    ...{ weight: 1, slots: null, interpreting: null },
  })),
};
const read = (given: Partial<Problem> = {}) => ({
  ...{ problem: { ...problem, ...given }, cards, blockIds: ['block'] },
  slots: { rows: [], slots: problem.slots, position: new Map<string, number>(), chosen: [0] },
});

describe('what is wrong with an event', () => {
  it('is as much as anybody reads, with how much more there is, and looks everybody up once', () => {
    const walks = cards.walks;
    const { findings, more } = findingsOf(read(), new Map());
    expect(findings).toHaveLength(findingsAtMost);
    expect(findings.length + more).toBeGreaterThanOrEqual(ids.length);
    expect(findings[0]!.people).not.toEqual([]);
    expect(cards.walks - walks).toBeLessThanOrEqual(1);
  });

  it('names first what keeps it from being planned', () => {
    const fixed = [{ wishId: problem.wishes.at(-1)!.id, slot: 7, people: ids.slice(-2) }];
    expect(findingsOf(read({ fixed }), new Map()).findings[0]).toMatchObject({ severity: 'impossible' });
  });
});
