import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignee, type Candidate, inOrderOfChoice } from './assignment.rules.js';

const candidate = (given: Partial<Candidate>): Candidate => ({
  participantId: 'a',
  free: true,
  meetings: 0,
  languages: ['en'],
  sortName: 'A',
  ...given,
});

const candidates = fc.uniqueArray(
  fc.record({
    participantId: fc.uuid(),
    free: fc.boolean(),
    meetings: fc.integer({ min: 0, max: 4 }),
    languages: fc.subarray(['en', 'ja', 'de']),
    sortName: fc.constantFrom('アオキ', 'タナカ', 'Berger', 'Weiss'),
  }),
  { selector: ({ participantId }) => participantId, maxLength: 8 },
);
const scene = candidates.chain((all) =>
  fc.record({
    all: fc.constant(all),
    shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
    contactId: fc.constantFrom('somebody else', ...all.map(({ participantId }) => participantId)),
    language: fc.constantFrom('en', 'ja', 'de'),
  }),
);

describe('who comes', () => {
  it('is the wanted contact, else by load, language and name', () => {
    const wish = { contactId: 'wanted', language: 'ja' };
    const wanted = candidate({ participantId: 'wanted', meetings: 9 });
    const busy = candidate({ participantId: 'busy', meetings: 2, languages: ['ja'] });
    const speaks = candidate({ participantId: 'speaks', meetings: 1, languages: ['en', 'ja'], sortName: 'Z' });
    const first = candidate({ participantId: 'first', meetings: 1, sortName: 'A' });
    const second = candidate({ participantId: 'second', meetings: 1, sortName: 'B' });
    const away = candidate({ participantId: 'away', free: false });
    expect(inOrderOfChoice([away, second, busy, first, wanted, speaks], wish)).toEqual([
      wanted,
      speaks,
      first,
      second,
      busy,
    ]);
    expect(assignee([away], wish)).toBeNull();
  });

  it('is free, is there where anybody is free, and is the wanted one where they are', () => {
    fc.assert(
      fc.property(scene, ({ all, ...wish }) => {
        const chosen = assignee(all, wish);
        expect(chosen !== null).toBe(all.some(({ free }) => free));
        if (!chosen) return;
        expect([all.includes(chosen), chosen.free]).toEqual([true, true]);
        const wanted = all.find(({ participantId }) => participantId === wish.contactId);
        if (wanted?.free) expect(chosen).toBe(wanted);
        else expect(chosen.meetings).toBe(Math.min(...all.filter(({ free }) => free).map(({ meetings }) => meetings)));
      }),
    );
  });

  it('does not depend on the order in which members stand, nor on those who are not free', () => {
    fc.assert(
      fc.property(scene, ({ all, shuffled, ...wish }) => {
        expect(assignee(shuffled, wish)).toBe(assignee(all, wish));
        expect(
          assignee(
            all.filter(({ free }) => free),
            wish,
          ),
        ).toBe(assignee(all, wish));
      }),
    );
  });

  it('goes to the next one when the first is lost, until nobody is left', () => {
    fc.assert(
      fc.property(scene, ({ all, ...wish }) => {
        const order = inOrderOfChoice(all, wish);
        for (const [place, one] of order.entries()) {
          const lost = new Set(order.slice(0, place));
          expect(
            assignee(
              all.filter((other) => !lost.has(other)),
              wish,
            ),
          ).toBe(one);
        }
        expect(
          assignee(
            all.filter((one) => !order.includes(one)),
            wish,
          ),
        ).toBeNull();
      }),
    );
  });

  it('shares the load: meetings given one after another differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), (people, meetings) => {
        const load = new Map(Array.from({ length: people }, (_, index) => [`member ${index}`, 0]));
        for (let n = 0; n < meetings; n += 1) {
          const all = [...load].map(([participantId, had]) => candidate({ participantId, meetings: had }));
          const { participantId } = assignee(all, { contactId: 'nobody', language: 'en' })!;
          load.set(participantId, load.get(participantId)! + 1);
        }
        expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(1);
      }),
    );
  });
});
