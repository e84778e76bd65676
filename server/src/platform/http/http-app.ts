import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { RouteConfig } from '@nestjs/platform-fastify/decorators/index.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { DomainError } from './problems/domain-error.js';
import { sendProblem } from './problems/problem.js';
import { OneLinePerRequest, rootLogger } from '../telemetry/logging.js';
import { Readiness } from '../telemetry/readiness.js';

const kibibyte = 1_024;
/** Where requests outside the path prefix end up: a route that does not exist. */
const nowhere = '/api/-';

/** Lets a route take a larger body than the usual 256 KiB. */
export const BodyLimit = (bytes: number) => RouteConfig({ bodyLimit: bytes });

/** Fastify as this instance needs it; the path prefix is taken off before any route is looked at. */
export function newHttpAdapter(config: Config): FastifyAdapter {
  const prefix = config.basePath.slice(0, -1);
  return new FastifyAdapter({
    loggerInstance: rootLogger(config),
    logController: new OneLinePerRequest(),
    trustProxy: config.trustProxy,
    bodyLimit: 256 * kibibyte,
    requestTimeout: 60_000,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    rewriteUrl: ({ url = '/' }) => (url.startsWith(config.basePath) ? url.slice(prefix.length) : nowhere),
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(reply, new DomainError('request.invalid'), request.id),
  });
}

/** Plugins and hooks that stand before every route. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'sitemap.xml', 'robots.txt'] });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit) route.bodyLimit = bodyLimit;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  const readiness = app.get(Readiness);
  fastify.addHook('onSend', async (request, reply) => {
    if (readiness.isClosing) void reply.header('connection', 'close');
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
  });
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: config.https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  await app.register(fastifyMultipart);
  // Bodies are JSON, by Fastify's own parser, which refuses `__proto__`; what another site's form can send is not taken.
  fastify.removeContentTypeParser('text/plain');
  // LiveKit signs the bytes that it sends: they reach the handler as they came.
  fastify.addContentTypeParser(
    'application/webhook+json',
    { parseAs: 'buffer', bodyLimit: 64 * kibibyte },
    (_request, body, done) => done(null, body),
  );
}
