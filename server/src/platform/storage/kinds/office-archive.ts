import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { refusedFile } from '../incoming/refused-file.js';

/** Entries of an archive, and bytes of all of them unpacked: a hundred times what an office makes of 10 MB text. */
const entriesAtMost = 5_000;
const bytesAtMost = 200 * 1024 * 1024;

const macros = /(^|\/)(vbaProject\w*\.bin|vbaData\.xml|activeX\/|macrosheets\/|customUI\/)/i;
const programs = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|jse|wsf|hta|lnk|jar|sh)$/i;
/** A template that is fetched when the document is opened: what it holds nobody has looked at. */
const fetched =
  /attachedTemplate[^>]*TargetMode\s*=\s*["']External|TargetMode\s*=\s*["']External[^>]*attachedTemplate/i;

/**
 * Unpacks an office document to nowhere, to see that it is whole, that it is nothing else besides, that it unpacks to no more
 * than it should, and that nothing in it runs by itself.
 * @throws DomainError `file.type_refused`
 */
export async function lookIntoOfficeArchive(path: string): Promise<void> {
  const archive = await open(path);
  try {
    const found = await entriesOf(archive);
    if (archive.comment) throw refusedFile('kind');
    if (found.some((entry) => entry.isEncrypted() || programs.test(entry.fileName))) throw refusedFile('kind');
    if (found.some(({ fileName }) => macros.test(fileName))) throw refusedFile('macros');
    if (found.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > bytesAtMost) throw refusedFile('damaged');
    for (const entry of found) await unpack(archive, entry);
  } finally {
    archive.close();
  }
}

async function open(path: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    throw refusedFile('damaged');
  }
}

async function entriesOf(archive: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  if (archive.entryCount > entriesAtMost) throw refusedFile('damaged');
  const found: yauzl.Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) found.push(entry);
  } catch {
    throw refusedFile('damaged');
  }
  return found;
}

/** The library ends the stream with an error when more comes out of it than was said. */
async function unpack(archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  const relations = entry.fileName.endsWith('.rels');
  let content = '';
  try {
    const stream = await archive.openReadStreamPromise(entry);
    if (relations) content = await text(stream);
    else for await (const chunk of stream) void chunk;
  } catch {
    throw refusedFile('damaged');
  }
  if (fetched.test(content)) throw refusedFile('macros');
}
