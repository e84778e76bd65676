import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { ErrorCode } from '@musubi/contracts';
import { DomainError } from '../http/problems/domain-error.js';

/** Name of the constraint that refused the statement, or null. */
export function violatedConstraint(error: unknown): string | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, constraint } = (cause ?? {}) as { code?: unknown; constraint?: unknown };
  const refusedByConstraint = typeof code === 'string' && code.startsWith('23');
  return refusedByConstraint && typeof constraint === 'string' ? constraint : null;
}

/** The one table from a constraint's name to the code that people see. A name without a code is a bug: 500. */
@Injectable()
export class ConstraintCodes {
  private readonly codes = new Map<string, ErrorCode>();

  register(codes: Record<string, ErrorCode>): void {
    for (const [constraint, code] of Object.entries(codes)) {
      if (this.codes.has(constraint)) throw new Error(`The constraint ${constraint} has two codes`);
      this.codes.set(constraint, code);
    }
  }

  refusalOf(error: unknown): DomainError | null {
    const constraint = violatedConstraint(error);
    const code = constraint === null ? undefined : this.codes.get(constraint);
    return code ? new DomainError(code) : null;
  }
}
