import { describe, expect, it } from '@jest/globals';
import type { BlockView } from '@musubi/contracts';
import { availableOf, blockDays, hoursOf } from './interpreter-hours';

const at = (day: number, time: string) => `2027-01-${day}T${time}:00Z`;
const slots = [26, 27].flatMap((day) =>
  ['08:00', '08:30', '09:00'].map((time, place) => ({
    startsAt: at(day, time),
    endsAt: at(day, ['08:20', '08:50', '09:20'][place]!),
  })),
);
const days = blockDays([{ blockId: 'block', slots } as unknown as BlockView], (instant) => instant.slice(0, 10));

describe('the hours of an interpreter', () => {
  it('are whole days of the block where nothing else is said, and whole days are always', () => {
    const hours = hoursOf(days, []);
    expect(hours.map(({ startsAt, endsAt, comes }) => [startsAt, endsAt, comes])).toEqual([
      [at(26, '08:00'), at(26, '09:20'), true],
      [at(27, '08:00'), at(27, '09:20'), true],
    ]);
    expect(availableOf(hours)).toEqual([]);
  });

  it('are kept as they were said, on the times of the block', () => {
    const said = [
      { startsAt: at(26, '08:00'), endsAt: at(26, '08:20') },
      { startsAt: at(26, '09:00'), endsAt: at(26, '09:20') },
    ];
    const hours = hoursOf(days, said);
    expect(hours.map(({ comes }) => comes)).toEqual([true, true, false]);
    expect(availableOf(hours)).toEqual(said);
    // A day of an hour in which nobody can be met is not theirs.
    expect(hoursOf(days, [{ startsAt: at(26, '08:05'), endsAt: at(26, '08:25') }]).some(({ comes }) => comes)).toBe(
      false,
    );
  });
});
