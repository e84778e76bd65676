import { describe, expect, it } from '@jest/globals';
import { moveFocus } from './slot-keys';

const days = [[540, 565, 590], [], [540, 590]];
const from = (day: number, slot: number, ...keys: string[]) =>
  keys.map((key) => {
    const to = moveFocus(days, { day, slot }, key);
    return to && `${to.day}/${to.slot}`;
  });

describe('arrow keys among slots', () => {
  it('go left and right by slot, over the end of a day to the next that has any', () => {
    expect(from(0, 1, 'ArrowRight', 'ArrowLeft', 'Home', 'End')).toEqual(['0/2', '0/0', '0/0', '0/2']);
    expect(from(0, 2, 'ArrowRight')).toEqual(['2/0']);
    expect(from(2, 0, 'ArrowLeft')).toEqual(['0/2']);
    expect(from(0, 0, 'ArrowLeft')).toEqual([null]);
  });

  it('go up and down by day, to the nearest time', () => {
    expect(from(0, 2, 'ArrowDown')).toEqual(['2/1']);
    expect(from(0, 0, 'ArrowDown')).toEqual(['2/0']);
    expect(from(2, 1, 'ArrowUp')).toEqual(['0/2']);
    expect(from(2, 1, 'ArrowDown')).toEqual([null]);
  });

  it('leave other keys alone', () => {
    expect(from(0, 0, 'a', 'Tab', ' ')).toEqual([null, null, null]);
  });
});
