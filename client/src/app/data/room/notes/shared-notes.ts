import { computed, signal } from '@angular/core';
import { type NotesSnapshot, notesLength, notesUpdateBytes } from '@musubi/contracts';
import { applyUpdate, Doc, mergeUpdates, type Text, UndoManager } from 'yjs';
import { asRefusal } from '../../../core/problem/problem';
import type { NotesLine, NotesShelf } from './notes-line';
import { changeBetween, piecesOf, type TextStep } from './text-change';

/**
 * `waiting`: written here, not yet kept, for want of a connection; it goes out by itself. `closed`: to be read only.
 * `full`: the last change was too much, and is gone.
 */
export type NotesState = 'loading' | 'kept' | 'sending' | 'waiting' | 'closed' | 'full' | 'failed';

/** What a text field shows of it: asked before each change from elsewhere, and told after. */
export interface NotesView {
  changed(text: string, steps: readonly TextStep[] | null): void;
}

/** The longest piece that goes out as one update, in UTF-16 units: with its frame well below the limit. */
const PIECE = 1_500;
/** Milliseconds in which changes are gathered to one update. */
const GATHER = 250;
/** Milliseconds after which somebody who stopped is no longer said to write. */
const WRITES_FOR = 3_000;
const PAUSE = 2_000;
const FIELD = 'notes';

/**
 * Notes that several people write at once. What is typed stands at once, goes out in small updates, and comes together with
 * what the others write in whatever order it arrives; without a connection it waits and goes out later, on this device
 * also from one visit to the next.
 */
export class SharedNotes {
  private readonly line: NotesLine;
  private readonly shelf: NotesShelf;
  private document!: Doc;
  private text!: Text;
  private undoing!: UndoManager;
  private view: NotesView | null = null;
  /** Own updates that the server has not kept yet, oldest first. */
  private outbox: Uint8Array[] = [];
  /** What came while somebody composes: a syllable half typed must not be torn. */
  private held: Uint8Array[] | null = null;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private flight: Promise<void> | null = null;
  /** What an earlier visit left here was taken up. */
  private takenUp = false;
  /** Something lies on the shelf, or may lie there. */
  private laid = false;
  private laying: Promise<void> = Promise.resolve();
  private layWaits = false;
  private readonly stopHearing: () => void;
  private over = false;

  private readonly now = signal<NotesState>('loading');
  private readonly at = signal<string | null>(null);
  private readonly writer = signal<string | null>(null);
  private readonly words = signal('');
  readonly state = this.now.asReadonly();
  /** Something that was written here has not reached the server. */
  readonly unsent = computed(() => ['sending', 'waiting'].includes(this.now()));
  /** When it was last kept. */
  readonly keptAt = this.at.asReadonly();
  /** The participant who writes at this moment. */
  readonly writing = this.writer.asReadonly();
  readonly value = this.words.asReadonly();

