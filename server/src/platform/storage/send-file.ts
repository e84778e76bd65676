import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ByteStore } from './byte-store.js';
import { photoOfWidth } from './kinds/pictures.js';
import type { StoredFile } from './files.js';

/**
 * Answers with a file: to be kept, never to be opened as a page of this site; only pictures may be shown where they are asked for.
 * `width` makes a photo smaller, in pixels.
 */
export async function sendFile(
  store: ByteStore,
  request: FastifyRequest,
  reply: FastifyReply,
  file: StoredFile,
  width?: number,
): Promise<void> {
  const isPicture = file.mediaType.startsWith('image/');
  const tag = `"${file.sha256}${isPicture && width ? `-${width}` : ''}"`;
  void reply
    .header('content-disposition', disposition(isPicture ? 'inline' : 'attachment', file.name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-cache')
    .header('etag', tag);
  if (request.headers['if-none-match'] === tag) return void reply.code(304).send();
  if (isPicture && width)
    return void reply.type('image/webp').send(await photoOfWidth(await store.path(file.sha256), width));
  void reply
    .type(file.mediaType)
    .header('content-length', file.bytes)
    .send(await store.read(file.sha256));
}

/** RFC 6266: the name in its own script, and in plain letters for what does not read that. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^\u0020-\u007e]/g, '_').replaceAll(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
