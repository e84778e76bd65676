import { describe, expect, it } from '@jest/globals';
import type { AgendaItem, MeetingId, MeetingRequestId, SlotId } from '@musubi/contracts';
import { dayToShow, timelineOf, type TimelineSource } from './timeline';
import { eventId, meeting, request, slot } from '../../../testing/meeting-fixtures';

const session = (startsAt: string, endsAt: string, sourceId = startsAt): AgendaItem => ({
  kind: 'session',
  sourceId,
  eventId,
  startsAt,
  endsAt,
  title: { en: 'Opening', ja: '開会' },
});
const source = (more: Partial<TimelineSource> = {}): TimelineSource => ({
  items: [],
  meetings: [],
  requests: [],
  slots: [],
  now: Temporal.Instant.from('2027-01-26T08:16:00Z'),
  zone: 'Europe/Berlin',
  ...more,
});
const read = (from: TimelineSource, day = '2027-01-26'): string[] =>
  timelineOf(from, day).map(({ kind, startsAt, past, current }) =>
    [startsAt.slice(11, 16), kind, past && 'past', current && 'current'].filter(Boolean).join(' '),
  );

describe('the agenda of a day', () => {
  const items: AgendaItem[] = [
    session('2027-01-26T06:45:00Z', '2027-01-26T07:00:00Z'),
    { ...session('2027-01-26T08:25:00Z', '2027-01-26T08:45:00Z', 'meeting'), kind: 'meeting' },
  ];
  const slots = ['08:00', '08:25', '08:50', '09:15', '09:40'].map((time) => slot(`2027-01-26T${time}:00Z`));

  it('puts what is fixed, asked and free in order around the line of now', () => {
    const requests = [request({ requestId: 'other' as MeetingRequestId, slots: [slot('2027-01-26T09:15:00Z')] })];
    expect(read(source({ items, slots, requests, meetings: [meeting()] }))).toEqual([
      '06:45 session past',
      '08:16 now',
      '08:25 meeting',
      '08:50 free',
      '09:15 asked',
      '09:40 free',
      '10:00 end',
    ]);
  });

  it('joins neighbouring free slots and leaves what has begun', () => {
    expect(read(source({ slots }))).toEqual(['08:16 now', '08:25 free', '10:00 end']);
  });

  it('says of a free stretch when each of its slots begins, once', () => {
    const twice = [...slots, { ...slots[2]!, slotId: 'of another block' as SlotId }];
    const free = timelineOf(source({ slots: twice }), '2027-01-26').filter(({ kind }) => kind === 'free');
    expect(free.map(({ starts }) => starts.map((at) => at.slice(11, 16)))).toEqual([
      ['08:25', '08:50', '09:15', '09:40'],
    ]);
  });

  it('marks what runs now, and puts the line after it has begun', () => {
    const at = source({ items, meetings: [meeting()], now: Temporal.Instant.from('2027-01-26T08:30:00Z') });
    expect(read(at)).toEqual(['06:45 session past', '08:25 meeting current', '08:30 now', '08:45 end']);
  });

  it('shows a meeting that the agenda has not caught up with, and never a cancelled one', () => {
    expect(read(source({ meetings: [meeting()] }))).toEqual(['08:16 now', '08:25 meeting', '08:45 end']);
    expect(read(source({ items: items.slice(1), meetings: [meeting({ state: 'cancelled' })] }))).toEqual([]);
  });

  it('is a day of the reader: the same evening slot is tomorrow in Tokyo', () => {
    const late = meeting({
      meetingId: 'late' as MeetingId,
      startsAt: '2027-01-26T15:30:00Z',
      endsAt: '2027-01-26T15:50:00Z',
    });
    expect(read(source({ meetings: [late], zone: 'Asia/Tokyo' }), '2027-01-27')).toEqual([
      '15:30 meeting',
      '15:50 end',
    ]);
    expect(read(source({ meetings: [late], zone: 'Asia/Tokyo' }))).toEqual([]);
  });

  it('opens today, the next day that holds anything, or the last', () => {
    const day = (now: string): string | null => dayToShow(source({ items, now: Temporal.Instant.from(now) }));
    expect([day('2027-01-12T12:20:00Z'), day('2027-01-26T08:16:00Z'), day('2027-03-25T08:00:00Z')]).toEqual([
      '2027-01-26',
      '2027-01-26',
      '2027-01-26',
    ]);
    expect(dayToShow(source())).toBeNull();
  });
});
