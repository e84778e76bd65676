import { describe, expect, it } from '@jest/globals';
import type { MeetingView } from '@musubi/contracts';
import { plan, planned } from '../../../../../testing/schedule-fixtures';
import { sincePublished } from './since-published';

const real = (meetingId: string, slotId: string, state: MeetingView['state'], ...people: string[]) =>
  ({
    ...{ meetingId, slotId, state },
    sides: people.map((one) => ({ participant: { participantId: one }, part: 'required' })),
  }) as unknown as MeetingView;
const view = plan({
  meetings: [
    planned('m1', 0, ['clara', 'aiko'], { meetingId: 'one' as never }),
    planned('m2', 1, ['ben', 'emi'], { conflict: 'time_taken' }),
    planned('m3', 2, ['clara', 'emi'], { meetingId: 'three' as never }),
  ],
});
const shown = (...meetings: MeetingView[]) =>
  sincePublished(view, meetings)
    .meetings.map(({ plannedId, slot, conflict }) => `${plannedId} ${slot}${conflict ? ' not' : ''}`)
    .sort();

describe('a published plan by now', () => {
  it('is as it was published where nothing became of it', () => {
    expect(shown(real('one', 'slot-0', 'confirmed'), real('three', 'slot-2', 'held'))).toEqual([
      'm1 0',
      'm2 1 not',
      'm3 2',
    ]);
  });

  it('has no meeting that was cancelled, and one that was moved where it is', () => {
    expect(shown(real('one', 'slot-0', 'cancelled'), real('three', 'slot-3', 'confirmed'))).toEqual([
      'm2 1 not',
      'm3 3',
    ]);
  });

  it('has what was booked since at its times, of its people', () => {
    const others = [
      real('gap', 'slot-1', 'confirmed', 'ben', 'aiko'),
      real('gone', 'slot-3', 'cancelled', 'ben', 'aiko'),
      real('elsewhere', 'slot-9', 'confirmed', 'ben', 'aiko'),
      real('strangers', 'slot-3', 'confirmed', 'x', 'y'),
    ];
    expect(shown(...others)).toEqual(['gap 1', 'm1 0', 'm2 1 not', 'm3 2']);
    // What stands is drawn over what could not be published.
    expect(sincePublished(view, others).meetings.map(({ plannedId }) => plannedId)).toEqual(['m2', 'm1', 'm3', 'gap']);
  });
});
