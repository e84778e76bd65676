import type { FeedEntry, FeedPage } from '@musubi/contracts';

/**
 * Brings a person's numbered feed in order, each entry once: those that arrive live, and those that were missed. Entries
 * that arrive while the gap is being read wait for it.
 */
export class FeedCursor {
  private at: number | null = null;
  private waiting: FeedEntry[] = [];
  private reading: Promise<number> | null = null;

  private readonly read: (after: number) => Promise<FeedPage>;
  private readonly tell: (entry: FeedEntry) => void;
  private readonly reload: () => void;

  /**
   * @param read one page of the feed after a number
   * @param tell gets each entry once, in order
   * @param reload the gap is too old to be read: everything must be read anew
   */
  constructor(read: (after: number) => Promise<FeedPage>, tell: (entry: FeedEntry) => void, reload: () => void) {
    this.read = read;
    this.tell = tell;
    this.reload = reload;
  }

  /** Number of the newest entry told; null before {@link begin}. */
  get position(): number | null {
    return this.at;
  }

  /** Takes the newest number as the start: what was before is read by the pages themselves. */
  async begin(): Promise<void> {
    if (this.at !== null) return;
    let page = await this.read(0);
    while (!page.reload && page.entries.length > 0 && page.entries.at(-1)!.n < page.cursor) {
      page = await this.read(page.entries.at(-1)!.n);
    }
    this.at = page.cursor;
    this.drain();
  }

  /** An entry came over the socket. */
  offer(entry: FeedEntry): void {
    this.waiting.push(entry);
    if (this.at === null || this.reading) return;
    this.drain();
    // A number is missing in between: the socket lost one.
    if (this.waiting.length > 0) void this.catchUp().catch(() => undefined);
  }

  /**
   * Reads what was missed; one reading at a time.
   * @returns how many entries were told
   */
  catchUp(): Promise<number> {
    this.reading ??= this.readGap().finally(() => {
      this.reading = null;
      this.drain();
    });
    return this.reading;
  }

  private async readGap(): Promise<number> {
    if (this.at === null) {
      await this.begin();
      return 0;
    }
    let told = 0;
    for (;;) {
      const page = await this.read(this.at);
      if (page.reload) {
        this.at = page.cursor;
        this.waiting = this.waiting.filter(({ n }) => n > page.cursor);
        this.reload();
        return told;
      }
      const fresh = page.entries.filter(({ n }) => n > this.at!);
      for (const entry of fresh) {
        this.at = entry.n;
        this.tell(entry);
        told += 1;
      }
      if (fresh.length === 0) {
        this.at = Math.max(this.at, page.cursor);
        return told;
      }
      if (this.at >= page.cursor) return told;
    }
  }

  /** Tells waiting entries as far as they follow without a gap, and drops those already told. */
  private drain(): void {
    if (this.at === null) return;
    this.waiting.sort((a, b) => a.n - b.n);
    while (this.waiting.length > 0 && this.waiting[0]!.n <= this.at + 1) {
      const entry = this.waiting.shift()!;
      if (entry.n <= this.at) continue;
      this.at = entry.n;
      this.tell(entry);
    }
  }
}
