/** Pages that everybody gets alike, kept for a short while; the least recently used go first. */
export class PageCache {
  private readonly pages = new Map<string, { html: string; until: number }>();

  constructor(
    private readonly atMost: number,
    private readonly keptMs: number,
    private readonly nowMs: () => number = Date.now,
  ) {}

  get(key: string): string | null {
    const page = this.pages.get(key);
    if (!page) return null;
    this.pages.delete(key);
    if (page.until <= this.nowMs()) return null;
    this.pages.set(key, page);
    return page.html;
  }

  clear(): void {
    this.pages.clear();
  }

  set(key: string, html: string): void {
    this.pages.delete(key);
    this.pages.set(key, { html, until: this.nowMs() + this.keptMs });
    if (this.pages.size > this.atMost) this.pages.delete(this.pages.keys().next().value!);
  }
}
