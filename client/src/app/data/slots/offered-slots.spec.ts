import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import { OfferedSlots } from './offered-slots';
import { slot } from '../../../testing/meeting-fixtures';

const at = (time: string, day = '26'): string => `2027-01-${day}T${time}:00Z`;
const slots = [at('08:00'), at('08:25'), at('08:50'), at('08:00', '27')].map((startsAt) => slot(startsAt));
const [first, second, third, nextDay] = slots.map(({ slotId }) => slotId as string) as [string, string, string, string];
const offered = (): OfferedSlots => new OfferedSlots(signal(slots));

describe('offered slots', () => {
  it('offers what an interval holds whole', () => {
    const some = offered();
    some.take({ everything: false, intervals: [{ startsAt: at('08:00'), endsAt: at('08:50') }] });
    expect([...some.offered()]).toEqual([first, second]);
    some.take({ everything: true, intervals: [] });
    expect([some.everything(), some.put()]).toEqual([true, { everything: true, intervals: [] }]);
  });

  it('joins neighbours over their pause and keeps days and holes apart', () => {
    const some = offered();
    some.take({ everything: true, intervals: [] });
    some.toggle(third);
    expect(some.put()).toEqual({
      everything: false,
      intervals: [
        { startsAt: at('08:00'), endsAt: at('08:45') },
        { startsAt: at('08:00', '27'), endsAt: at('08:20', '27') },
      ],
    });
    some.set([second, nextDay], false);
    some.set([third], true);
    expect(some.put().intervals.map(({ startsAt }) => startsAt)).toEqual([at('08:00'), at('08:50')]);
  });

  it('gives back what it took', () => {
    const some = offered();
    some.set([first, second], true);
    const again = offered();
    again.take(some.put());
    expect([...again.offered()]).toEqual([first, second]);
    some.set([first, second], false);
    expect([some.nothing(), some.put()]).toEqual([true, { everything: false, intervals: [] }]);
  });
});
