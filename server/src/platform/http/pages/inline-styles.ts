import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const link = /<link rel="stylesheet" href="(styles-[\w-]{8}\.css)">/g;
const kept = new Map<string, string | null>();

/**
 * Puts the client's own stylesheet into the page instead of a link to it: it is drawn a round trip earlier, a third of a second on
 * a slow phone. Addresses in it are relative to the folder of the files, which is also what the page's base says.
 */
export function inlineStyles(html: string, folder: string, nonce: string): string {
  return html.replace(link, (tag, name: string) => {
    const styles = read(join(folder, name));
    return styles === null ? tag : `<style nonce="${nonce}">${styles}</style>`;
  });
}

/** The name carries a hash of the contents, so that what was read once stays true. */
function read(file: string): string | null {
  if (!kept.has(file)) kept.set(file, existsSync(file) ? readFileSync(file, 'utf8') : null);
  return kept.get(file) ?? null;
}
