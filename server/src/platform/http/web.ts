import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions } from 'fastify';
import type { Config } from '../config/config.js';
import { Notices } from '../database/notices.js';
import { DomainError } from './problems/domain-error.js';
import { callerOf } from './addresses.js';
import { languageOf } from './language.js';
import { inlineStyles } from './pages/inline-styles.js';
import { pageAddress } from './pages/page-address.js';
import { PageCache } from './pages/page-cache.js';
import { sendProblem } from './problems/problem.js';
import { ownAddress, strangersReading } from './rate-limits/rate-limit.guard.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { newNonce, pagePolicy } from './security-headers.js';
import { Turns } from './turns.js';

/** What pages get while they are rendered here: our own API without a socket, and where the instance lives. */
interface RenderContext {
  api(path: string, init: { method: string; headers: Record<string, string>; body?: string }): Promise<ApiAnswer>;
  basePath: string;
}
interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}
type Render = (request: Request, context: RenderContext) => Promise<Response | null>;

const noncePlaceholder = '__CSP_NONCE__';
/** A few renders at a time, so that pages never starve the API, and as many waiting as are served in some seconds. */
const rendersAtOnce = 4;
const rendersWaiting = 100;
/** When to ask again for a page that found too many before it. */
const busySeconds = 5;
/** The builder's names: `chunk-B5MyU4tH.js`, `media/inter-KZ4OTMG4.woff2`, also beside them compressed. */
const hashed = /(?:(?:chunk|main|polyfills|styles)|media[\\/][\w-]+)-[\w-]{8}\.[a-z0-9]+(?:\.br)?$/;

/**
 * Serves the client beside the API: its files, and its pages rendered here. Pages of the public part are the same for
 * everybody (they are rendered without cookies), so they are kept for 30 seconds; what is not kept costs its caller. Without a built client only the API
 * is served.
 */
export async function mountWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const server = join(config.clientDir, 'server/server.mjs');
  if (!existsSync(server)) {
    fastify.get('/*', (request, reply) => refuse(reply, request));
    return;
  }
  const { renderer } = (await import(pathToFileURL(server).href)) as { renderer(allowedHosts: string[]): Render };
  const render = renderer([...new Set(config.origins.map((origin) => new URL(origin).hostname))]);
  await fastify.register(fastifyCompress, {
    global: true,
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await fastify.register(fastifyStatic, {
    root: join(config.clientDir, 'browser'),
    wildcard: false,
    index: false,
    globIgnore: ['**/*.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header(
        'cache-control',
        hashed.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
    },
  });
  const pages = new Pages(fastify, config, render, app.get(RateLimits));
  app.get(Notices).on('clock.moved', () => pages.forget());
  fastify.get('/*', (request, reply) =>
    request.url.startsWith('/api/') ? refuse(reply, request) : pages.answer(request, reply),
  );
}

function refuse(reply: FastifyReply, request: FastifyRequest): FastifyReply {
  return sendProblem(reply, new DomainError('not_found'), request.id);
}

class Pages {
  private readonly log = new Logger('Pages');
  private readonly cache = new PageCache(500, 30_000);
  private readonly underway = new Map<string, Promise<Rendered>>();
  private readonly turns = new Turns(rendersAtOnce, rendersWaiting);

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly config: Config,
    private readonly render: Render,
    private readonly rateLimits: RateLimits,
  ) {}

  /** Every page shows times: a clock that was set forward makes them all old. */
  forget(): void {
    this.cache.clear();
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const lang = languageOf(request.url, request.cookies['lang'], request.headers['accept-language']);
    void reply.header('vary', 'cookie, accept-language').header('cache-control', 'no-cache');
    let page: Rendered;
    try {
      page = await this.page(lang, pageAddress(request.url), request.ip);
    } catch (error) {
      return this.sayWhy(request, reply, error);
    }
    if (page.location !== null) return reply.redirect(page.location, page.status);
    const nonce = newNonce();
    return reply
      .code(page.status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy(this.config, nonce))
      .send(page.html.replaceAll(noncePlaceholder, nonce));
  }

  /** A page that is not there in words: the words of pages live in what could not be rendered. */
  private sayWhy(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
    void reply.type('text/plain; charset=utf-8');
    if (error instanceof DomainError) {
      const afterSeconds = error.data?.['afterSeconds'] ?? busySeconds;
      return reply
        .code(error.status)
        .header('retry-after', String(afterSeconds))
        .send('Too many pages were asked for. Please try again in a moment.\nしばらくしてからもう一度お試しください。');
    }
    this.log.error({ requestId: request.id, err: error }, 'A page could not be rendered');
    return reply
      .code(500)
      .send('This page could not be shown. Please try again.\nページを表示できませんでした。もう一度お試しください。');
  }

  /** @throws DomainError `request.too_many` where this caller had enough rendered, `unavailable` where too many wait */
  private async page(lang: string, url: string, ip: string): Promise<Rendered> {
    const key = `${lang} ${url}`;
    const ready = this.ready(key);
    if (ready) return ready;
    await this.rateLimits.consume(strangersReading, callerOf(ip));
    // Somebody else may have begun it meanwhile.
    return this.ready(key) ?? this.begin(key, lang, url);
  }

  private ready(key: string): Rendered | Promise<Rendered> | null {
    const html = this.cache.get(key);
    return html === null ? (this.underway.get(key) ?? null) : { status: 200, location: null, html };
  }

  private async begin(key: string, lang: string, url: string): Promise<Rendered> {
    const page = this.turns.take(() => this.renderPage(lang, url)).finally(() => this.underway.delete(key));
    this.underway.set(key, page);
    const rendered = await page;
    if (rendered.status === 200) this.cache.set(key, rendered.html);
    return rendered;
  }

  private async renderPage(lang: string, url: string): Promise<Rendered> {
    // Concatenated, not resolved against the origin: `//elsewhere/x` must stay a path.
    const address = this.config.publicOrigin + this.config.basePath.slice(0, -1) + url;
    const request = new Request(address, { headers: { cookie: `lang=${lang}`, 'accept-language': lang } });
    const response = await this.render(request, { api: this.api, basePath: this.config.basePath });
    if (!response) return { status: 404, location: null, html: 'Not found' };
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    const html = inlineStyles(await response.text(), join(this.config.clientDir, 'browser'), noncePlaceholder);
    return { status: response.status, location, html };
  }

  private readonly api: RenderContext['api'] = async (path, { method, headers, body }) => {
    const url = this.config.basePath + path.slice(1);
    const answer = await this.fastify.inject({
      remoteAddress: ownAddress,
      method: method as InjectOptions['method'],
      url,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    const given = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(given) as Record<string, string>,
      body: answer.body,
    };
  };
}

interface Rendered {
  status: number;
  location: string | null;
  html: string;
}
