import { signal } from '@angular/core';
import { asRefusal } from '../problem/problem';
import type { PersonRows, Typed } from './draft-rows';
import type { DraftShelf } from './draft-shelf';

/** Milliseconds of quiet before a draft is written. */
const QUIET = 400;
/** Milliseconds until the server is asked again after it could not be reached, longer each time. */
const AGAIN = [2_000, 5_000, 15_000, 60_000];

export interface KeptFormParts {
  readonly form: string;
  readonly shelfKey: string;
  readonly shelf: DraftShelf;
  /** Null for who is not signed in: the shelf is all there is. */
  readonly rows: PersonRows | null;
  /** Milliseconds since 1970, in domain time. */
  readonly now: () => number;
}

/**
 * One form of one person, as it was last typed here. Signed in, what is typed lies on the shelf only until the server has
 * it; while the server cannot be reached it stays there and is sent again. Of two devices the one typed last stands.
 */
export class KeptForm {
  /** When it was last kept, in domain time; null while nothing is kept. */
  readonly keptAt = signal<number | null>(null);
  /** Typed here and not yet kept where it belongs. */
  private unkept: Typed | null = null;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  /** Somebody wants it written now; while they still type, quiet comes first. */
  private due = false;
  private writing: Promise<void> | null = null;
  private gone = false;

  private readonly parts: KeptFormParts;

  constructor(parts: KeptFormParts) {
    this.parts = parts;
  }

  async load(): Promise<unknown> {
    // What was typed a moment ago, in the other language's page perhaps, has not arrived anywhere yet.
    if (this.unkept) return this.unkept.value;
    const { form, rows, shelf, shelfKey } = this.parts;
    const [here, there] = await Promise.all([
      shelf.get(shelfKey).catch(() => undefined) as Promise<Typed | undefined>,
      rows ? rows.read(form).catch(() => null) : null,
    ]);
    if (this.unkept) return (this.unkept as Typed).value;
    const newest = here && (!there || here.at >= there.at) ? here : there;
    this.show(newest);
    if (here && rows) {
      this.unkept = here;
      void this.keep();
    }
    return newest?.value ?? null;
  }

  save(value: unknown): void {
    this.unkept = { value, at: this.parts.now() };
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.keep(), QUIET);
  }

  /** Done once this device knows; the server hears of it meanwhile. */
  async clear(): Promise<void> {
    this.unkept = { value: null, at: this.parts.now() };
    this.keptAt.set(null);
    const kept = this.keep();
    if (!this.parts.rows) await kept;
  }

  /** Keeps at once what waits for quiet or for the server. */
  keep(): Promise<void> {
    clearTimeout(this.quiet);
    clearTimeout(this.again);
    this.due = true;
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
      if (this.due && this.unkept) void this.keep();
    });
    return this.writing;
  }

  /** Forgets what is typed here: its person is gone from this device. */
  leave(): void {
    this.gone = true;
    this.unkept = null;
    clearTimeout(this.quiet);
    clearTimeout(this.again);
  }

  private async writeAll(): Promise<void> {
    while (this.due && this.unkept && !this.gone) {
      this.due = false;
      await this.write(this.unkept);
    }
  }

  private async write(typed: Typed): Promise<void> {
    const { form, rows, shelf, shelfKey } = this.parts;
    // A device that keeps nothing (private window, full disk) still lets people fill in the form.
    const here = (await this.lay(typed)) ? typed : null;
    if (this.gone) return;
    if (!rows) {
      this.settle(typed, here);
      return;
    }
    try {
      const stands = await rows.write(form, typed);
      this.failures = 0;
      if (this.unkept !== typed || this.gone) return;
      this.settle(typed, stands);
      await shelf.remove(shelfKey).catch(() => undefined);
    } catch (error) {
      if (!asRefusal(error).passing) this.settle(typed, here);
      else if (this.unkept === typed && !this.gone) this.later(here);
    }
  }

  private async lay(typed: Typed): Promise<boolean> {
    const { rows, shelf, shelfKey } = this.parts;
    // Without a server nothing remembers that a form was sent; with one, it has to hear of it.
    const laid = typed.value === null && !rows ? shelf.remove(shelfKey) : shelf.set(shelfKey, typed);
    return laid.then(
      () => true,
      () => false,
    );
  }

  private later(here: Typed | null): void {
    this.show(here);
    const pause = AGAIN[Math.min(this.failures++, AGAIN.length - 1)];
    this.again = setTimeout(() => void this.keep(), pause);
  }

  private settle(typed: Typed, kept: Typed | null): void {
    if (this.unkept === typed) this.unkept = null;
    if (!this.unkept) this.show(kept);
  }

  private show(kept: Typed | null | undefined): void {
    this.keptAt.set(kept && kept.value !== null ? kept.at : null);
  }
}
