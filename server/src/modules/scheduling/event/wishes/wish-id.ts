import { createHash } from 'node:crypto';

/** Names the wish of two parties, whoever is named first: the same in every run, so that runs can be compared. */
export function wishIdOf(one: string, other: string): string {
  const hash = createHash('sha256').update([one, other].sort().join(' ')).digest('hex');
  const variant = ((parseInt(hash[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
