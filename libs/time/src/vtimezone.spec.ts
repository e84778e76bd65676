import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { vtimezone } from './vtimezone.ts';
import { offeredZones } from './zones.ts';

const at = (text: string) => Temporal.Instant.from(text);

/** What another program makes of a wall clock in the zone we wrote. */
function readBack(text: string, wall: string): string {
  const component = new ICAL.Component(
    ICAL.parse(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${text}END:VCALENDAR`) as unknown[],
  );
  const zone = new ICAL.Timezone(component.getFirstSubcomponent('vtimezone')!);
  const time = ICAL.Time.fromDateTimeString(wall);
  time.zone = zone;
  return new Date(time.toUnixTime() * 1000).toISOString();
}

describe('vtimezone', () => {
  it('writes Brussels as its two yearly rules', () => {
    expect(vtimezone('Europe/Brussels', at('2027-01-26T08:00:00Z'), at('2027-01-26T16:00:00Z')).split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Brussels',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
      '',
    ]);
  });

  it('writes Tokyo, whose clocks never change, as one part', () => {
    expect(vtimezone('Asia/Tokyo', at('2027-01-26T08:00:00Z'), at('2027-01-26T16:00:00Z')).split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Tokyo',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0900',
      'END:STANDARD',
      'END:VTIMEZONE',
      '',
    ]);
  });

  it('writes every change out where they follow no rule', () => {
    const text = vtimezone('Africa/Casablanca', at('2026-03-01T00:00:00Z'), at('2026-03-31T00:00:00Z'));
    expect(text).not.toContain('RRULE');
    expect(readBack(text, '2026-03-01T12:00:00')).toBe('2026-03-01T12:00:00.000Z');
    expect(readBack(text, '2026-03-31T12:00:00')).toBe('2026-03-31T11:00:00.000Z');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => vtimezone('Europe/Atlantis', at('2027-01-26T08:00:00Z'), at('2027-01-26T16:00:00Z'))).toThrow(
      /time zone/i,
    );
  });

  it('is read by another program as we read the tz database, in every zone we offer', () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.constantFrom(...offeredZones),
        fc.integer({ min: Date.parse('2024-01-01') / minute, max: Date.parse('2029-01-01') / minute }),
        (zone, minutes) => {
          const instant = Temporal.Instant.fromEpochMilliseconds(minutes * minute);
          const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime();
          // A time that is shown twice is the first one by RFC 5545; other programs do not agree on it.
          fc.pre(!isShownTwice(wall, zone));
          const text = vtimezone(zone, instant, instant.add({ hours: 1 }));
          expect(readBack(text, wall.toString({ smallestUnit: 'second' }))).toBe(
            new Date(minutes * minute).toISOString(),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

function isShownTwice(wall: Temporal.PlainDateTime, zone: string): boolean {
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }).toInstant(),
  );
  return !first!.equals(second!);
}
