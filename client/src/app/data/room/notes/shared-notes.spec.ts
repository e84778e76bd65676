import { describe, expect, it } from '@jest/globals';
import type { NotesAnswer, NotesSnapshot, NotesUpdated } from '@musubi/contracts';
import fc from 'fast-check';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { NotesLine, NotesShelf } from './notes-line';
import { SharedNotes } from './shared-notes';

const at = '2027-01-26T08:30:00.000Z';

/** A server that keeps one document and tells the others; each line can be cut, also between keeping and answering. */
function server() {
  const kept = new Doc();
  const pages = new Map<string, (notes: NotesUpdated) => void>();
  let open = true;
  let refusal: NotesAnswer | null = null;
  const sizes: number[] = [];
  const snapshot = (): NotesSnapshot => ({
    state: kept.getText('notes').length > 0 ? btoa(String.fromCharCode(...encodeStateAsUpdate(kept))) : '',
    text: '',
    changedAt: null,
    changedBy: null,
    open,
  });
  const line = (who: string, cut: { now: boolean; answer: boolean }): NotesLine => ({
    snapshot: async () => {
      if (cut.now) throw new Error('away');
      return snapshot();
    },
    send: async (update) => {
      if (cut.now) return null;
      if (refusal) return refusal;
      sizes.push(update.length);
      applyUpdate(kept, update);
      for (const [other, tell] of pages) if (other !== who) tell({ meetingId: 'm', update, by: who, at });
      return cut.answer ? null : { ok: true, at };
    },
    hear: (heard) => {
      pages.set(who, (notes) => void (cut.now || heard(notes)));
      return () => pages.delete(who);
    },
  });
  return {
    line,
    sizes,
    text: () => kept.getText('notes').toString(),
    shut: () => (open = false),
    refuse: (answer: NotesAnswer | null) => (refusal = answer),
  };
}

/** A device that keeps what did not arrive. */
function device() {
  let kept: readonly Uint8Array[] = [];
  const shelf: NotesShelf = { load: async () => kept, keep: async (updates) => void (kept = updates) };
  return { shelf, kept: () => kept };
}

async function page(of: ReturnType<typeof server>, who: string, { shelf } = device(), away = false) {
  const cut = { now: away, answer: false };
  const notes = new SharedNotes(of.line(who, cut), shelf);
  await notes.open();
  const type = (place: number, words: string): void => {
    const before = notes.value();
    const to = Math.min(place, before.length);
    notes.write(before.slice(0, to) + words + before.slice(to), to + words.length);
  };
  return { notes, cut, type };
}

