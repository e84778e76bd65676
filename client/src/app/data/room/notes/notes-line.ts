import type { NotesAnswer, NotesSnapshot, NotesUpdated } from '@musubi/contracts';

/** How shared notes reach the server, and what the others write comes here. */
export interface NotesLine {
  snapshot(): Promise<NotesSnapshot>;
  /** Null while there is no connection. */
  send(update: Uint8Array): Promise<NotesAnswer | null>;
  /** Returns the way to stop. */
  hear(heard: (notes: NotesUpdated) => void): () => void;
}

/** What was written here and has not reached the server, on this device from one visit to the next. */
export interface NotesShelf {
  load(): Promise<readonly Uint8Array[]>;
  /** Instead of what lay there; nothing lies there any more where there is none. */
  keep(updates: readonly Uint8Array[]): Promise<void>;
}
