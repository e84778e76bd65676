import { describe, expect, it } from '@jest/globals';
import { type BandSlot, layOutDays } from './band-layout';

const slot = (time: string, state: BandSlot['state'] = 'free'): BandSlot => ({
  slotId: time,
  state,
  startsAt: `2027-01-26T${time}:00Z`,
  endsAt: Temporal.Instant.from(`2027-01-26T${time}:00Z`).add({ minutes: 20 }).toString(),
});

const later = (minutes: number, { startsAt }: BandSlot): string =>
  Temporal.Instant.from(startsAt).add({ minutes }).toString();

describe('the grid of some days', () => {
  it('puts slots, rulers, working hours and the shared window on five-minute tracks', () => {
    const [day] = layOutDays(
      [
        {
          slots: [slot('08:00'), slot('08:25')],
          busy: [{ startsAt: '2027-01-26T06:45:00Z', endsAt: '2027-01-26T07:45:00Z', label: 'Sessions' }],
          ownWork: { startsAt: '2027-01-26T07:00:00Z', endsAt: '2027-01-26T17:30:00Z', label: 'Your day' },
          shared: { startsAt: '2027-01-26T07:00:00Z', endsAt: '2027-01-26T08:30:00Z' },
        },
      ],
      'Europe/Berlin',
      'Asia/Tokyo',
    );
    expect(day).toMatchObject({
      date: '2027-01-26',
      tracks: 36,
      ticks: [
        { from: 1, tracks: 6, own: '07:30', other: '15:30' },
        { from: 7, own: '08:00', other: '16:00' },
        { from: 13, own: '08:30', other: '16:30' },
        { from: 19, own: '09:00', other: '17:00' },
        { from: 25, own: '09:30', other: '17:30' },
        { from: 31, tracks: 6, own: '10:00', other: '18:00' },
      ],
      slots: [
        { span: { from: 19, tracks: 4 }, shared: true },
        { span: { from: 24, tracks: 4 }, shared: false },
      ],
      busy: [{ from: 4, tracks: 12, label: 'Sessions' }],
      ownWork: { from: 7, tracks: 30 },
      otherWork: null,
    });
    expect(day!.shared!.left).toBeCloseTo(16.67, 1);
    expect(day!.shared!.right).toBeCloseTo(33.33, 1);
  });

  it('has one axis for all days, which what lies far from the slots does not stretch', () => {
    const [first, second] = [
      slot('08:25'),
      { ...slot('09:15'), startsAt: '2027-01-27T09:15:00Z', endsAt: '2027-01-27T09:35:00Z' },
    ];
    const days = layOutDays(
      [
        { slots: [first], shared: { startsAt: '2027-01-26T02:00:00Z', endsAt: later(5, first) } },
        { slots: [second], busy: [{ startsAt: later(120, second), endsAt: later(180, second), label: 'Sessions' }] },
      ],
      'Europe/Berlin',
      'Asia/Tokyo',
    );
    expect(
      days.map(({ tracks, ticks, slots, busy, shared }) => ({
        tracks,
        from: ticks[0]!.own,
        slots: slots.map(({ span }) => span.from),
        busy,
        shared: shared?.left ?? null,
      })),
    ).toEqual([
      { tracks: 48, from: '07:30', slots: [24], busy: [], shared: 0 },
      { tracks: 48, from: '07:30', slots: [34], busy: [], shared: null },
    ]);
  });

  it('knows the date on the reader’s calendar, and nothing of a day without slots', () => {
    const late = { ...slot('23:30'), endsAt: '2027-01-26T23:50:00Z' };
    const days = layOutDays([{ slots: [] }, { slots: [late] }], 'Asia/Tokyo', 'Europe/Berlin');
    expect(days.map(({ date }) => date)).toEqual(['2027-01-27']);
  });
});
