import { describe, expect, it } from '@jest/globals';
import { clashWarnings } from './clash-warnings.js';
import type { ReadSession } from './file/read-programme.js';

const at = (time: string) => Temporal.Instant.from(`2027-01-26T${time}:00Z`);
const event = { start: at('08:00'), end: at('17:00') };

const session = (
  where: string,
  from: string,
  until: string,
  room: string | null,
  speakers: string[] = [],
): ReadSession => ({
  where,
  externalId: where,
  kind: 'talk',
  title: { en: where.toUpperCase(), ja: null, original: 'en' },
  subtitle: null,
  abstract: null,
  startsAt: at(from),
  endsAt: at(until),
  room,
  track: null,
  languages: [],
  interpreted: false,
  online: true,
  speakers,
});
const codes = (...given: Parameters<typeof clashWarnings>) =>
  clashWarnings(...given).map(({ code, where }) => [code, where]);

describe('clashWarnings', () => {
  it('says nothing of a programme that can be', () => {
    expect(
      clashWarnings(
        [
          session('a', '08:00', '09:00', 'Hall', ['x']),
          session('b', '09:00', '10:00', 'Hall', ['x']),
          session('c', '09:00', '10:00', null, ['y']),
          session('d', '09:00', '10:00', null),
        ],
        event,
      ),
    ).toEqual([]);
  });

  it('finds what lies outside of the event', () => {
    expect(codes([session('a', '07:30', '08:30', null), session('b', '16:30', '17:01', null)], event)).toEqual([
      ['outside_event', 'a'],
      ['outside_event', 'b'],
    ]);
  });

  it('finds two in one room, also when a long one spans several', () => {
    expect(
      clashWarnings(
        [
          session('long', '09:00', '12:00', 'Hall'),
          session('one', '09:30', '10:00', 'Hall'),
          session('two', '11:00', '11:30', 'Hall'),
        ],
        event,
      ),
    ).toEqual([
      { code: 'clash_room', where: 'one', text: '"LONG" and "ONE" are both in "Hall" at the same time.' },
      { code: 'clash_room', where: 'two', text: '"LONG" and "TWO" are both in "Hall" at the same time.' },
    ]);
  });

  it('finds a speaker in two places, and one with a confirmed meeting', () => {
    const sessions = [
      session('a', '09:00', '10:00', 'Hall', ['x', 'y']),
      session('b', '09:30', '10:00', 'Room', ['y']),
    ];
    const meetings = new Map([['x', [{ start: at('09:50'), end: at('10:10') }]]]);
    expect(codes(sessions, event, meetings)).toEqual([
      ['clash_speaker', 'b'],
      ['clash_speaker', 'a'],
    ]);
  });

  it('stays quick when everything clashes with everything', () => {
    const sessions = Array.from({ length: 5_000 }, (_, i) => session(`s${i}`, '09:00', '10:00', 'Hall', ['x']));
    const started = performance.now();
    expect(clashWarnings(sessions, event).length).toBeLessThanOrEqual(1_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
