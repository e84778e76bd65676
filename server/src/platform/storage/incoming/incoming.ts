import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileBytesAtMost } from '@musubi/contracts';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../http/problems/domain-error.js';

/** Bytes on their way in: written to a draft, hashed as they passed. */
export interface Draft {
  path: string;
  sha256: string;
  bytes: number;
}

export interface Incoming extends Draft {
  /** As it was called where it came from; not to be trusted. */
  name: string;
}

/** What multipart wraps around the file. */
const wrapping = 16 * 1024;

/**
 * Takes the one file of a multipart request as it streams in.
 * @throws DomainError `request.invalid` for anything else, `file.too_big`, `file.empty`
 */
export async function receive(request: FastifyRequest, path: string): Promise<Incoming> {
  if (!request.isMultipart()) throw new DomainError('request.invalid');
  if (Number(request.headers['content-length'] ?? 0) > fileBytesAtMost + wrapping)
    throw new DomainError('file.too_big');
  const part = await onePart(request);
  if (!part || part.fieldname !== 'file') throw new DomainError('request.invalid');
  try {
    const draft = await written(part.file, path);
    if (part.file.truncated) throw new DomainError('file.too_big');
    if (draft.bytes === 0) throw new DomainError('file.empty');
    return { ...draft, name: part.filename ?? '' };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Writes a stream to a path and hashes it on the way. */
export async function written(stream: Readable, path: string): Promise<Draft> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  );
  return { path, bytes, sha256: hash.digest('hex') };
}

async function onePart(request: FastifyRequest) {
  try {
    return await request.file({
      limits: { fileSize: fileBytesAtMost, files: 1, fields: 0, parts: 1, headerPairs: 20 },
      throwFileSizeLimit: false,
    });
  } catch {
    throw new DomainError('request.invalid');
  }
}
