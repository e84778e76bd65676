import { HttpErrorResponse } from '@angular/common/http';
import type { ErrorCode, FieldIssue, Problem } from '@musubi/contracts';

/** Refusals that only the client can see. */
export type LocalCode = 'offline' | 'unreadable';

/** A refusal, typed: what the server said, or that it did not answer. */
export class Refusal extends Error {
  readonly code: ErrorCode | LocalCode;
  readonly status: number;
  /** What support can look up; null when the server never answered. */
  readonly reference: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly issues: readonly FieldIssue[];

  constructor(problem: Partial<Omit<Problem, 'code'>> & { code: ErrorCode | LocalCode }) {
    super(problem.title ?? problem.code);
    this.name = 'Refusal';
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.reference = problem.instance ?? null;
    this.data = problem.data ?? {};
    this.issues = problem.issues ?? [];
  }

  /** Whether sending the same again may help. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

/** Whatever went wrong in a call, as a refusal. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpErrorResponse) {
    const body: unknown = typeof error.error === 'string' ? parse(error.error) : error.error;
    if (isProblem(body)) return new Refusal({ ...body, status: error.status });
    if (error.status === 0) return new Refusal({ code: 'offline' });
    return new Refusal({ code: error.status === 404 ? 'not_found' : 'unreadable', status: error.status });
  }
  // `httpResource` and promises may wrap what was thrown.
  if (error instanceof Error && error.cause !== undefined) return asRefusal(error.cause);
  return new Refusal({ code: 'unreadable', title: String(error) });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