describe('shared notes', () => {
  it('come together whoever is away when, each word once', async () => {
    const step = fc.record({ who: fc.nat(2), place: fc.nat(30), toggle: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const one = server();
        const pages = [await page(one, 'a'), await page(one, 'b'), await page(one, 'c')];
        for (const [index, { who, place, toggle }] of steps.entries()) {
          const { notes, cut, type } = pages[who]!;
          if (toggle === 0) cut.now = !cut.now;
          if (toggle === 1) cut.answer = !cut.answer;
          type(place, `<${index}>`);
          await notes.flush();
          if (toggle === 2 && !cut.now) await notes.open();
        }
        for (const { cut, notes } of pages) {
          Object.assign(cut, { now: false, answer: false });
          await notes.open();
        }
        for (const { notes } of pages) await notes.open();
        const texts = pages.map(({ notes }) => notes.value());
        expect(new Set([...texts, one.text()]).size).toBe(1);
        expect([...texts[0]!].filter((sign) => sign === '<')).toHaveLength(steps.length);
        for (const { notes } of pages) notes.close();
      }),
      { numRuns: 60 },
    );
  });

  it('say that what is typed waits for the line, and send it later', async () => {
    const one = server();
    const { notes, cut, type } = await page(one, 'a');
    cut.now = true;
    type(0, 'Weeks 14–20');
    await notes.flush();
    expect([notes.state(), one.text()]).toEqual(['waiting', '']);
    cut.now = false;
    await notes.open();
    expect([notes.state(), one.text()]).toEqual(['kept', 'Weeks 14–20']);
    notes.close();
  });

  it('that did not arrive before the page was closed come together with the others’ at the next visit', async () => {
    const [one, here] = [server(), device()];
    const first = await page(one, 'clara', here);
    first.cut.now = true;
    first.type(0, 'Weeks 14–20');
    await first.notes.flush();
    first.type(11, '!');
    expect(first.notes.unsent()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve));
    first.notes.close();

    const aiko = await page(one, 'aiko');
    aiko.type(0, '水素 ');
    await aiko.notes.flush();
    const second = await page(one, 'clara', here);
    expect([one.text(), second.notes.value(), second.notes.unsent()]).toEqual([
      second.notes.value(),
      one.text(),
      false,
    ]);
    expect([one.text().includes('Weeks 14–20!'), one.text().includes('水素 ')]).toEqual([true, true]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(here.kept()).toEqual([]);
    for (const { notes } of [aiko, second]) notes.close();
  });

  it('are not lost where a visit ends before what an earlier one left was sent', async () => {
    const [one, here] = [server(), device()];
    const first = await page(one, 'clara', here);
    first.cut.now = true;
    first.type(0, 'mine');
    await new Promise((resolve) => setTimeout(resolve));
    first.notes.close();
    const second = await page(one, 'clara', here, true);
    second.notes.close();
    const third = await page(one, 'clara', here);
    expect(one.text()).toBe('mine');
    third.notes.close();
  });

  it('go out in pieces that the line carries, a long passage brought back as well', async () => {
    const one = server();
    const { notes, type } = await page(one, 'a');
    const long = '水素ステーション'.repeat(1_500);
    type(0, long);
    await notes.flush();
    // What is done within half a second is undone as one.
    await new Promise((resolve) => setTimeout(resolve, 550));
    notes.write('', 0);
    notes.undo();
    await notes.flush();
    await notes.flush();
    expect([one.text() === long, Math.max(...one.sizes) <= 8_192]).toEqual([true, true]);
    notes.close();
  });

  it('let a syllable be finished before others write into it', async () => {
    const one = server();
    const [aiko, clara] = [await page(one, 'aiko'), await page(one, 'clara')];
    aiko.notes.hold();
    clara.type(0, 'Clara ');
    await clara.notes.flush();
    expect(aiko.notes.value()).toBe('');
    aiko.type(0, '水素');
    aiko.notes.release();
    await aiko.notes.flush();
    expect([aiko.notes.value(), one.text()].map((text) => [...text].toSorted().join(''))).toEqual(
      Array(2).fill([...'Clara 水素'].toSorted().join('')),
    );
    expect(aiko.notes.writing()).toBe('clara');
    for (const { notes } of [aiko, clara]) notes.close();
  });

  it('undo what was typed here, and nothing of the others', async () => {
    const one = server();
    const [aiko, clara] = [await page(one, 'aiko'), await page(one, 'clara')];
    aiko.type(0, 'mine');
    await aiko.notes.flush();
    clara.type(4, ' theirs');
    await clara.notes.flush();
    aiko.notes.undo();
    await aiko.notes.flush();
    expect(one.text()).toBe(' theirs');
    for (const { notes } of [aiko, clara]) notes.close();
  });

  it('are read only once they are closed, and forget what was too much', async () => {
    const one = server();
    const { notes, type } = await page(one, 'a');
    type(0, 'kept');
    await notes.flush();
    one.refuse({ ok: false, code: 'notes.too_big' });
    type(4, ' and more');
    await notes.flush();
    expect([notes.state(), notes.value()]).toEqual(['full', 'kept']);
    one.refuse({ ok: false, code: 'notes.closed' });
    type(4, '!');
    await notes.flush();
    expect(notes.state()).toBe('closed');
    notes.close();
    one.shut();
    expect((await page(one, 'b')).notes.state()).toBe('closed');
  });
});
