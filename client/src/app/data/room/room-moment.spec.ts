import { describe, expect, it } from '@jest/globals';
import { meeting } from '../../../testing/meeting-fixtures';
import { clockText, noticeMarks, roomMoment } from './room-moment';

/** The meeting is at 08:25–08:45 UTC, its room opens at 08:15. */
const at = (time: string, more = {}) => {
  const { phase, secondsLeft, notice, late } = roomMoment(meeting(more), Temporal.Instant.from(`2027-01-26T${time}Z`));
  return [phase, clockText(secondsLeft), notice, late && 'late'].filter(Boolean).join(' ');
};

describe('the moments of a meeting room', () => {
  it('counts to the door, to the start, to the end', () => {
    expect(
      ['07:00:00', '08:14:59', '08:15:00', '08:24:59', '08:25:00', '08:44:59', '08:45:00'].map((time) => at(time)),
    ).toEqual([
      'before 1:15:00',
      'before 00:01',
      'open 10:00',
      'open 00:01',
      'running 20:00',
      'running 00:01 one late',
      'over 00:00',
    ]);
  });

  it('asks where the other side is from the third minute, and gives notice five and one minutes before the end', () => {
    expect(['08:27:59', '08:28:00', '08:39:59', '08:40:00', '08:44:00'].map((time) => at(time))).toEqual([
      'running 17:01',
      'running 17:00 late',
      'running 05:01 late',
      'running 05:00 five late',
      'running 01:00 one late',
    ]);
  });

  it('is over for good when cancelled', () => {
    expect(at('08:30:00', { state: 'cancelled' })).toMatch(/^cancelled/);
  });

  it('marks the notices on the line', () => {
    expect(noticeMarks(meeting())).toEqual([0.75, 0.95]);
    expect(noticeMarks({ startsAt: '2027-01-26T08:25:00Z', endsAt: '2027-01-26T08:30:00Z' })).toEqual([0.8]);
    expect(roomMoment(meeting(), Temporal.Instant.from('2027-01-26T08:30:00Z')).progress).toBe(0.25);
  });
});
