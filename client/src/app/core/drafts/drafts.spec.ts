import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DRAFT_SHELF, Drafts, type DraftShelf } from './drafts';

class Shelf implements DraftShelf {
  readonly kept = new Map<string, unknown>();
  writes = 0;
  full = false;
  get = async (key: string) => this.kept.get(key);
  set = async (key: string, value: unknown) => {
    if (this.full) throw new Error('full');
    this.writes += 1;
    this.kept.set(key, value);
  };
  remove = async (key: string) => void this.kept.delete(key);
  clear = async () => this.kept.clear();
}

describe('drafts on this device', () => {
  let shelf: Shelf;
  let drafts: Drafts;

  beforeEach(() => {
    jest.useFakeTimers();
    shelf = new Shelf();
    TestBed.configureTestingModule({ providers: [{ provide: DRAFT_SHELF, useValue: shelf }] });
    drafts = TestBed.inject(Drafts);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are written once for many strokes, and read again', async () => {
    const draft = drafts.of<string>('a');
    for (const text of ['h', 'he', 'hello']) draft.save(text);
    await jest.advanceTimersByTimeAsync(500);
    expect({
      writes: shelf.writes,
      loaded: await drafts.of<string>('a').load(),
      other: await drafts.of('b').load(),
    }).toEqual({
      writes: 1,
      loaded: 'hello',
      other: null,
    });
    expect(draft.savedAt()).not.toBeNull();
  });

  it('are written at once when the page goes away', async () => {
    drafts.of<string>('a').save('half a word');
    window.dispatchEvent(new Event('pagehide'));
    await jest.advanceTimersByTimeAsync(0);
    expect(await drafts.of<string>('a').load()).toBe('half a word');
  });

  it('do not come back after they were sent', async () => {
    const draft = drafts.of<string>('a');
    draft.save('sent');
    await draft.clear();
    await jest.advanceTimersByTimeAsync(500);
    expect(await draft.load()).toBeNull();
  });

  it('never stand in the way of a form', async () => {
    shelf.full = true;
    const draft = drafts.of<string>('a');
    draft.save('text');
    await jest.advanceTimersByTimeAsync(500);
    expect(draft.savedAt()).toBeNull();
  });
});
