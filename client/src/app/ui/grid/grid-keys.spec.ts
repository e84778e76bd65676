import { describe, expect, it } from '@jest/globals';
import { moveInGrid } from './grid-keys';

const size = { rows: 20, columns: 5 };
const go = (row: number, column: number, ...keys: string[]) =>
  keys.map((key) => {
    const far = key.startsWith('^');
    const to = moveInGrid(size, { row, column }, { key: far ? key.slice(1) : key, far }, 8);
    return to && `${to.row}/${to.column}`;
  });

describe('keys in a grid', () => {
  it('move by cell, the head of the row being one', () => {
    expect(go(3, 2, 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown')).toEqual(['3/3', '3/1', '2/2', '4/2']);
    expect(go(3, 0, 'ArrowLeft')).toEqual(['3/-1']);
  });

  it('reach both ends of the row and of the whole', () => {
    expect(go(3, 2, 'Home', 'End', '^Home', '^End', '^ArrowDown', '^ArrowLeft')).toEqual([
      '3/-1',
      '3/4',
      '0/-1',
      '19/4',
      '19/2',
      '3/-1',
    ]);
    expect(go(3, 2, 'PageDown', 'PageUp')).toEqual(['11/2', '0/2']);
  });

  it('lead nowhere beyond the edge, and leave other keys alone', () => {
    expect(go(0, -1, 'ArrowUp', 'ArrowLeft', 'Home', '^Home', 'PageUp', 'a', 'Tab')).toEqual(Array(7).fill(null));
    expect(go(19, 4, 'ArrowDown', 'ArrowRight', 'End', 'PageDown')).toEqual(Array(4).fill(null));
    expect(moveInGrid({ rows: 0, columns: 0 }, { row: 0, column: -1 }, { key: 'ArrowDown', far: false }, 8)).toBeNull();
  });
});
