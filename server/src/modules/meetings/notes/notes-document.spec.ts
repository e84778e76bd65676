import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { notesBytes, notesLength } from '@musubi/contracts';
import fc from 'fast-check';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { DomainError } from '../../../platform/index.js';
import { notesField, withUpdate } from './notes-document.js';

/** A writer whose every change is an update of its own. */
function writer(from?: Uint8Array) {
  const document = new Doc();
  if (from) applyUpdate(document, from);
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  return { document, updates, text: document.getText(notesField) };
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'kept';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

describe('the document of shared notes', () => {
  it('is the same for all, in whatever order updates come and however often', () => {
    const edit = fc.record({
      who: fc.nat(2),
      at: fc.nat(40),
      remove: fc.nat(3),
      insert: fc.string({ maxLength: 6, unit: fc.constantFrom('a', ' ', '水', '素', '\n', '🗾') }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), fc.infiniteStream(fc.nat(1_000)), (edits, dice) => {
        const writers = [writer(), writer(), writer()];
        for (const { who, at, remove, insert } of edits) {
          const { text } = writers[who]!;
          const place = Math.min(at, text.length);
          text.delete(place, Math.min(remove, text.length - place));
          if (insert) text.insert(place, insert);
        }
        const sent = writers.flatMap(({ updates }) => updates);
        const shuffled = [...sent, ...sent.filter(() => dice.next().value! % 3 === 0)]
          .map((update) => ({ update, place: dice.next().value! }))
          .sort((a, b) => a.place - b.place)
          .map(({ update }) => update);
        let state: Uint8Array | null = null;
        let text = '';
        for (const update of shuffled) ({ state, text } = withUpdate(state, update));
        for (const { document } of writers) if (state) applyUpdate(document, state);
        expect(writers.map((one) => one.text.toString())).toEqual([text, text, text]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what waits for an update that is still on its way', () => {
    const { text, updates } = writer();
    text.insert(0, 'Osaka');
    text.insert(5, ': 14 SMEs');
    const early = withUpdate(null, updates[1]!);
    expect(early.text).toBe('');
    expect(withUpdate(early.state, updates[0]!).text).toBe('Osaka: 14 SMEs');
  });

  it('takes nothing but a text of a size that people read', () => {
    const long = writer();
    long.text.insert(0, 'x'.repeat(notesLength + 1));
    const other = writer();
    other.document.getMap('elsewhere').set('a', 1);
    const busy = writer();
    for (let i = 0; i * 300 < notesBytes; i++) {
      busy.text.insert(0, randomBytes(150).toString('hex'));
      if (i % 40 === 39) busy.text.delete(0, busy.text.length);
    }
    expect([
      codeOf(() => withUpdate(null, long.updates[0]!)),
      codeOf(() => withUpdate(null, other.updates[0]!)),
      codeOf(() => withUpdate(null, randomBytes(200))),
      codeOf(() => withUpdate(null, new Uint8Array())),
      codeOf(() => withUpdate(null, encodeStateAsUpdate(new Doc()))),
    ]).toEqual(['notes.too_big', 'notes.unreadable', 'notes.unreadable', 'notes.unreadable', 'kept']);
  });
});
