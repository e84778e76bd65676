import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { FileKind, FileType } from '@musubi/contracts';
import { fileName, renamed } from '../file-name.js';
import type { Draft, Incoming } from './incoming.js';
import { mediaTypeOf } from '../kinds/media-type.js';
import { remakePhoto, remakePicture } from '../kinds/pictures.js';

/** A file as it is kept. */
export interface Prepared extends Draft {
  name: string;
  mediaType: FileType;
}

/**
 * Decides what a file is and makes it fit to be kept: pictures are made anew at `to`, everything else stays as it came.
 * @throws DomainError `file.type_refused`
 */
export async function prepare(incoming: Incoming, kind: FileKind, to: string): Promise<Prepared> {
  const type = await mediaTypeOf(incoming.path, kind, incoming);
  const name = fileName(incoming.name, type);
  if (kind === 'image') {
    await remakePhoto(incoming.path, to);
    return { ...(await measured(to)), name: renamed(name, 'image/webp'), mediaType: 'image/webp' };
  }
  if (type === 'image/png' || type === 'image/jpeg' || type === 'image/webp') {
    await remakePicture(incoming.path, to, type);
    return { ...(await measured(to)), name, mediaType: type };
  }
  const { path, bytes, sha256 } = incoming;
  return { path, bytes, sha256, name, mediaType: type };
}

async function measured(path: string): Promise<Draft> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { path, bytes, sha256: hash.digest('hex') };
}
