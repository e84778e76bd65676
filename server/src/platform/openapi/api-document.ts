import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@musubi/contracts';
import { z } from 'zod';
import { type RouteFacts, Routes } from '../access/routes.js';
import { Config } from '../config/config.js';
import { jsonSchema } from './json-schemas.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The API as its routes and schemas say it is: who may call what, which commands take a key, how a refusal looks. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Musubi')
    .setDescription('Events, matchmaking and follow-up for EU-Japan regional and cluster cooperation')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer(app.get(Config).basePath.slice(0, -1) || '/')
    .addCookieAuth('sid', { type: 'apiKey' }, 'login')
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? jsonSchema(schema, schemaType) : undefined,
  });
  const { components: ofProblem } = jsonSchema(Problem, 'output');
  document.components = {
    ...document.components,
    schemas: sorted({ ...document.components?.schemas, ...(ofProblem as object) }),
  };
  const routes = new Map(
    app
      .get(Routes)
      .all()
      .map((route) => [route.name, route]),
  );
  for (const path of Object.values(document.paths)) {
    for (const verb of verbs) if (path[verb]) describe(path[verb], routes);
  }
  document.paths = sorted(document.paths);
  return document;
}

const sorted = <T>(entries: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Serves the document at `/api/openapi.json`; it is built on the first request. */
export function mountApiDocument(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', async (_request, reply) => reply.send((document ??= apiDocument(app))));
}

function describe(operation: Operation, routes: ReadonlyMap<string, RouteFacts>): void {
  const route = routes.get(operation.operationId ?? '');
  operation.operationId = operation.operationId?.replace('Controller.', '.') ?? '';
  operation.responses = {
    ...operation.responses,
    default: {
      description: 'Refused',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
  if (route?.access && route.access.who !== 'anyone') {
    operation.security = [{ login: [] }];
    operation.description =
      route.access.who === 'organiser' ? 'For organisers, second factor given.' : 'For signed-in people.';
  }
  if (!route?.keyed) return;
  const key = {
    name: 'Idempotency-Key',
    in: 'header' as const,
    required: true,
    description: 'Names this command: sent again, it has no further effect and gets the same answer. Kept 7 days.',
    schema: { type: 'string' as const, minLength: 1, maxLength: 100 },
  };
  operation.parameters = [...(operation.parameters ?? []), key];
}