  constructor(line: NotesLine, shelf: NotesShelf) {
    this.line = line;
    this.shelf = shelf;
    this.begin();
    this.stopHearing = line.hear(({ update, by, at }) => {
      this.take(new Uint8Array(update));
      this.at.set(at);
      this.writer.set(by);
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.writer.set(null), WRITES_FOR);
    });
  }

  /** Reads what is kept, and sends what waits: at first, and after each time without a connection. */
  async open(): Promise<void> {
    try {
      const snapshot = await this.line.snapshot();
      if (this.over) return;
      this.read(snapshot);
      if (!snapshot.open) return;
      await this.takeUp();
      await this.flush();
    } catch (error) {
      const { code } = asRefusal(error);
      if (!this.over) this.now.set(code === 'room.closed' ? 'closed' : this.now() === 'loading' ? 'failed' : 'waiting');
    }
  }

  attach(view: NotesView): void {
    this.view = view;
    view.changed(this.value(), null);
  }

  /** Makes the text what the field holds. */
  write(after: string, caret: number): void {
    const change = changeBetween(this.text.toString(), after.slice(0, notesLength), caret);
    if (!change) return;
    const { at, removed, inserted } = change;
    // Small steps, each an update of its own that the line carries.
    if (removed > 0) this.document.transact(() => this.text.delete(at, removed), this);
    let to = at;
    for (const piece of piecesOf(inserted, PIECE)) {
      this.document.transact(() => this.text.insert(to, piece), this);
      to += piece.length;
    }
  }

  undo(): void {
    this.undoing.undo();
  }

  redo(): void {
    this.undoing.redo();
  }

  /** While a syllable is composed, what the others write waits. */
  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const waiting = this.held ?? [];
    this.held = null;
    for (const update of waiting) this.take(update);
  }

  close(): void {
    this.over = true;
    clearTimeout(this.gathering);
    clearTimeout(this.resting);
    this.stopHearing();
    void this.flush();
  }

  /** Sends what waits, in order, until all of it is kept or the line is gone. */
  flush(): Promise<void> {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    this.flight ??= this.run().finally(() => (this.flight = null));
    return this.flight;
  }

  private async run(): Promise<void> {
    while (this.outbox.length > 0) {
      const { batch, count } = this.nextBatch();
      if (batch.length > notesUpdateBytes) return this.startOver();
      this.now.set('sending');
      const answer = await this.line.send(batch);
      if (answer?.ok) {
        this.outbox.splice(0, count);
        this.lay();
        this.at.set(answer.at);
      } else if (answer === null) {
        this.now.set('waiting');
        return;
      } else if (answer.code === 'request.too_many' || answer.code === 'unavailable' || answer.code === 'internal') {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        if (this.over) return;
      } else return this.refused(answer.code);
    }
    if (!['closed', 'full'].includes(this.now())) this.now.set('kept');
  }

  /** As many waiting updates as go into one. */
  private nextBatch(): { batch: Uint8Array; count: number } {
    let batch = this.outbox[0]!;
    let count = 1;
    while (count < this.outbox.length) {
      const more = mergeUpdates([batch, this.outbox[count]!]);
      if (more.length > notesUpdateBytes) break;
      batch = more;
      count += 1;
    }
    return { batch, count };
  }

  private async refused(code: string): Promise<void> {
    const closed = ['notes.closed', 'room.closed', 'not_found', 'registration.required', 'meeting.wrong_state'];
    if (closed.includes(code)) {
      this.outbox = [];
      this.lay();
      this.now.set('closed');
      return;
    }
    await this.anew();
    this.lay();
    this.now.set('full');
  }

  /** One change was larger than the line carries (a long passage brought back): the same words in small pieces. */
  private async startOver(): Promise<void> {
    const wanted = this.value();
    await this.anew();
    this.write(wanted, wanted.length);
    this.now.set('sending');
  }

  /** Forgets what was not kept. */
  private async anew(): Promise<void> {
    const snapshot = await this.line.snapshot();
    this.document.destroy();
    this.begin();
    this.read(snapshot);
    this.view?.changed(this.value(), null);
  }

  private begin(): void {
    this.document = new Doc();
    this.text = this.document.getText(FIELD);
    this.outbox = [];
    this.undoing = new UndoManager(this.text, { trackedOrigins: new Set([this]), captureTimeout: 500 });
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'others') return;
      this.outbox.push(update);
      this.lay();
      if (this.now() !== 'waiting') this.now.set('sending');
      this.gathering ??= setTimeout(() => void this.flush(), GATHER);
    });
    this.text.observe((event, { origin }) => {
      this.words.set(this.text.toString());
      // What the field itself wrote stands there already.
      if (origin !== this) this.view?.changed(this.value(), event.delta as TextStep[]);
    });
  }

  /** What was written on an earlier visit and never arrived comes together with what is kept, and goes out. */
  private async takeUp(): Promise<void> {
    if (this.takenUp) return;
    this.takenUp = true;
    const left = await this.shelf.load().catch(() => []);
    if (left.length === 0 || this.over) return;
    for (const update of left) this.take(update);
    // Behind what is on its way: in which order they arrive is all the same.
    this.outbox.push(...left);
    this.laid = true;
    this.now.set('sending');
  }

  /** Lays what has not arrived where the next visit finds it; many changes in a row are one. */
  private lay(): void {
    if (this.layWaits || (!this.laid && this.outbox.length === 0)) return;
    this.layWaits = true;
    this.laying = this.laying.then(async () => {
      this.layWaits = false;
      this.laid = this.outbox.length > 0;
      // A device that keeps nothing (private window, full disk) still lets people write.
      await this.shelf.keep([...this.outbox]).catch(() => undefined);
    });
  }

  private take(update: Uint8Array): void {
    if (this.held) this.held.push(update);
    else applyUpdate(this.document, update, 'others');
  }

  private read({ state, changedAt, open }: NotesSnapshot): void {
    if (state) this.take(Uint8Array.from(atob(state), (sign) => sign.charCodeAt(0)));
    if (changedAt) this.at.set(changedAt);
    this.now.set(open ? (this.outbox.length > 0 ? 'sending' : 'kept') : 'closed');
  }
}
