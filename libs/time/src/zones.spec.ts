import { describe, expect, it } from '@jest/globals';
import { isZone, offeredZones, offsetLabel, parseZone, sameClock, zoneCity, zoneLabel } from './zones.ts';

const winter = Temporal.Instant.from('2027-01-26T08:00:00Z');
const summer = Temporal.Instant.from('2027-07-06T08:00:00Z');

describe('zone labels', () => {
  it.each([
    ['Europe/Brussels', 'CET', 'CEST'],
    ['Asia/Tokyo', 'JST', 'JST'],
    ['Europe/Lisbon', 'WET', 'WEST'],
    ['Europe/Helsinki', 'EET', 'EEST'],
    ['Europe/London', 'GMT', 'BST'],
    ['Europe/Dublin', 'GMT', 'IST'],
    ['Atlantic/Azores', 'AZOT', 'AZOST'],
    ['America/New_York', 'EST', 'EDT'],
    ['Asia/Kolkata', 'UTC+5:30', 'UTC+5:30'],
    ['America/St_Johns', 'UTC−3:30', 'UTC−2:30'],
    ['UTC', 'UTC', 'UTC'],
    ['Europe/Kiev', 'EET', 'EEST'],
  ])('%s is %s in winter and %s in summer', (zone, inWinter, inSummer) => {
    expect([zoneLabel(zone, winter), zoneLabel(zone, summer)]).toEqual([inWinter, inSummer]);
  });

  it('changes at the minute the clocks do', () => {
    const label = (instant: string): string => zoneLabel('Europe/Brussels', Temporal.Instant.from(instant));
    expect(
      ['2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z', '2027-03-28T00:59:59Z', '2027-03-28T01:00:00Z'].map(label),
    ).toEqual(['CEST', 'CET', 'CET', 'CEST']);
  });

  it('knows the hours of every zone it offers', () => {
    for (const zone of offeredZones) {
      expect({ zone, known: isZone(zone) }).toEqual({ zone, known: true });
      for (const instant of [winter, summer]) {
        expect(`${zone} ${zoneLabel(zone, instant)}`).toMatch(zone === 'UTC' ? /UTC$/ : /^(?!.*UTC)/);
      }
    }
  });

  it('names offsets plainly', () => {
    expect([0, 540, -210, 345].map(offsetLabel)).toEqual(['UTC', 'UTC+9', 'UTC−3:30', 'UTC+5:45']);
  });
});

describe('zone ids', () => {
  it('spells an id as the database does', () => {
    expect(['europe/BRUSSELS', 'Asia/Tokyo', 'UTC', 'America/Argentina/Buenos_Aires'].map(parseZone)).toEqual([
      'Europe/Brussels',
      'Asia/Tokyo',
      'UTC',
      'America/Argentina/Buenos_Aires',
    ]);
  });

  it('refuses abbreviations, offsets, old country names and nonsense', () => {
    for (const text of ['CET', 'JST', 'EST', '+09:00', 'Japan', 'Europe/Atlantis', '', 'Europe/', '../etc', 'utc']) {
      expect([text, parseZone(text)]).toEqual([text, null]);
    }
    expect(isZone('europe/brussels')).toBe(false);
  });

  it('names cities in both languages', () => {
    expect([zoneCity('Europe/Brussels', 'en'), zoneCity('Europe/Brussels', 'ja')]).toEqual([
      'Brussels',
      'ブリュッセル',
    ]);
    expect(zoneCity('America/Port_of_Spain', 'ja')).toBe('Port of Spain');
  });

  it('sees when two zones show the same', () => {
    expect(sameClock('Europe/Brussels', 'Europe/Rome', winter)).toBe(true);
    expect(sameClock('Europe/Brussels', 'Asia/Tokyo', winter)).toBe(false);
    expect(sameClock('Atlantic/Reykjavik', 'Europe/London', winter)).toBe(true);
    expect(sameClock('Atlantic/Reykjavik', 'Europe/London', summer)).toBe(false);
  });
});
