import { DOCUMENT, inject, Injectable, InjectionToken, PLATFORM_ID, signal, type Signal } from '@angular/core';
import { isPlatformServer } from '@angular/common';

/** Where drafts lie on this device. */
export interface DraftShelf {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}

export const DRAFT_SHELF = new InjectionToken<DraftShelf>('DRAFT_SHELF', {
  providedIn: 'root',
  factory: () => {
    const shelf = async () => {
      const keyval = await import('idb-keyval');
      return { keyval, store: keyval.createStore('musubi-drafts', 'drafts') };
    };
    let opened: ReturnType<typeof shelf> | undefined;
    const open = () => (opened ??= shelf());
    return {
      get: async (key) => open().then(({ keyval, store }) => keyval.get(key, store)),
      set: async (key, value) => open().then(({ keyval, store }) => keyval.set(key, value, store)),
      remove: async (key) => open().then(({ keyval, store }) => keyval.del(key, store)),
      clear: async () => open().then(({ keyval, store }) => keyval.clear(store)),
    };
  },
});

/** One form's draft. */
export interface Draft<T> {
  /** When it was last kept, in milliseconds since 1970; null while nothing is kept. */
  readonly savedAt: Signal<number | null>;
  load(): Promise<T | null>;
  /** Keeps the value soon; many calls in a row are one write. */
  save(value: T): void;
  clear(): Promise<void>;
}

/** Milliseconds of quiet before a draft is written. */
const QUIET = 400;

/** What people type is kept on their device until it is sent, and forgotten when they sign out. Nothing secret goes in. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly shelf = inject(DRAFT_SHELF);
  private readonly document = inject(DOCUMENT);
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));

  /** @param key names the form, such as `register/<eventId>/<userId>` */
  of<T>(key: string): Draft<T> {
    const savedAt = signal<number | null>(null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let write: (() => void) | null = null;
    // The page goes away while somebody is still typing.
    this.document.defaultView?.addEventListener('pagehide', () => write?.());
    return {
      savedAt: savedAt.asReadonly(),
      load: async () => {
        if (this.onServer) return null;
        const kept = (await this.shelf.get(key).catch(() => undefined)) as { value: T; at: number } | undefined;
        savedAt.set(kept?.at ?? null);
        return kept?.value ?? null;
      },
      save: (value) => {
        clearTimeout(timer);
        write = () => {
          clearTimeout(timer);
          write = null;
          const at = Date.now();
          // A device that keeps nothing (private window, full disk) still lets people fill in the form.
          this.shelf.set(key, { value, at }).then(
            () => savedAt.set(at),
            () => savedAt.set(null),
          );
        };
        timer = setTimeout(write, QUIET);
      },
      clear: async () => {
        clearTimeout(timer);
        write = null;
        savedAt.set(null);
        await this.shelf.remove(key).catch(() => undefined);
      },
    };
  }

  async clearAll(): Promise<void> {
    if (!this.onServer) await this.shelf.clear().catch(() => undefined);
  }
}
