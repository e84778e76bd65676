import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the server's package, whether this runs from its sources or from `dist`. */
export const serverFolder = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();
