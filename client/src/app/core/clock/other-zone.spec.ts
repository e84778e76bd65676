import { describe, expect, it } from '@jest/globals';
import { otherZone } from './other-zone';

const winter = Temporal.Instant.from('2027-01-26T08:00:00Z');

describe('the clock beside one’s own', () => {
  it('is the other side’s', () => {
    expect(['Europe/Brussels', 'Europe/Madrid', 'Asia/Tokyo'].map((own) => otherZone(own, winter))).toEqual([
      'Asia/Tokyo',
      'Asia/Tokyo',
      'Europe/Brussels',
    ]);
  });

  it('is the place’s where its clock differs', () => {
    expect(otherZone('Europe/Brussels', winter, 'Europe/Athens')).toBe('Europe/Athens');
    expect(otherZone('Europe/Paris', winter, 'Europe/Brussels')).toBe('Asia/Tokyo');
    expect(otherZone('Europe/Paris', winter, null)).toBe('Asia/Tokyo');
  });
});
