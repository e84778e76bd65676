import { describe, expect, it } from '@jest/globals';
import { type BandSlot, layOut } from './band-layout';

const slot = (time: string, state: BandSlot['state'] = 'free'): BandSlot => ({
  slotId: time,
  state,
  startsAt: `2027-01-26T${time}:00Z`,
  endsAt: Temporal.Instant.from(`2027-01-26T${time}:00Z`).add({ minutes: 20 }).toString(),
});

describe('the grid of a day', () => {
  it('puts slots, rulers, working hours and the shared window on five-minute tracks', () => {
    const day = layOut(
      {
        slots: [slot('08:00'), slot('08:25')],
        busy: [{ startsAt: '2027-01-26T06:45:00Z', endsAt: '2027-01-26T07:45:00Z', label: 'Sessions' }],
        ownWork: { startsAt: '2027-01-26T07:00:00Z', endsAt: '2027-01-26T17:30:00Z', label: 'Your day' },
        shared: { startsAt: '2027-01-26T07:00:00Z', endsAt: '2027-01-26T08:30:00Z' },
      },
      'Europe/Berlin',
      'Asia/Tokyo',
    );
    expect(day).toMatchObject({
      date: '2027-01-26',
      tracks: 42,
      ticks: [
        { from: 1, tracks: 6, own: '07:00', other: '15:00' },
        { from: 7, own: '07:30', other: '15:30' },
        { from: 13, own: '08:00', other: '16:00' },
        { from: 19, own: '08:30', other: '16:30' },
        { from: 25, own: '09:00', other: '17:00' },
        { from: 31, own: '09:30', other: '17:30' },
        { from: 37, tracks: 6, own: '10:00', other: '18:00' },
      ],
      slots: [{ span: { from: 25, tracks: 4 } }, { span: { from: 30, tracks: 4 } }],
      busy: [{ from: 10, tracks: 12, label: 'Sessions' }],
      ownWork: { from: 13, tracks: 30 },
      otherWork: null,
    });
    expect(day!.shared!.left).toBeCloseTo(28.57, 1);
    expect(day!.shared!.right).toBeCloseTo(28.57, 1);
  });

  it('knows the date on the reader’s calendar, and nothing of a day without slots', () => {
    const late = { ...slot('23:30'), endsAt: '2027-01-26T23:50:00Z' };
    expect(layOut({ slots: [late] }, 'Asia/Tokyo', 'Europe/Berlin')?.date).toBe('2027-01-27');
    expect(layOut({ slots: [] }, 'Asia/Tokyo', 'Europe/Berlin')).toBeNull();
  });
});
