import { describe, expect, test } from '@jest/globals';
import { Logger, PinoLogger } from 'nestjs-pino';
import { QueryFailedError } from 'typeorm';
import { Config } from '../config/config.js';
import { loggerOptions } from './logging.js';

const config = Config.from({ DATABASE_URL: 'postgres://u:p@127.0.0.1/db', DEMO: '1' });
const lines: Record<string, unknown>[] = [];
const options = loggerOptions(config, { write: (line) => void lines.push(JSON.parse(line)) });
const log = new Logger(new PinoLogger(options), options);

/** The one line that this leaves. */
function lineOf(say: () => void): Record<string, unknown> {
  lines.length = 0;
  say();
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe('a line', () => {
  test('names nobody and opens no door, however deep it is told', () => {
    const person = { address: 'aiko@example.org', name: 'Aiko', token: 'abc' };
    const line = lineOf(() => log.log({ ...person, person, of: { person }, requestId: 'r-1' }, 'Test'));
    expect(JSON.stringify(line)).not.toMatch(/aiko|abc/i);
    expect(line).toMatchObject({ requestId: 'r-1', address: '[redacted]', of: { person: { token: '[redacted]' } } });
  });

  test('of a failed statement says what failed, and none of its values', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "app_user_address"'), {
      code: '23505',
      constraint: 'app_user_address',
      table: 'app_user',
      detail: 'Key (address)=(aiko@example.org) already exists.',
    });
    const failed = new QueryFailedError('INSERT INTO app_user (address) VALUES ($1)', ['aiko@example.org'], cause);
    const line = lineOf(() => log.error({ requestId: 'r-1', err: failed }, 'Problem'));
    expect(JSON.stringify(line)).not.toContain('aiko');
    expect(line['err']).toEqual({
      type: 'QueryFailedError',
      message: cause.message,
      stack: expect.any(String),
      errorCode: '23505',
      constraint: 'app_user_address',
      table: 'app_user',
    });
  });
});
