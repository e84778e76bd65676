import { describe, expect, it } from '@jest/globals';
import { alternatives, type OfferedSlot, slotChoice, type SlotViewers } from './slot-choice.rules.js';

const at = (time: string) => new Date(`2027-01-26T${time}:00Z`);
const slot = (id: string, from: string, until: string, full = false): OfferedSlot => ({
  id,
  blockId: 'block',
  startsAt: at(from),
  endsAt: at(until),
  full,
});
const opening = (open: boolean, instant = false) => new Map([['block', { open, instant }]]);
const busy = (from: string, until: string) => [
  { start: at(from).toTemporalInstant(), end: at(until).toTemporalInstant() },
];
const brussels = { zone: 'Europe/Brussels', busy: [] };
const tokyo = { zone: 'Asia/Tokyo', busy: [] };
const viewers = (more: Partial<SlotViewers> = {}): SlotViewers => ({
  me: brussels,
  them: tokyo,
  held: new Set(),
  promised: new Set(),
  openings: opening(true),
  present: null,
  now: at('07:00'),
  ...more,
});

describe('a slot for two', () => {
  // 08:00 UTC is 09:00 in Brussels and 17:00 in Tokyo.
  const shared = slot('a', '08:00', '08:20');

  it('is free where both offer it in office hours', () => {
    expect(slotChoice(shared, viewers())).toEqual({
      slotId: 'a',
      startsAt: '2027-01-26T08:00:00.000Z',
      endsAt: '2027-01-26T08:20:00.000Z',
      blockId: 'block',
      state: 'free',
      instant: false,
      lateForMe: false,
      lateForThem: false,
    });
  });

  it('is taken without asking in an open instant block, save the few that the other has promised', () => {
    const instant = (more: Partial<SlotViewers>) => {
      const choice = slotChoice(shared, viewers(more));
      return [choice.state, choice.instant];
    };
    expect(instant({ openings: opening(true, true) })).toEqual(['free', true]);
    expect(instant({ openings: opening(true, true), promised: new Set(['a']) })).toEqual(['free', false]);
    expect(instant({ openings: opening(false) })).toEqual(['closed', false]);
    expect(instant({ openings: new Map() })).toEqual(['closed', false]);
  });

  it('is busy where every table is taken', () => {
    expect(slotChoice(slot('a', '08:00', '08:20', true), viewers()).state).toBe('busy');
  });

  it.each([
    ['past', 'it has begun', viewers({ now: at('08:00') })],
    ['busy', 'I have something else in part of it', viewers({ me: { ...brussels, busy: busy('08:19', '09:00') } })],
    ['busy', 'they have something else', viewers({ them: { ...tokyo, busy: busy('07:00', '08:01') } })],
    ['free', 'their other thing ends when it starts', viewers({ them: { ...tokyo, busy: busy('07:00', '08:00') } })],
    ['held', 'I proposed it to somebody else', viewers({ held: new Set(['a']) })],
    ['now', 'the meeting that is to be moved stands there', viewers({ present: 'a', held: new Set(['a']) })],
    ['past', 'the meeting that stands there has begun', viewers({ present: 'a', now: at('08:00') })],
    [
      'busy',
      'it is held and taken',
      viewers({ held: new Set(['a']), me: { ...brussels, busy: busy('08:00', '08:20') } }),
    ],
  ])('is %s when %s', (state, _, given) => {
    expect(slotChoice(shared, given).state).toBe(state);
  });

  it.each([
    // Tokyo's 18:30 is 09:30 UTC.
    ['09:10', '09:30', { state: 'free', lateForMe: false, lateForThem: false }],
    ['09:15', '09:35', { state: 'late', lateForMe: false, lateForThem: true }],
    ['06:40', '07:00', { state: 'late', lateForMe: true, lateForThem: false }],
    ['23:50', '23:59', { state: 'late', lateForMe: true, lateForThem: false }],
  ])('from %s to %s UTC is outside of office hours for whom', (from, until, expected) => {
    expect(slotChoice(slot('b', from, until), viewers({ now: at('05:00') }))).toMatchObject(expected);
  });

  it('asks nobody else when I look at my own', () => {
    expect(slotChoice(slot('c', '09:15', '09:35'), viewers({ them: null }))).toMatchObject({
      state: 'free',
      lateForThem: false,
    });
  });
});

describe('other slots after a lost race', () => {
  it('are at most three, free before late before held, nearest first', () => {
    const slots = ['07:50', '08:00', '08:20', '08:40', '09:00', '09:20'].map((from) =>
      slot(from, from, new Date(at(from).getTime() + 15 * 60_000).toISOString().slice(11, 16)),
    );
    const given = viewers({ me: { ...brussels, busy: busy('08:20', '08:35') }, held: new Set(['09:00']) });
    const choices = slots.map((one) => slotChoice(one, given));
    expect(
      alternatives(choices, { startsAt: at('08:20').toISOString() }).map((one) => [one.slotId, one.state]),
    ).toEqual([
      ['08:00', 'free'],
      ['08:40', 'free'],
      ['07:50', 'free'],
    ]);
  });
});
