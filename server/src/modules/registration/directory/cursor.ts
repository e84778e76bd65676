import { z } from 'zod';
import { DomainError } from '../../../platform/index.js';

/** The last row of a page: where the next one goes on. */
export interface Cursor {
  key: string;
  id: string;
}

// PostgreSQL cannot hold the null character.
const Written = z.tuple([z.string().refine((key) => key.isWellFormed() && !key.includes('\u0000')), z.uuid()]);

export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** @throws DomainError `request.invalid` for what no page has given out */
export function readCursor(text: string): Cursor {
  try {
    const [key, id] = Written.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { key, id };
  } catch {
    throw new DomainError('request.invalid');
  }
}
