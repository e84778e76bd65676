import { notesBytes, notesLength } from '@musubi/contracts';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { DomainError } from '../../../platform/index.js';

/** The one text that the document holds. */
export const notesField = 'notes';

export interface NotesDocument {
  /** The whole as one update, in its shortest form; what waits for an update that is still on its way is kept in it. */
  state: Uint8Array;
  text: string;
}

/**
 * The document after an update. In which order updates come, and how often each, makes no difference.
 * @throws DomainError `notes.unreadable` for bytes that are no update of a text, `notes.too_big`
 */
export function withUpdate(state: Uint8Array | null, update: Uint8Array): NotesDocument {
  const document = new Doc();
  try {
    if (state) applyUpdate(document, state);
    applyUpdate(document, update);
    const text = document.getText(notesField).toString();
    if ([...document.share.keys()].some((field) => field !== notesField)) throw new Error('another field');
    const next = { state: encodeStateAsUpdate(document), text };
    if (next.state.length > notesBytes || text.length > notesLength)
      throw new DomainError('notes.too_big', { bytes: notesBytes, length: notesLength });
    return next;
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('notes.unreadable');
  } finally {
    document.destroy();
  }
}
