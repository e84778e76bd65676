import { open } from 'node:fs/promises';
import { refusedFile } from '../incoming/refused-file.js';

/** Where readers look for the end of a PDF, and archivers for the list of what is in an archive. */
const tailBytes = 66 * 1024;
const endMark = Buffer.from('%%EOF');
const archiveMark = Buffer.from('PK\u0005\u0006', 'latin1');
/** What may stand behind the end: line breaks, and what some printers leave there. */
const behindAtMost = 1_024;

/**
 * Sees that a PDF begins and ends as one, and that no archive hangs at its end.
 * @throws DomainError `file.type_refused`
 */
export async function lookIntoPdf(path: string, bytes: number): Promise<void> {
  const tail = await tailOf(path, bytes);
  if (tail.includes(archiveMark)) throw refusedFile('kind');
  const end = tail.lastIndexOf(endMark);
  if (end < 0 || tail.length - end > behindAtMost) throw refusedFile('damaged');
}

async function tailOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const length = Math.min(bytes, tailBytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, bytes - length);
    return buffer;
  } finally {
    await file.close();
  }
}
