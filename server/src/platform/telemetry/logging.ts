import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Params } from 'nestjs-pino';
import { type DestinationStream, type Logger, pino } from 'pino';
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
export function rootLogger(config: Config, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    redact: {
      paths: personal.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
      censor: '[redacted]',
    },
    serializers: { err: withoutValues },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The same lines from Nest's loggers; those who log through them keep the serializers of the root. */
export function loggerOptions(config: Config, destination?: DestinationStream): Params {
  return { useExisting: true, pinoHttp: { logger: rootLogger(config, destination), wrapSerializers: false } };
}

/** Other fields of an error stay out: the database's own carry the values of a row and the parameters of a statement. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table } = ((error as { driverError?: unknown }).driverError ?? error) as Record<
    string,
    unknown
  >;
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack,
    errorCode: code,
    constraint,
    table,
  };
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
