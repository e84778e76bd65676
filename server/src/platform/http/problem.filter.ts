import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable, Logger } from '@nestjs/common';
import type { ErrorCode, Problem } from '@musubi/contracts';
import { errorCodes } from '@musubi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConstraintCodes, violatedConstraint } from '../database/constraint-codes.js';
import { DomainError } from './domain-error.js';

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'request.invalid',
  401: 'login.required',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  413: 'request.too_large',
  415: 'request.invalid',
  429: 'request.too_many',
  503: 'unavailable',
};

/** The RFC 9457 form of a refusal. `requestId` is what support looks up in the log. */
export function problemOf(refusal: DomainError, requestId: string): Problem {
  return {
    type: `urn:musubi:problem:${refusal.code}`,
    title: refusal.code.replaceAll(/[._]/g, ' '),
    status: refusal.status,
    code: refusal.code,
    instance: `urn:musubi:request:${requestId}`,
    ...(refusal.data ? { data: refusal.data } : {}),
    ...(refusal.issues ? { issues: refusal.issues } : {}),
  };
}

/** Writes every refusal as a problem. What nobody foresaw is logged and answered 500 without its words. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(private readonly constraintCodes: ConstraintCodes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = this.refusalOf(error);
    if (refusal.status >= 500) this.report(error, request);
    if (refusal.status === 429 && typeof refusal.data?.['afterSeconds'] === 'number') {
      void reply.header('retry-after', String(refusal.data['afterSeconds']));
    }
    void reply
      .code(refusal.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(refusal, String(request.id))));
  }

  private refusalOf(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    const byConstraint = this.constraintCodes.refusalOf(error);
    if (byConstraint) return byConstraint;
    const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
    const code = codeOfStatus[status];
    return code
      ? new DomainError(code)
      : new DomainError(status >= 400 && status < 500 ? 'request.invalid' : 'internal');
  }

  private report(error: unknown, request: FastifyRequest): void {
    const constraint = violatedConstraint(error);
    const words = constraint ? `The constraint ${constraint} has no code` : String(error);
    this.log.error({ requestId: request.id, method: request.method, err: error }, words);
  }
}

/** Fastify's own refusals (body too large, malformed JSON) carry a status; other errors do not count as the caller's. */
function fastifyStatus(error: unknown): number {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const fromFastify = typeof code === 'string' && code.startsWith('FST_');
  return (fromFastify || error instanceof SyntaxError) && typeof statusCode === 'number'
    ? statusCode
    : errorCodes.internal;
}
