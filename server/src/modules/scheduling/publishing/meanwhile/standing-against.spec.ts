import { expect, test } from '@jest/globals';
import { type Meanwhile, standingAgainst } from './standing-against.js';
import type { ToBook } from '../to-book.js';

const at = (time: string) => new Date(`2027-01-26T${time}:00Z`);
const slot = { startsAt: at('09:00'), endsAt: at('09:25') };
const person = (id: string) => ({ participantId: id, userId: `user of ${id}` });
const planned = { booking: { slot, sides: [[person('a')], [person('b')]] } } as unknown as ToBook;
const during = new Map([
  ['user of b', [{ start: slot.startsAt.toTemporalInstant(), end: slot.endsAt.toTemporalInstant() }]],
]);
const nothing: Meanwhile = {
  now: at('08:00'),
  here: () => true,
  apart: () => null,
  promised: new Map(),
  busy: new Map(),
};

const cases: [string, Partial<Meanwhile>, string | null][] = [
  ['nothing', {}, null],
  ['the time begins', { now: at('09:00') }, 'past'],
  ['somebody left', { here: (id) => id !== 'b' }, 'person_left'],
  ['a no was said', { apart: () => 'not_wanted' }, 'not_wanted'],
  ['they met', { apart: () => 'met' }, 'meet_already'],
  ['the time is promised', { promised: during, busy: during }, 'time_taken'],
  ['the time is not offered any more', { busy: during }, 'not_offered'],
];

test.each(cases)('%s', (_, meanwhile, expected) => {
  expect(standingAgainst(planned, { ...nothing, ...meanwhile })).toBe(expected);
});
