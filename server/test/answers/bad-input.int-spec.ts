import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorCodes } from '@musubi/contracts';
import { apiDocument } from '../../src/platform/index.js';
import { newMeetingEvent } from '../builders/meetings.js';
import { newOrganiser } from '../builders/people.js';
import { type BodySchema, oddBodies, type OddBody } from './malformed-bodies.js';
import { startApp, type TestApp } from '../start-app.js';

interface Operation {
  verb: 'post' | 'put' | 'patch';
  path: string;
  schema: BodySchema;
}

let app: TestApp;
let eventId: string;
let named: Record<string, BodySchema>;
let operations: Operation[];
beforeAll(async () => {
  app = await startApp();
  ({ eventId } = (await newMeetingEvent(app)).event);
  const { paths, components } = apiDocument(app.app);
  named = components?.schemas as Record<string, BodySchema>;
  operations = Object.entries(paths).flatMap(([path, item]) =>
    (['post', 'put', 'patch'] as const).flatMap((verb) => {
      const body = item[verb]?.requestBody;
      const schema = body && 'content' in body && (body.content['application/json']?.schema as BodySchema | undefined);
      return schema ? [{ verb, path, schema }] : [];
    }),
  );
});
afterAll(() => app.close());

const nobody = '01890000-0000-7000-8000-000000000001';
const addressOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'eventId' ? eventId : nobody));

/** What went wrong with it, or null. */
async function wrongWith({ verb, path }: Operation, { what, text, refused }: OddBody, person: { cookie: string }) {
  const { status, headers, body } = await app.http(person)[verb](addressOf(path), text);
  const at = `${verb} ${path}, ${what} → ${status} ${body?.code ?? ''}`;
  if (status >= 500 && body?.code !== 'video.off') return at;
  if (status < 400) return refused ? at : null;
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') && body.code in errorCodes;
  return isProblem ? null : `${at}: no problem`;
}

test('no body breaks a route: each is taken or refused with a code', async () => {
  const organiser = await newOrganiser(app, null, 'owner');
  const wrong: string[] = [];
  let sent = 0;
  for (const operation of operations) {
    const bodies = oddBodies(operation.schema, named);
    const answers = await Promise.all(bodies.map((body) => wrongWith(operation, body, organiser)));
    wrong.push(...answers.filter((answer) => answer !== null));
    sent += bodies.length;
  }
  expect(wrong).toEqual([]);
  expect(sent).toBeGreaterThan(1_000);
}, 60_000);
