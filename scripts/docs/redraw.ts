import { readFileSync } from 'node:fs';
import { at } from '../paths.ts';
import { drawings } from './drawings.ts';

export const document = at('docs', 'architecture.md');

/** The document with every drawing made anew between its markers `<!-- drawn: name -->` and `<!-- end -->`. */
export async function redraw(): Promise<{ before: string; after: string }> {
  const before = readFileSync(document, 'utf8');
  let after = before;
  for (const [name, draw] of Object.entries(drawings)) {
    const place = new RegExp(`(<!-- drawn: ${name} -->\n)[\\s\\S]*?(\n<!-- end -->)`);
    if (!place.test(after)) throw new Error(`docs/architecture.md has no place for the drawing "${name}"`);
    const picture = await draw();
    after = after.replace(place, (_all, open: string, close: string) => `${open}\n${picture}\n${close}`);
  }
  return { before, after };
}
