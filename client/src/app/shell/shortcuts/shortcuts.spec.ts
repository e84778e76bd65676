import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Shortcuts } from './shortcuts';

const press = (key: string, target?: HTMLElement) => {
  const event = new KeyboardEvent('keydown', { key });
  if (target) Object.defineProperty(event, 'target', { value: target });
  return event;
};

describe('shortcuts', () => {
  let shortcuts: Shortcuts;

  beforeEach(() => {
    localStorage.clear();
    shortcuts = TestBed.inject(Shortcuts);
  });

  it('read two letters in a row, if the second comes soon', () => {
    expect([shortcuts.read(press('g'), 0), shortcuts.read(press('m'), 1500)]).toEqual([null, { go: 'm' }]);
    expect([shortcuts.read(press('g'), 0), shortcuts.read(press('m'), 1501)]).toEqual([null, null]);
  });

  it('know the way to the search', () => {
    expect(shortcuts.read(press('/'), 0)).toBe('search');
    shortcuts.turn(false);
    expect(shortcuts.read(press('/'), 1)).toBeNull();
  });

  it('never fire while somebody types', () => {
    const field = document.createElement('input');
    expect([shortcuts.read(press('?', field), 0), shortcuts.read(press('?'), 0)]).toEqual([null, 'help']);
  });

  it('can be turned off, on this device; the list of them stays in reach', () => {
    shortcuts.turn(false);
    shortcuts.read(press('g'), 0);
    expect([
      shortcuts.read(press('m'), 1),
      shortcuts.read(press('?'), 2),
      localStorage.getItem('musubi.shortcuts'),
    ]).toEqual([null, 'help', 'off']);
    shortcuts.turn(true);
    shortcuts.read(press('g'), 3);
    expect(shortcuts.read(press('h'), 4)).toEqual({ go: 'h' });
  });
});
