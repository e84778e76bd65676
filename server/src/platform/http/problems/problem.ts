import type { Problem } from '@musubi/contracts';
import type { FastifyReply } from 'fastify';
import type { DomainError } from './domain-error.js';

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

/** Answers with the problem; a limit says when to come back. */
export function sendProblem(reply: FastifyReply, refusal: DomainError, requestId: string): FastifyReply {
  const afterSeconds = refusal.data?.['afterSeconds'];
  if (refusal.status === 429 && typeof afterSeconds === 'number')
    void reply.header('retry-after', String(afterSeconds));
  return reply
    .code(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, requestId)));
}
