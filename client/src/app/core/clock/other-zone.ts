import { sameClock } from '@musubi/time';

/** Both sides' clocks, in the order in which the other one is looked for. */
const sides = ['Asia/Tokyo', 'Europe/Brussels'];

/**
 * The clock to show beside one's own: that of `place` where it differs, else the other side's.
 * @param place such as an event's zone
 */
export function otherZone(own: string, now: Temporal.Instant, place?: string | null): string {
  const wishes = place ? [place, ...sides] : sides;
  return wishes.find((zone) => !sameClock(zone, own, now)) ?? 'Asia/Tokyo';
}
