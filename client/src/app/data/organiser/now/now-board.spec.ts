import { describe, expect, it } from '@jest/globals';
import type { MeetingId, MeetingSide, MeetingState, MeetingView, ParticipantId } from '@musubi/contracts';
import { aiko, clara, meeting, slot } from '../../../../testing/meeting-fixtures';
import { session } from '../../../../testing/session-fixtures';
import { nowBoard } from './now-board';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2027-01-26T${time}:00Z`);
/** A meeting at a time of the first day (or of a whole instant), with so many of its two sides in the room. */
const room = (id: string, time: string, here: 0 | 1 | 2, state: MeetingState = 'confirmed'): MeetingView => {
  const { startsAt, endsAt } = slot(time.length > 5 ? time : `2027-01-26T${time}:00Z`);
  return meeting({
    meetingId: id as MeetingId,
    startsAt,
    endsAt,
    state,
    sides: [
      { participant: aiko, here: here > 0, side: 0, part: 'required' },
      { participant: clara, here: here > 1, side: 1, part: 'required' },
    ],
  });
};
const board = (meetings: MeetingView[], now: string) => nowBoard(meetings, [], at(now), (date) => date.slice(0, 10));

describe('the board of now', () => {
  const meetings = [
    room('a', '08:00', 0, 'held'),
    room('b', '08:00', 0, 'no_show'),
    room('c', '08:25', 2),
    room('d', '08:25', 1),
    room('e', '08:25', 0),
    room('x', '08:25', 0, 'cancelled'),
    room('f', '08:50', 0),
    room('g', '2027-01-27T08:00:00Z', 0),
  ];

  it('shows the slots of the day, what came of the past ones and how far this one is', () => {
    expect(
      board(meetings, '08:29').slots.map(({ startsAt, moment, meetings: all, held, notHeld, progress }) =>
        [startsAt.slice(11, 16), moment, all, held, notHeld, progress].join(' '),
      ),
    ).toEqual(['08:00 past 2 1 1 1', '08:25 now 3   0.2', '08:50 next 1   0']);
    expect(board(meetings, '08:29').minute).toBe(5);
  });

  it('turns to the next day when this one is over, and is empty where nobody meets', () => {
    expect(board(meetings, '10:00').slots.map(({ startsAt }) => startsAt)).toEqual(['2027-01-27T08:00:00Z']);
    expect(board([], '10:00')).toMatchObject({ slots: [], minute: null, rooms: [], problems: [], next: [] });
  });

  it('counts the rooms by who is there, and puts those that need somebody first', () => {
    const { counts, problems, rooms } = board(meetings, '08:29');
    expect(counts).toEqual({ both: 1, one: 1, none: 1, people: 3 });
    expect(rooms.map(({ meeting: { meetingId } }) => meetingId)).toEqual(['c', 'd', 'e']);
    expect(problems.map(({ meeting: { meetingId }, sides, urgent }) => [meetingId, sides, urgent])).toEqual([
      ['d', 'one', true],
      ['e', 'none', true],
    ]);
    expect(board(meetings, '08:26').problems.map(({ urgent }) => urgent)).toEqual([false, false]);
  });

  it('misses a side, not each of its people; observers and who comes if they can are not waited for', () => {
    const person = (side: number, here: boolean, part: MeetingSide['part'] = 'required'): MeetingSide => ({
      participant: { ...aiko, participantId: `${side} ${part} ${here}` as ParticipantId },
      here,
      side,
      part,
    });
    const seen = (...sides: MeetingSide[]): unknown[] => {
      const { rooms } = board([{ ...room('a', '08:25', 0), sides }], '08:29');
      return [rooms[0]!.sides, rooms[0]!.missing.map(({ side }) => side)];
    };
    const [here, away] = [person(0, true), person(1, false)];
    expect([
      seen(here, away, person(1, true)),
      seen(here, away, person(1, true, 'observer')),
      seen(here, person(1, true), person(2, false, 'optional'), person(3, false, 'observer')),
      seen(here, person(1, true), person(2, false)),
      seen(here),
    ]).toEqual([
      ['both', []],
      ['one', [1]],
      ['both', []],
      ['one', [2]],
      ['one', []],
    ]);
  });

  it('says what starts next, meetings and sessions', () => {
    expect(board(meetings, '08:29').next.map(({ meetingId }) => meetingId)).toEqual(['f']);
    const programme = [
      session('2027-01-26T08:20:00Z'),
      session('2027-01-26T08:30:00Z', { kind: 'break' }),
      session('2027-01-26T09:00:00Z'),
    ];
    const { sessions } = nowBoard([], programme, at('08:29'), (date) => date.slice(0, 10));
    expect([sessions.now, sessions.next].map((all) => all.map(({ startsAt }) => startsAt.slice(11, 16)))).toEqual([
      ['08:20'],
      ['09:00'],
    ]);
  });
});
