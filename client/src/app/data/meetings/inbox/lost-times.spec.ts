import { describe, expect, it } from '@jest/globals';
import type { MeetingRequestId } from '@musubi/contracts';
import { request, slot } from '../../../../testing/meeting-fixtures';
import { timesWithin } from './lost-times';

const [nine, ten, eleven] = ['2027-01-27T09:00:00Z', '2027-01-27T10:00:00Z', '2027-01-27T11:00:00Z'] as const;
const asking = (id: string, ...slots: ReturnType<typeof slot>[]) =>
  request({ requestId: id as MeetingRequestId, slots });

describe('what falls away of one’s own requests', () => {
  const taken = { startsAt: '2027-01-27T09:10:00Z', endsAt: '2027-01-27T10:10:00Z' };

  it('are the open times that overlap, and whether another one is left', () => {
    const told = timesWithin(
      [asking('some', slot(ten), slot(eleven)), asking('all', slot(nine)), asking('both', slot(nine), slot(ten))],
      taken,
    );
    expect(told.map(({ request: { requestId }, startsAt, only }) => [requestId, startsAt, only])).toEqual([
      ['all', nine, true],
      ['both', nine, true],
      ['some', ten, false],
      ['both', ten, true],
    ]);
  });

  it('is nothing of what is over, taken already, or only next to it', () => {
    const over = { ...asking('over', slot(nine)), state: 'declined', turn: null } as const;
    const gone = asking('gone', slot(nine, false), slot(eleven));
    expect(timesWithin([over, gone], taken)).toEqual([]);
    expect(timesWithin([asking('beside', slot(ten))], { startsAt: nine, endsAt: ten })).toEqual([]);
  });
});
