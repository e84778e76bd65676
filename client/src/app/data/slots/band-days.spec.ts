import { describe, expect, it } from '@jest/globals';
import type { AgendaItem } from '@musubi/contracts';
import { bandDays, sharedHours, type BandSource } from './band-days';
import { choice, eventId } from '../../../testing/meeting-fixtures';

const words: BandSource['words'] = {
  sessions: 'Sessions',
  ownWork: (hours) => `You ${hours}`,
  otherWork: (hours) => `They ${hours}`,
  before: 'before it',
  after: 'after it',
  from: (time) => `from ${time}`,
  until: (time) => `until ${time}`,
  between: (from, until) => `${from}-${until}`,
};
const session: AgendaItem = {
  kind: 'session',
  sourceId: 's',
  eventId,
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-26T08:10:00Z',
  title: { en: 'Keynote', ja: '基調講演' },
};
const source = (more: Partial<BandSource> = {}): BandSource => ({
  choices: ['2027-01-27T08:00:00Z', '2027-01-26T08:25:00Z', '2027-01-26T08:00:00Z'].map((at) => choice(at)),
  agenda: [session],
  zone: 'Europe/Berlin',
  otherZone: 'Asia/Tokyo',
  words,
  ...more,
});

describe('the days of the slot band', () => {
  it('orders slots by the day of the reader, with both working days and the time when both are at work', () => {
    const [tuesday, wednesday] = bandDays(source());
    expect(tuesday?.slots.map(({ startsAt }) => startsAt)).toEqual(['2027-01-26T08:00:00Z', '2027-01-26T08:25:00Z']);
    expect(wednesday?.slots.length).toBe(1);
    expect(tuesday?.shared).toEqual({ startsAt: '2027-01-26T07:00:00Z', endsAt: '2027-01-26T09:30:00Z' });
    expect([tuesday?.ownWork?.label, tuesday?.otherWork?.label]).toEqual([
      'You from 08:00 CET',
      'They until 18:30 JST',
    ]);
    expect(sharedHours(source())).toEqual({ from: '08:00', until: '10:30 CET' });
  });

  it('marks what is booked at once where one may book, and where nobody could interpret; only what can be chosen', () => {
    const choices = [
      choice('2027-01-26T08:00:00Z', { instant: true, interpreter: false }),
      choice('2027-01-26T08:25:00Z', { instant: true, interpreter: true, state: 'late' }),
      choice('2027-01-26T08:50:00Z', { instant: true, interpreter: false, state: 'busy' }),
      choice('2027-01-26T09:15:00Z'),
    ];
    const signs = (more: Partial<BandSource>) =>
      bandDays(source({ choices, ...more }))[0]!.slots.map((one) => one.signs);
    expect(signs({ mayBook: true })).toEqual([['instant', 'uninterpreted'], ['instant'], [], []]);
    expect(signs({})).toEqual([['uninterpreted'], [], [], []]);
  });

  it('says why there are times on a day that is not of the event, by the reader’s calendar', () => {
    const remarks = (startsAt: string, endsAt: string) =>
      bandDays(source({ event: { startsAt, endsAt } })).map(({ remark }) => remark);
    expect(remarks('2027-01-26T06:45:00Z', '2027-01-27T16:00:00Z')).toEqual([null, null]);
    expect(remarks('2027-01-26T06:45:00Z', '2027-01-26T22:59:00Z')).toEqual([null, 'after it']);
    expect(remarks('2027-01-26T23:00:00Z', '2027-01-27T16:00:00Z')).toEqual(['before it', null]);
    expect(bandDays(source()).map(({ remark }) => remark)).toEqual([null, null]);
  });

  it('says of each day what its blocks are closed for, once', () => {
    const because = (blockId: string) => (blockId === choice('2027-01-26T08:00:00Z').blockId ? 'Opens soon.' : null);
    expect(bandDays(source({ because })).map((day) => day.because)).toEqual(['Opens soon.', 'Opens soon.']);
    expect(bandDays(source({ because: () => null })).map((day) => day.because)).toEqual([null, null]);
  });

  it('shows my sessions beside the slots, not over them, and nothing of the other side', () => {
    expect(bandDays(source())[0]?.busy).toEqual([
      { startsAt: '2027-01-26T06:45:00Z', endsAt: '2027-01-26T08:00:00Z', label: 'Sessions' },
    ]);
    expect(bandDays(source())[1]?.busy).toEqual([]);
  });

  it('reads the same from the other wall', () => {
    const [tuesday] = bandDays(source({ zone: 'Asia/Tokyo', otherZone: 'Europe/Berlin' }));
    expect([tuesday?.ownWork?.label, tuesday?.otherWork?.label]).toEqual([
      'You until 18:30 JST',
      'They from 08:00 CET',
    ]);
    expect(tuesday?.shared).toEqual({ startsAt: '2027-01-26T07:00:00Z', endsAt: '2027-01-26T09:30:00Z' });
  });

  it('has no shared time where there is none', () => {
    expect(bandDays(source({ otherZone: 'America/Los_Angeles' }))[0]?.shared).toEqual({
      startsAt: '2027-01-26T16:00:00Z',
      endsAt: '2027-01-26T17:30:00Z',
    });
    expect(sharedHours(source({ choices: [] }))).toBeNull();
  });
});
