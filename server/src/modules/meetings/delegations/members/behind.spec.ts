import { describe, expect, it } from '@jest/globals';
import type { Interval } from '@musubi/time';
import { busyTogether, peopleBehind } from './behind.js';
import type { Member } from './delegation.rules.js';

const span = (from: number, until: number): Interval => ({
  start: Temporal.Instant.fromEpochMilliseconds(from * 60_000),
  end: Temporal.Instant.fromEpochMilliseconds(until * 60_000),
});
const member = (userId: string, part: Member['part'] = 'required'): Member => ({
  userId,
  participantId: userId,
  part,
  zone: 'Asia/Tokyo',
  languages: [],
  sortName: userId,
});

const members = [member('ai'), member('bo', 'optional'), member('chi', 'backup')];
const minutes = (all: readonly Interval[]) =>
  all.map(({ start, end }) => [start.epochMilliseconds / 60_000, end.epochMilliseconds / 60_000]);

describe('people behind a contact', () => {
  const behind = (mode: 'own' | 'pool' | 'everyone', contactId = 'ai') =>
    peopleBehind({ mode, contactId, members }, { userId: 'someone' }).map(({ userId }) => userId);

  it('are the contact, any but a backup, or all who are required', () => {
    expect([behind('own'), behind('pool'), behind('everyone')]).toEqual([['ai'], ['ai', 'bo'], ['ai']]);
  });

  it('are joined by whoever was asked in person', () => {
    expect([behind('pool', 'chi'), behind('everyone', 'bo')]).toEqual([
      ['ai', 'bo', 'chi'],
      ['ai', 'bo'],
    ]);
  });

  it('are nobody for a colleague, and where nothing is shared', () => {
    expect(peopleBehind({ mode: 'pool', contactId: 'ai', members }, { userId: 'bo' })).toEqual([]);
    expect(peopleBehind(undefined, { userId: 'bo' })).toEqual([]);
  });
});

describe('a delegation', () => {
  const busy = new Map([
    ['ai', [span(0, 30), span(20, 60)]],
    ['bo', [span(40, 90)]],
  ]);
  const people = members.slice(0, 2);

  it('is busy as a pool when nobody is free, and together when one is not', () => {
    expect(minutes(busyTogether('pool', people, busy))).toEqual([[40, 60]]);
    expect(minutes(busyTogether('everyone', people, busy))).toEqual([[0, 90]]);
  });
});
