import { describe, expect, it } from '@jest/globals';
import { curve } from './curve';

describe('the curve of a run', () => {
  it('climbs in steps towards the bound', () => {
    const drawn = curve(
      [
        { at: 0, value: 100 },
        { at: 1, value: 150 },
        { at: 4, value: 180 },
      ],
      200,
      10,
    );
    expect(drawn).toEqual({ line: 'M0 92H10V50H40V24.8', bound: 8, start: { x: 0, y: 92 }, end: { x: 40, y: 24.8 } });
  });

  it('lies at the bound where it reached it at once', () => {
    expect(curve([{ at: 0, value: 7 }], 7, 10)).toEqual({
      line: 'M0 8',
      bound: 8,
      start: { x: 0, y: 8 },
      end: { x: 0, y: 8 },
    });
  });

  it('is nothing before there is anything to draw, and never leaves the field', () => {
    expect(curve([], null, 10)).toEqual({ line: '', bound: null, start: null, end: null });
    expect(curve([], 5, 0).bound).toBe(8);
    expect(curve([{ at: 12, value: 1 }], null, 10).end).toEqual({ x: 100, y: 8 });
  });
});
