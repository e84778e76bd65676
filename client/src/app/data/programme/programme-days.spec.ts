import { describe, expect, it } from '@jest/globals';
import type { AgendaItem } from '@musubi/contracts';
import { eventId } from '../../../testing/meeting-fixtures';
import { session } from '../../../testing/session-fixtures';
import { programmeDays, type ProgrammeFilter, type ProgrammeSource } from './programme-days';

const sessions = ['2027-01-26T06:45:00Z', '2027-01-26T07:00:00Z', '2027-01-26T07:30:00Z', '2027-01-27T07:00:00Z'].map(
  (startsAt) => session(startsAt),
);
const item = (startsAt: string, endsAt: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  kind: 'meeting',
  sourceId: startsAt,
  eventId,
  startsAt,
  endsAt,
  title: { en: 'Aiko Tanaka', ja: '田中 愛子' },
  ...more,
});
const read = (more: Partial<ProgrammeSource> = {}, shows?: ProgrammeFilter): string[] =>
  programmeDays(
    {
      sessions,
      agenda: [],
      stageOf: () => null,
      now: Temporal.Instant.from('2027-01-26T07:05:00Z'),
      zone: 'Europe/Berlin',
      ...more,
    },
    shows,
  ).map(
    ({ date, lines }) =>
      `${date.slice(8)}: ${lines
        .map((line) =>
          line.kind === 'now'
            ? '|'
            : [
                line.session.startsAt.slice(11, 16),
                line.next ? 'next' : line.moment,
                line.saved && 'saved',
                line.speaking && 'speaking',
                line.clash && 'clash',
              ]
                .filter(Boolean)
                .join(' '),
        )
        .join(', ')}`,
  );

describe('the programme by day', () => {
  it('puts the line of now above what is on and what comes', () => {
    expect(read()).toEqual(['26: 06:45 over, |, 07:00 on, 07:30 next', '27: 07:00 later']);
  });

  it('says what the stages say: a session waits for its host, and one that went on is still live', () => {
    const [first, second] = sessions;
    const stages = new Map([[first!.sessionId as string, 'live' as const]]);
    const stageOf = (id: string) => stages.get(id) ?? 'backstage';
    expect(read({ stageOf })[0]).toBe('26: |, 06:45 live, 07:00 waiting, 07:30 next');
    stages.set(second!.sessionId, 'live');
    expect(read({ stageOf })[0]).toBe('26: |, 06:45 live, 07:00 live, 07:30 next');
  });

  it('has no line before the event nor after the day is over', () => {
    expect(read({ now: Temporal.Instant.from('2027-01-12T12:20:00Z') })[0]).toBe(
      '26: 06:45 next, 07:00 later, 07:30 later',
    );
    expect(read({ now: Temporal.Instant.from('2027-01-26T09:00:00Z') })).toEqual([
      '26: 06:45 over, 07:00 over, 07:30 over',
      '27: 07:00 next',
    ]);
  });

  it('puts the shorter first of those that start together, so that the line stands above what still runs', () => {
    const day = [
      session('2027-01-26T06:45:00Z', { endsAt: '2027-01-26T08:45:00Z', kind: 'matchmaking', online: false }),
      session('2027-01-26T06:45:00Z'),
    ];
    expect(read({ sessions: day })).toEqual(['26: 06:45 over, |, 06:45 on']);
  });

  it('counts the days in the reader’s zone', () => {
    const late = [session('2027-01-26T14:30:00Z'), session('2027-01-26T15:30:00Z')];
    const now = Temporal.Instant.from('2027-01-12T12:20:00Z');
    expect(read({ sessions: late, now, zone: 'Asia/Tokyo' }).map((day) => day.slice(0, 9))).toEqual([
      '26: 14:30',
      '27: 15:30',
    ]);
    expect(read({ sessions: late, now }).length).toBe(1);
  });

  it('knows what is in my agenda, where I speak, and what is at the same time', () => {
    const [first, second] = sessions;
    const agenda = [
      item(first!.startsAt, first!.endsAt, { kind: 'session', sourceId: first!.sessionId }),
      item(second!.startsAt, second!.endsAt, { kind: 'speaking', sourceId: second!.sessionId }),
      item('2027-01-26T07:20:00Z', '2027-01-26T07:40:00Z'),
    ];
    expect(read({ agenda })[0]).toBe('26: 06:45 over saved, |, 07:00 on saved speaking, 07:30 next clash');
    expect(read({ agenda }, (row) => row.saved)).toEqual(['26: 06:45 over saved, |, 07:00 on saved speaking']);
  });

  it('names the meeting first of all that is at the same time', () => {
    const agenda = [
      item('2027-01-26T07:30:00Z', '2027-01-26T08:00:00Z', { kind: 'session', sourceId: 'another' }),
      item('2027-01-26T07:40:00Z', '2027-01-26T08:00:00Z'),
    ];
    const [day] = programmeDays({
      sessions,
      agenda,
      stageOf: () => null,
      now: Temporal.Instant.from('2027-01-26T07:05:00Z'),
      zone: 'Europe/Berlin',
    });
    expect(day!.lines.flatMap((line) => (line.kind === 'session' && line.clash ? [line.clash.kind] : []))).toEqual([
      'meeting',
    ]);
  });

  it('calls neither a break nor a cancelled session the next one, and a block of meetings no clash', () => {
    const day = [
      session('2027-01-26T07:15:00Z', { kind: 'break' }),
      session('2027-01-26T07:30:00Z', { state: 'cancelled' }),
      session('2027-01-26T08:00:00Z', { kind: 'matchmaking' }),
    ];
    const agenda = [item('2027-01-26T07:00:00Z', '2027-01-26T09:00:00Z')];
    expect(read({ sessions: day, agenda })).toEqual(['26: |, 07:15 soon, 07:30 cancelled, 08:00 next']);
  });
});
