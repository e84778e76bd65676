import { InjectionToken } from '@angular/core';

/** Where drafts lie on this device: all of them of who is not signed in, else what the server has not taken yet. */
export interface DraftShelf {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
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
      keys: async () => open().then(({ keyval, store }) => keyval.keys<string>(store)),
      clear: async () => open().then(({ keyval, store }) => keyval.clear(store)),
    };
  },
});
