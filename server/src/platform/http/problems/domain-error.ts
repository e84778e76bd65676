import { errorCodes, type ErrorCode, type FieldIssue } from '@musubi/contracts';

/** A refusal: a code with data, never a sentence. The client owns the words. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly data?: Record<string, unknown>,
    readonly issues?: FieldIssue[],
  ) {
    super(code);
    this.name = 'DomainError';
  }

  get status(): number {
    return errorCodes[this.code];
  }
}
