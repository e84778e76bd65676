import { deepStrictEqual, equal } from 'node:assert/strict';
import type { INestApplication } from '@nestjs/common';
import { Problem } from '@musubi/contracts';
import { z } from 'zod';
import { anyFile } from '../../src/platform/openapi/answers.decorator.js';
import { Routes } from '../../src/platform/access/routes.js';
import type { Received } from '../http-client.js';

/**
 * Holds what came back to what its route declares: the status, and every key and value of a JSON body. A key that the
 * schema does not know fails, although clients would let it pass. Refusals are held to the schema of problems.
 */
export function declaredAnswers(app: INestApplication, basePath: string) {
  const routes = app
    .get(Routes)
    .all()
    .map(({ verb, path, answer }) => ({ verb, answer, params: path.split(':').length, shape: shapeOf(path) }))
    .sort((a, b) => a.params - b.params);
  return ({ method, path, status, type, body }: Received): void => {
    const at = `${method} ${path} → ${status}`;
    if (type.includes('problem+json')) return conforms(at, Problem, body);
    if (status < 200 || status > 299) return;
    const { pathname } = new URL(path.slice(basePath.length), 'http://test/');
    const answer = routes.find(({ verb, shape }) => verb === method && shape.test(pathname))?.answer;
    if (!answer) return;
    equal(status, answer.status, `${at}, but ${answer.status} is declared`);
    if (!answer.body) equal(body, '', `${at} has a body, but none is declared`);
    else if (answer.body === anyFile) return;
    else if (typeof answer.body === 'string') equal(type.split(';')[0], answer.body);
    else conforms(at, answer.body, body);
  };
}

function shapeOf(path: string): RegExp {
  return new RegExp(`^/(api/)?${path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`);
}

function conforms(at: string, schema: z.ZodType, body: unknown): void {
  const { data, error } = schema.safeParse(body);
  if (error) throw new Error(`${at} is not what the route declares:\n${z.prettifyError(error)}`);
  deepStrictEqual(body, data, `${at} has keys or values that its schema does not`);
}
