import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.js';

/** A fresh nonce for one page. */
export const newNonce = () => randomBytes(16).toString('base64');

/** The policy of our pages: nothing from elsewhere but LiveKit's address. Sockets of this origin count as 'self'. */
export function pagePolicy(config: Config, nonce: string): string {
  const livekit = config.livekit ? livekitSources(config.livekit.url) : [];
  return [
    `default-src 'self'`,
    `connect-src ${["'self'", ...livekit].join(' ')}`,
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `img-src 'self' data: blob:`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function livekitSources(url: string): string[] {
  const { host, protocol } = new URL(url);
  const secure = protocol === 'wss:';
  return [`${secure ? 'wss' : 'ws'}://${host}`, `${secure ? 'https' : 'http'}://${host}`];
}
