import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type Logger, pino } from 'pino';
import type { Config } from '../config/config.js';

const personal = [
  'address',
  'email',
  'to',
  'name',
  'token',
  'code',
  'secret',
  'password',
  'cookie',
  'authorization',
  'set-cookie',
];

/** JSON lines; what may identify a person or open a door never reaches them. */
export function rootLogger(config: Config): Logger {
  return pino({
    level: config.logLevel,
    base: null,
    redact: { paths: personal.flatMap((key) => [`*["${key}"]`, `*.*["${key}"]`]), censor: '[redacted]' },
  });
}

/** Each request leaves one line, when it is answered: route, status, milliseconds. The address itself may name people. */
export class OneLinePerRequest extends LogController {
  override incomingRequest(): void {
    // Said when it is answered.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) reply.log.warn({ ...line, err: error }, 'Request broke off');
    else reply.log.info(line, 'Request answered');
  }
}
