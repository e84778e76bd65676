import { describe, expect, it } from '@jest/globals';
import { meetingStates, type MeetingState } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';
import { cancelMeeting, meetingMoves, roomWindow, settleMeeting, type Meeting } from './meeting.rules.js';

const at = (time: string) => new Date(`2027-01-26T${time}:00Z`);
const meeting: Meeting = {
  state: 'confirmed',
  version: 1,
  sequence: 0,
  startsAt: at('08:30'),
  endsAt: at('08:50'),
  cancelledBecause: null,
  settledFrom: null,
};
const inState = (state: MeetingState): Meeting => ({ ...meeting, state });
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a meeting', () => {
  it('is cancelled before its start, and calendars hear of it', () => {
    expect(cancelMeeting(meeting, { reason: 'ill', at: at('08:29') })).toEqual({
      ...meeting,
      state: 'cancelled',
      version: 2,
      sequence: 1,
      cancelledBecause: 'ill',
    });
    expect(refusal(() => cancelMeeting(meeting, { reason: 'ill', at: at('08:30') }))).toBe('meeting.wrong_state');
  });

  it('is settled once it is over', () => {
    expect(settleMeeting(meeting, { state: 'no_show', source: 'presence', at: at('08:50') })).toEqual({
      ...meeting,
      state: 'no_show',
      version: 2,
      settledFrom: 'presence',
    });
    const early = () => settleMeeting(meeting, { state: 'held', source: 'presence', at: at('08:49') });
    expect(refusal(early)).toBe('meeting.wrong_state');
  });

  it.each(meetingStates.filter((state) => state !== 'confirmed'))('that is %s is not cancelled', (state) => {
    expect(refusal(() => cancelMeeting(inState(state), { reason: 'ill', at: at('08:00') }))).toBe(
      'meeting.wrong_state',
    );
  });

  it.each(['held', 'cut_short', 'no_show', 'not_held'] as const)('that is %s may turn out to be otherwise', (state) => {
    for (const other of ['held', 'cut_short', 'no_show', 'not_held'] as const) {
      expect(settleMeeting(inState(state), { state: other, source: 'organiser', at: at('09:00') })).toEqual({
        ...inState(other),
        version: 2,
        settledFrom: 'organiser',
      });
    }
  });

  it('never leaves a cancellation', () => {
    expect(meetingMoves.cancelled).toEqual([]);
    const settle = () => settleMeeting(inState('cancelled'), { state: 'held', source: 'declaration', at: at('09:00') });
    expect(refusal(settle)).toBe('meeting.wrong_state');
  });
});

describe('its room', () => {
  it('opens ten minutes before and stays open after the end', () => {
    expect(roomWindow(meeting)).toEqual({ opensAt: at('08:20'), closesAt: at('09:05') });
  });

  it('closes when somebody is expected elsewhere, never before the end', () => {
    expect(roomWindow(meeting, at('08:55')).closesAt).toEqual(at('08:55'));
    expect(roomWindow(meeting, at('08:50')).closesAt).toEqual(at('08:50'));
    expect(roomWindow(meeting, at('08:40')).closesAt).toEqual(at('08:50'));
  });
});
