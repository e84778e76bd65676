import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergePresence, reconcile, type Stay } from './presence.rules.js';

const at = (time: string) => new Date(`2027-01-26T${time}:00Z`);
const stay = (userId: string, from: string, until: string | null): Stay => ({
  userId,
  startedAt: at(from),
  endedAt: until === null ? null : at(until),
});

describe('mergePresence', () => {
  it('joins devices of one person, keeps people and gaps apart', () => {
    expect(
      mergePresence(
        [
          stay('b', '09:00', '09:10'),
          stay('a', '09:00', '09:10'),
          stay('a', '09:05', '09:20'),
          stay('a', '09:30', '09:40'),
        ],
        at('10:00'),
      ),
    ).toEqual([
      { userId: 'a', startsAt: at('09:00'), endsAt: at('09:20'), open: false },
      { userId: 'a', startsAt: at('09:30'), endsAt: at('09:40'), open: false },
      { userId: 'b', startsAt: at('09:00'), endsAt: at('09:10'), open: false },
    ]);
  });

  it('lets a stay that goes on last until now', () => {
    expect(mergePresence([stay('a', '09:00', '09:10'), stay('a', '09:05', null)], at('09:15'))).toEqual([
      { userId: 'a', startsAt: at('09:00'), endsAt: at('09:15'), open: true },
    ]);
  });

  it('forgets a stay of no length', () => {
    expect(mergePresence([stay('a', '09:00', '09:00')], at('09:15'))).toEqual([]);
  });
});

describe('reconcile', () => {
  const seen = (sid: string, time: string) => ({ sid, seenAt: at(time) });

  it('finds who came, who stays and who left without a word', () => {
    expect(reconcile([seen('1', '09:00'), seen('2', '09:00')], [{ sid: '2' }, { sid: '3' }], at('09:01'))).toEqual({
      arrived: [{ sid: '3' }],
      still: ['2'],
      gone: ['1'],
    });
  });

  it('leaves alone who came after the question', () => {
    expect(reconcile([seen('1', '09:02')], [], at('09:01'))).toEqual({ arrived: [], still: [], gone: [] });
  });

  it('accounts for everybody exactly once', () => {
    const sids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }));
    fc.assert(
      fc.property(sids, sids, (held, there) => {
        const { arrived, still, gone } = reconcile(
          held.map((sid) => seen(sid, '09:00')),
          there.map((sid) => ({ sid })),
          at('09:01'),
        );
        expect([...still, ...gone].sort()).toEqual([...held].sort());
        expect([...still, ...arrived.map(({ sid }) => sid)].sort()).toEqual([...there].sort());
      }),
    );
  });
});
