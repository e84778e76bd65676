/** What was started, so that it is stopped in the opposite order, once. */
export class StopList {
  #stops: (() => Promise<unknown>)[] = [];
  #stopping: Promise<void> | null = null;

  add(stop: () => Promise<unknown>): void {
    this.#stops.push(stop);
  }

  get isStopping(): boolean {
    return this.#stopping !== null;
  }

  stopAll(): Promise<void> {
    this.#stopping ??= (async () => {
      for (const stop of this.#stops.reverse()) await stop();
    })();
    return this.#stopping;
  }
}
