import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';
import { newNonce, pagePolicy } from '../http/security-headers.js';

const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** Serves `/docs`: the document to read, and to try where nothing changes. Nothing on it comes from elsewhere. */
export async function mountApiPage(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/swagger-ui.css')),
    prefix: '/docs/',
    allowedPath: (path) => files.includes(path.slice(1)),
    index: false,
    decorateReply: false,
    maxAge: '1h',
  });
  fastify.get('/docs', async (_request, reply) => {
    const nonce = newNonce();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', pagePolicy(config, nonce))
      .send(page(config.basePath, nonce));
  });
}

const page = (basePath: string, nonce: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Musubi API</title>
    <link rel="icon" href="${basePath}docs/favicon-32x32.png" />
    <link rel="stylesheet" href="${basePath}docs/swagger-ui.css" />
    <style nonce="${nonce}">
      body { margin: 0; }
      .dark-mode body { background: #1c2022; }
    </style>
  </head>
  <body>
    <main id="api"></main>
    <script src="${basePath}docs/swagger-ui-bundle.js"></script>
    <script nonce="${nonce}">
      const dark = matchMedia('(prefers-color-scheme: dark)');
      const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
      dark.addEventListener('change', follow);
      follow();
      SwaggerUIBundle({
        url: '${basePath}api/openapi.json',
        dom_id: '#api',
        deepLinking: true,
        docExpansion: 'none',
        filter: true,
        tagsSorter: 'alpha',
        validatorUrl: null,
        supportedSubmitMethods: ['get'],
      });
    </script>
  </body>
</html>
`;
