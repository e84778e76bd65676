import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { RouteConfig } from '@nestjs/platform-fastify/decorators/index.js';
import type { Config } from '../config/config.js';
import { OneLinePerRequest, rootLogger } from '../telemetry/logging.js';

const kibibyte = 1_024;

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
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    rewriteUrl: ({ url = '/' }) => (prefix === '' || !url.startsWith(`${prefix}/`) ? url : url.slice(prefix.length)),
  });
}

/** Plugins and hooks that stand before every route. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit) route.bodyLimit = bodyLimit;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    const outside = config.basePath !== '/' && !request.originalUrl.startsWith(config.basePath);
    if (outside && !request.url.startsWith('/health/')) await reply.code(404).send();
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
  });
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    hsts: config.https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  // LiveKit signs the bytes that it sends: they reach the handler as they came.
  fastify.addContentTypeParser(
    'application/webhook+json',
    { parseAs: 'buffer', bodyLimit: 64 * kibibyte },
    (_request, body, done) => done(null, body),
  );
}
