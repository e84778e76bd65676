import { describe, expect, test } from '@jest/globals';
import { Config } from './config.js';

const demo = { DATABASE_URL: 'postgres://u:p@127.0.0.1/db', DEMO: '1' };
const real = {
  DATABASE_URL: 'postgres://u:p@db/musubi',
  SMTP_URL: 'smtps://u:p@mail.example.org',
  PUBLIC_ORIGIN: 'https://musubi.example.org',
};

describe('a bad value names itself', () => {
  test.each([
    [{}, 'DATABASE_URL'],
    [{ ...demo, PORT: 'many' }, 'PORT'],
    [{ ...demo, PORT: '70000' }, 'PORT'],
    [{ ...demo, BASE_PATH: '/no-slash-at-the-end' }, 'BASE_PATH'],
    [{ ...demo, BASE_PATH: '//elsewhere/' }, 'BASE_PATH'],
    [{ ...demo, INSTANCE_KEY: 'c2hvcnQ=' }, 'INSTANCE_KEY'],
    [{ ...demo, LIVEKIT_URL: 'wss://video.example.org' }, 'LIVEKIT_API_SECRET'],
    [{ ...real, PUBLIC_ORIGIN: 'http://musubi.example.org' }, 'PUBLIC_ORIGIN'],
    [{ ...real, PUBLIC_ORIGIN: 'https://musubi.example.org/path' }, 'PUBLIC_ORIGIN'],
  ])('%j: %s', (environment, name) => {
    expect(() => Config.from(environment)).toThrow(`\n  ${name}: `);
  });
});

test('the demo keeps to this machine and never sends real mail', () => {
  expect(Config.from(demo).host).toBe('127.0.0.1');
  expect(() => Config.from({ ...demo, HOST: '0.0.0.0' })).toThrow('HOST');
  expect(() => Config.from({ ...demo, SMTP_URL: real.SMTP_URL })).toThrow('SMTP_URL');
});

test('outside the demo there is no start without mail, but for a rehearsal', () => {
  expect(() => Config.from({ ...real, SMTP_URL: '' })).toThrow('SMTP_URL');
  expect(Config.from({ ...real, SMTP_URL: '', REHEARSAL: '1' }).rehearsal).toBe(true);
  expect(Config.from(real)).toMatchObject({ demo: false, host: '0.0.0.0' });
});

test.each([
  [real, '__Host-sid'],
  [{ ...real, BASE_PATH: '/events/' }, '__Secure-sid'],
  [{ ...demo, PORT: '4100' }, 'sid-4100'],
])('the login cookie of %j is %s', (environment, name) => {
  expect(Config.from(environment).loginCookie).toBe(name);
});

test('links and origins follow the public address', () => {
  expect(Config.from({ ...real, BASE_PATH: '/events/' }).link('/sign-in')).toBe(
    'https://musubi.example.org/events/sign-in',
  );
  expect(Config.from(real).origins).toEqual(['https://musubi.example.org']);
  expect(Config.from({ ...demo, PORT: '4100' }).origins).toEqual(['http://localhost:4100', 'http://127.0.0.1:4100']);
});
