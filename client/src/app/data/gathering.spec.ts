import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GATHER, Gathering } from './gathering';

describe('changes that are gathered', () => {
  let done: number;
  let gathering: Gathering;
  const look = (state: DocumentVisibilityState): void => {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    jest.useFakeTimers();
    done = 0;
    gathering = TestBed.runInInjectionContext(() => new Gathering(() => (done += 1)));
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('are one reading after a pause, and the next ones another', () => {
    for (let change = 0; change < 60; change += 1) gathering.ask();
    jest.advanceTimersByTime(GATHER - 1);
    expect(done).toBe(0);
    jest.advanceTimersByTime(1);
    expect(done).toBe(1);
    jest.advanceTimersByTime(GATHER);
    expect(done).toBe(1);
    gathering.ask();
    jest.advanceTimersByTime(GATHER);
    expect(done).toBe(2);
  });

  it('are read once the tab is looked at again, where nobody does', () => {
    look('hidden');
    gathering.ask();
    gathering.ask();
    jest.advanceTimersByTime(GATHER * 10);
    expect(done).toBe(0);
    look('visible');
    jest.advanceTimersByTime(GATHER);
    expect(done).toBe(1);
    look('visible');
    jest.advanceTimersByTime(GATHER);
    expect(done).toBe(1);
  });

  it('wait, too, where the tab was left within the pause', () => {
    gathering.ask();
    look('hidden');
    jest.advanceTimersByTime(GATHER);
    expect(done).toBe(0);
    look('visible');
    jest.advanceTimersByTime(GATHER);
    expect(done).toBe(1);
  });

  it('are nothing any more where whom they belong to has gone', () => {
    gathering.ask();
    TestBed.resetTestingModule();
    jest.advanceTimersByTime(GATHER);
    expect(done).toBe(0);
  });
});
