import { describe, expect, it } from '@jest/globals';
import { drawn, gridWindow, scrollTo } from './grid-window';

const size = { rows: 2000, columns: 40, rowHeight: 48, columnWidth: 64, headHeight: 64, headWidth: 136 };
const seen = (top: number, left: number) => gridWindow(size, { top, left, height: 640, width: 900 });

describe('what of a grid is drawn', () => {
  it('is what can be seen and a little more, both ways', () => {
    expect(seen(0, 0)).toEqual({ rows: [0, 14], columns: [0, 14] });
    expect(seen(4800, 640)).toEqual({ rows: [98, 114], columns: [8, 24] });
    expect(seen(2000 * 48 - 576, 40 * 64 - 764)).toEqual({ rows: [1986, 2000], columns: [26, 40] });
  });

  it('is never beyond what there is', () => {
    expect(gridWindow({ ...size, rows: 3, columns: 2 }, { top: 0, left: 0, height: 640, width: 900 })).toEqual({
      rows: [0, 3],
      columns: [0, 2],
    });
    expect(gridWindow({ ...size, rows: 0 }, { top: 500, left: 0, height: 0, width: 0 }).rows).toEqual([0, 0]);
  });

  it('has also what has the focus, wherever that is', () => {
    expect([drawn([2, 5], null), drawn([2, 5], 3), drawn([2, 5], 0), drawn([2, 5], 9)]).toEqual([
      [2, 3, 4],
      [2, 3, 4],
      [0, 2, 3, 4],
      [2, 3, 4, 9],
    ]);
  });

  it('moves as little as needed to show a line', () => {
    const to = (at: number) => scrollTo(at, 48, { from: 480, length: 640, head: 64 });
    expect([to(3), to(10), to(15), to(22)]).toEqual([144, 480, 480, 528]);
  });
});
