import { DomainError } from '../../../../platform/index.js';

/** A file that cannot be read at all, however lenient: nothing of it is taken. */
export function unreadable(why: string): DomainError {
  return new DomainError('programme.unreadable', { why });
}
