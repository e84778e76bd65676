import { expect, it } from '@jest/globals';
import { compare, type Timed } from './comparison.rules.js';

const at = (hour: number) => new Date(Date.UTC(2027, 0, 26, hour));
const timed = (wishId: string, hour: number, people: string[], meetingId: string | null = null): Timed => ({
  wishId,
  slotId: `slot ${hour}`,
  startsAt: at(hour),
  people,
  interpreterId: null,
  meetingId,
});

it('says what a later plan has otherwise, and for whom', () => {
  const before = [timed('kept', 9, ['a', 'b']), timed('moved', 10, ['a', 'c']), timed('gone', 11, ['b', 'c'])];
  const after = [timed('kept', 9, ['a', 'b']), timed('moved', 12, ['a', 'c']), timed('new', 10, ['a', 'd'])];
  const { differences, people, same } = compare(before, after);
  expect(same).toBe(1);
  expect(
    differences.map(({ change, before: was, after: is }) => [change, was?.startsAt ?? null, is?.startsAt ?? null]),
  ).toEqual([
    ['added', null, at(10).toISOString()],
    ['dropped', at(11).toISOString(), null],
    ['moved', at(10).toISOString(), at(12).toISOString()],
  ]);
  expect(Object.fromEntries(people)).toEqual({
    a: { before: 2, after: 3, gained: 1, lost: 0, moved: 1 },
    b: { before: 2, after: 1, gained: 0, lost: 1, moved: 0 },
    c: { before: 2, after: 1, gained: 0, lost: 1, moved: 1 },
    d: { before: 0, after: 1, gained: 1, lost: 0, moved: 0 },
  });
});

it('knows a meeting that one run made and a later one found standing', () => {
  const made = timed('wish', 9, ['a', 'b'], 'meeting');
  expect(compare([made], [timed('meeting', 9, ['a', 'b'], 'meeting')])).toMatchObject({ differences: [], same: 1 });
});

it('tells who comes instead', () => {
  const [one] = compare([timed('wish', 9, ['a', 'y1'])], [timed('wish', 9, ['a', 'y2'])]).differences;
  expect(one).toMatchObject({ change: 'reassigned', before: { people: ['a', 'y1'] }, after: { people: ['a', 'y2'] } });
});

it('tells who interprets instead, which changes nothing for those who meet', () => {
  const was = { ...timed('wish', 9, ['a', 'b']), interpreterId: 'emi' };
  const { differences, people, same } = compare([was], [{ ...was, interpreterId: 'kenji' }]);
  expect(differences).toMatchObject([
    { change: 'interpreter', before: { interpreterId: 'emi' }, after: { interpreterId: 'kenji' } },
  ]);
  expect([people.size, same]).toEqual([0, 0]);
  expect(compare([was], [{ ...was, interpreterId: null }]).differences).toMatchObject([{ change: 'interpreter' }]);
});
