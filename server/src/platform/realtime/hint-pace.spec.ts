import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Hint } from '@musubi/contracts';
import { HintPace, paceMs } from './hint-pace.js';

const hint = (eventId: string): Hint => ({ topic: `event:${eventId}`, kind: 'slots.changed', ids: { eventId } });

describe('hints about the same thing', () => {
  let sent: Hint[];
  let pace: HintPace;
  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    pace = new HintPace((one) => sent.push(one));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('leave at once when they are rare', () => {
    for (let n = 1; n <= 3; n++) {
      pace.give(hint('a'));
      expect(sent).toHaveLength(n);
      jest.advanceTimersByTime(paceMs);
    }
  });

  it('are a few when they are many, and the last of them is never the one that is left out', () => {
    for (let n = 0; n < 95; n++) {
      pace.give(hint('a'));
      jest.advanceTimersByTime(10);
    }
    expect(sent).toHaveLength(4);
    jest.advanceTimersByTime(paceMs);
    expect(sent).toHaveLength(5);
    jest.advanceTimersByTime(10 * paceMs);
    expect(sent).toHaveLength(5);
  });

  it('do not hold back those about something else', () => {
    pace.give(hint('a'));
    pace.give(hint('b'));
    expect(sent).toEqual([hint('a'), hint('b')]);
  });
});
