import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable, Logger } from '@nestjs/common';
import type { ErrorCode } from '@musubi/contracts';
import { errorCodes } from '@musubi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { ConstraintCodes, violatedConstraint } from '../../database/constraint-codes.js';
import { DomainError } from './domain-error.js';
import { sendProblem } from './problem.js';

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
    sendProblem(reply, refusal, request.id);
  }

  private refusalOf(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    const byConstraint = this.constraintCodes.refusalOf(error);
    if (byConstraint) return byConstraint;
    if (isAway(error)) return new DomainError('unavailable');
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

/** The database cannot be reached, ends the connection, or has none left: worth trying again. */
function isAway(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|08\w{3}|57P0[123]|53300)$/.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|timeout expired)/.test(
      (cause as Error | null)?.message ?? '',
    )
  );
}

/** Fastify's own refusals (body too large, malformed JSON) carry a status; other errors do not count as the caller's. */
function fastifyStatus(error: unknown): number {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const fromFastify = typeof code === 'string' && code.startsWith('FST_');
  return (fromFastify || error instanceof SyntaxError) && typeof statusCode === 'number'
    ? statusCode
    : errorCodes.internal;
}
