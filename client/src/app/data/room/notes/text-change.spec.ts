import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeBetween, piecesOf, placeAfter } from './text-change';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '水', '🗾', '\n'), maxLength: 12 });

describe('what was changed in a text', () => {
  it('turns the one into the other, and cuts no character in two', () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (before, after, caret) => {
        const change = changeBetween(before, after, Math.min(caret, after.length));
        if (!change) return expect(before).toBe(after);
        const { at, removed, inserted } = change;
        expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after);
        expect(inserted.isWellFormed() && before.slice(at, at + removed).isWellFormed()).toBe(true);
      }),
    );
  });

  it('is where the caret stands', () => {
    expect(changeBetween('aaa', 'aaaa', 2)).toEqual({ at: 1, removed: 0, inserted: 'a' });
    expect(changeBetween('aaa', 'aaaa', 4)).toEqual({ at: 3, removed: 0, inserted: 'a' });
    expect(changeBetween('aaa', 'aaa')).toBeNull();
  });

  it('moves a place behind it and leaves one before it', () => {
    const steps = [{ retain: 3 }, { insert: 'xx' }, { delete: 2 }];
    expect([0, 3, 4, 5, 9].map((place) => placeAfter(place, steps))).toEqual([0, 3, 5, 5, 9]);
  });

  it('goes out in small pieces of whole characters', () => {
    const long = 'a🗾'.repeat(5);
    expect(piecesOf(long, 4).join('')).toBe(long);
    expect(piecesOf(long, 4).every((piece) => piece.isWellFormed() && piece.length <= 4)).toBe(true);
    expect(piecesOf('', 4)).toEqual([]);
  });
});
