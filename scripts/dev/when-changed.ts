import { existsSync, watch } from 'node:fs';
import { at } from '../paths.ts';

/** Calls `act` once things have been quiet for `quietMs` after a change below these folders of the checkout. */
export function whenChanged(folders: readonly string[], quietMs: number, act: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of folders.filter((one) => existsSync(at(one)))) {
    watch(at(folder), { recursive: true }, (_event, name) => {
      if (name?.includes('node_modules') || name?.endsWith('spec.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(act, quietMs);
    });
  }
}
