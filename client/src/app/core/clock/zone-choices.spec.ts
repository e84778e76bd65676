import { describe, expect, it } from '@jest/globals';
import { zoneChoices } from './zone-choices';

const winter = Temporal.Instant.from('2027-01-26T08:00:00Z');

describe('the zones to choose from', () => {
  it('start with the reader’s and the event’s, once each', () => {
    const read = (...first: string[]) => zoneChoices(first, winter, 'en').first.map(({ zone }) => zone);
    expect(read('Europe/Berlin', 'Asia/Tokyo')).toEqual(['Europe/Berlin', 'Asia/Tokyo']);
    expect(read('Asia/Tokyo', 'Asia/Tokyo')).toEqual(['Asia/Tokyo']);
    expect(read('America/Port_of_Spain')).toEqual(['America/Port_of_Spain']);
  });

  it('go on from west to east, and by city where the hour is the same', () => {
    const { rest } = zoneChoices(['Asia/Tokyo'], winter, 'en');
    const minutes = rest.map(({ zone }) => winter.toZonedDateTimeISO(zone).offsetNanoseconds);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(rest.some(({ zone }) => zone === 'Asia/Tokyo')).toBe(false);
    const central = rest
      .map(({ city }) => city)
      .filter((city) => ['Amsterdam', 'Berlin', 'Brussels', 'Zagreb'].includes(city));
    expect(central).toEqual(['Amsterdam', 'Berlin', 'Brussels', 'Zagreb']);
  });
});
