import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemoryRows, MemoryShelf, provideDrafts } from '../../../testing/drafts';
import { Clock } from '../clock/clock';
import { Drafts } from './drafts';

interface Form {
  text: string;
}
const typed = (text: string): Form => ({ text });

describe('drafts', () => {
  let shelf: MemoryShelf;
  let rows: MemoryRows;
  let drafts: Drafts;
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') });
    [shelf, rows] = [new MemoryShelf(), new MemoryRows()];
    TestBed.configureTestingModule({ providers: [provideDrafts(shelf, rows)] });
    drafts = TestBed.inject(Drafts);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  describe('of who is not signed in', () => {
    it('are written on this device once for many strokes, and read again', async () => {
      const draft = drafts.of<Form>('a');
      for (const text of ['h', 'he', 'hello']) draft.save(typed(text));
      await pass(500);
      expect([shelf.writes, await drafts.of('a').load(), await drafts.of('b').load()]).toEqual([
        1,
        typed('hello'),
        null,
      ]);
      expect(draft.savedAt()).toBe(Date.now() - 500);
      expect(rows.kept.size).toBe(0);
    });

    it('are written at once when the page goes away', async () => {
      drafts.of<Form>('a').save(typed('half a word'));
      window.dispatchEvent(new Event('pagehide'));
      await pass(0);
      expect([...shelf.kept.values()]).toMatchObject([{ value: typed('half a word') }]);
    });

    it('do not come back after they were sent', async () => {
      const draft = drafts.of<Form>('a');
      draft.save(typed('sent'));
      await draft.clear();
      await pass(500);
      expect([await draft.load(), shelf.kept.size]).toEqual([null, 0]);
    });

    it('never stand in the way of a form', async () => {
      shelf.full = true;
      const draft = drafts.of<Form>('a');
      draft.save(typed('text'));
      await pass(500);
      expect(draft.savedAt()).toBeNull();
    });
  });

  describe('of who is signed in', () => {
    beforeEach(() => drafts.belongTo('ada'));

    it('lie on the server and nowhere else', async () => {
      const draft = drafts.of<Form>('a/1');
      draft.save(typed('hello'));
      await pass(500);
      expect(rows.of('ada').content('a/1')).toEqual(typed('hello'));
      expect([shelf.kept.size, draft.savedAt()]).toEqual([0, Date.now() - 500]);

      await draft.clear();
      await pass(0);
      expect([rows.of('ada').content('a/1'), draft.savedAt(), await draft.load()]).toEqual([null, null, null]);
    });

    it('are there at once for the same form in the other language, before they have arrived', async () => {
      drafts.of<Form>('a').save(typed('half a word'));
      expect(await drafts.of<Form>('a').load()).toEqual(typed('half a word'));
    });

    it('are of the hour of the platform, shown in that of the device', async () => {
      TestBed.inject(Clock).set({ now: '2027-01-12T12:20:00Z', offsetMs: 0 });
      const draft = drafts.of<Form>('a');
      draft.save(typed('hello'));
      await pass(500);
      expect(new Date(rows.kept.get('ada a')!.at).toISOString()).toBe('2027-01-12T12:20:00.000Z');
      expect(draft.savedAt()).toBe(Date.now() - 500);
    });

    it('wait on this device while the server cannot be reached, and are sent again', async () => {
      rows.away = true;
      const draft = drafts.of<Form>('a');
      draft.save(typed('in a tunnel'));
      await pass(500);
      expect(draft.savedAt()).not.toBeNull();
      expect([...shelf.kept.values()]).toMatchObject([{ value: typed('in a tunnel') }]);

      rows.away = false;
      await pass(2_500);
      expect(rows.of('ada').content('a')).toEqual(typed('in a tunnel'));
      expect(shelf.kept.size).toBe(0);
    });

    it('are sent as soon as the line is back', async () => {
      rows.away = true;
      drafts.of<Form>('a').save(typed('in a tunnel'));
      await pass(30_000);
      rows.away = false;
      window.dispatchEvent(new Event('online'));
      await pass(0);
      expect(rows.of('ada').content('a')).toEqual(typed('in a tunnel'));
    });

    it('of an earlier visit are sent at the next one, and of the two the one typed last is shown', async () => {
      rows.away = true;
      drafts.of<Form>('a').save(typed('here, first'));
      drafts.of<Form>('b').save(typed('here, last'));
      await pass(500);
      const later = Date.now();
      drafts.belongTo(null);
      rows.away = false;
      rows.kept.set('ada a', { value: typed('there, last'), at: later });
      rows.kept.set('ada b', { value: typed('there, first'), at: later - 60_000 });

      drafts.belongTo('ada');
      await pass(0);
      expect([rows.of('ada').content('a'), rows.of('ada').content('b')]).toEqual([
        typed('there, last'),
        typed('here, last'),
      ]);
      expect([await drafts.of('a').load(), await drafts.of('b').load()]).toEqual([
        typed('there, last'),
        typed('here, last'),
      ]);
      expect(shelf.kept.size).toBe(0);
    });

    it('that were sent elsewhere do not come back from this device', async () => {
      rows.away = true;
      drafts.of<Form>('a').save(typed('typed before'));
      await pass(500);
      rows.away = false;
      rows.kept.set('ada a', { value: null, at: Date.now() });
      drafts.belongTo(null);
      drafts.belongTo('ada');
      expect(await drafts.of('a').load()).toBeNull();
      await pass(500);
      expect([rows.of('ada').content('a'), shelf.kept.size]).toEqual([null, 0]);
    });

    it('that the server refuses stay on this device, and are not sent over and over', async () => {
      rows.refuses = true;
      const draft = drafts.of<Form>('a');
      draft.save(typed('far too long'));
      await pass(120_000);
      expect([rows.asked, shelf.kept.size]).toEqual([1, 1]);
      expect(draft.savedAt()).not.toBeNull();
    });

    it('are never another person’s', async () => {
      const draft = drafts.of<Form>('a');
      draft.save(typed('mine'));
      drafts.belongTo('bo');
      await pass(60_000);
      expect([...rows.kept.keys()]).toEqual([]);
      expect(await drafts.of('a').load()).toBeNull();
    });

    it('are kept with the account and forgotten here at the sign-out', async () => {
      drafts.of<Form>('a').save(typed('typed a moment ago'));
      await drafts.keepAll();
      rows.away = true;
      drafts.of<Form>('b').save(typed('unsent'));
      await pass(500);
      await drafts.clearAll();
      rows.away = false;
      await pass(120_000);
      expect([shelf.kept.size, rows.of('ada').content('a'), rows.of('ada').content('b')]).toEqual([
        0,
        typed('typed a moment ago'),
        null,
      ]);
    });
  });
});
