import type { FileRefusal } from '@musubi/contracts';
import { DomainError } from '../../http/problems/domain-error.js';

/** The refusal of a file for what it is. */
export const refusedFile = (why: FileRefusal) => new DomainError('file.type_refused', { why });
