import type { NotesAnswer, NotesSnapshot, NotesUpdated } from '@musubi/contracts';

/** How shared notes reach the server, and what the others write comes here. */
export interface NotesLine {
  snapshot(): Promise<NotesSnapshot>;
  /** Null while there is no connection. */
  send(update: Uint8Array): Promise<NotesAnswer | null>;
  /** Returns the way to stop. */
  hear(heard: (notes: NotesUpdated) => void): () => void;
}
