/**
 * Slots that are open to some interpreter of a choice. Many wishes share one choice, and few moves concern interpreters: what was found
 * holds until one of them has more or fewer meetings.
 */
export class OpenToInterpreters {
  private readonly words: number;
  private readonly addOpen: (actor: number, to: Uint32Array) => void;
  private readonly known = new Map<Int32Array, { readonly open: Uint32Array; version: number }>();
  private version = 0;

  constructor(words: number, addOpen: (actor: number, to: Uint32Array) => void) {
    this.words = words;
    this.addOpen = addOpen;
  }

  changed(): void {
    this.version++;
  }

  /** The answer is valid until the next change. */
  openIn(choice: Int32Array): Uint32Array {
    let found = this.known.get(choice);
    if (!found) this.known.set(choice, (found = { open: new Uint32Array(this.words), version: -1 }));
    if (found.version === this.version) return found.open;
    found.version = this.version;
    found.open.fill(0);
    for (const actor of choice) this.addOpen(actor, found.open);
    return found.open;
  }
}
