import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { z } from 'zod';
import { newPerson } from '../../../../test/new-person.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';
import { Cmd, type Command, ConstraintCodes, DomainError, Facts, SignedIn, Transactions } from '../../index.js';

const Note = z.strictObject({
  text: z.string(),
  fail: z.enum(['domain', 'code', 'constraint', 'unknown constraint']).optional(),
});

@Controller('probe/notes')
@SignedIn()
class NotesController {
  constructor(private readonly transactions: Transactions) {}

  @Post()
  async write(@Cmd() command: Command, @Body({ schema: Note }) { text, fail }: z.infer<typeof Note>) {
    return this.transactions.command(command, async (tx) => {
      const [{ n }] = await tx.em.query('INSERT INTO probe_note (text) VALUES ($1) RETURNING n', [text]);
      tx.tell([command.actor.userId], 'agenda.changed', { eventId: command.actor.userId });
      if (fail === 'domain') throw new DomainError('meeting.slot_taken', { alternatives: [1, 2] });
      if (fail === 'code') throw new Error('never shown');
      if (fail === 'constraint') await tx.em.query(`INSERT INTO probe_note (text) VALUES ('')`);
      if (fail === 'unknown constraint') await tx.em.query(`INSERT INTO probe_note (text) VALUES (repeat('x', 200))`);
      return { n, at: tx.now };
    });
  }
}
@Module({ controllers: [NotesController] })
class NotesModule {
  constructor(codes: ConstraintCodes) {
    codes.register({ probe_note_has_text: 'registration.answer_missing' });
  }
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [NotesModule] });
  await app.db.query(`
    CREATE TABLE probe_note (
      n serial, text text NOT NULL,
      CONSTRAINT probe_note_has_text CHECK (text <> ''),
      CONSTRAINT probe_note_is_short CHECK (length(text) < 100)
    )`);
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE probe_note'));

const signedIn = async () => app.http(await app.signIn(await newPerson(app)));
const notes = async () =>
  (await app.db.query('SELECT text FROM probe_note ORDER BY n')).map(({ text }: { text: string }) => text);

describe('a command', () => {
  test('sent twenty times at once has one effect and one answer', async () => {
    const http = await signedIn();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => http.post('/api/probe/notes', { text: 'once' }, { key: 'same' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await notes()).toEqual(['once']);
  });

  test('with a known key and another body is refused and changes nothing', async () => {
    const http = await signedIn();
    await http.post('/api/probe/notes', { text: 'one' }, { key: 'k' });
    const other = await http.post('/api/probe/notes', { text: 'two' }, { key: 'k' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key_reused']);
    expect(await notes()).toEqual(['one']);
  });

  test("may carry the key of another person's", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    await one.post('/api/probe/notes', { text: 'one' }, { key: 'k' });
    expect((await two.post('/api/probe/notes', { text: 'two' }, { key: 'k' })).status).toBe(201);
    expect(await notes()).toEqual(['one', 'two']);
  });

  test('that was refused leaves nothing behind, and its key may be used again', async () => {
    const http = await signedIn();
    const refused = await http.post('/api/probe/notes', { text: 'one', fail: 'domain' }, { key: 'k' });
    expect([refused.status, refused.body.code, refused.body.data]).toEqual([
      409,
      'meeting.slot_taken',
      { alternatives: [1, 2] },
    ]);
    expect(await notes()).toEqual([]);
    expect((await http.get('/api/me/feed')).body.cursor).toBe(0);
    expect((await http.post('/api/probe/notes', { text: 'two' }, { key: 'k' })).status).toBe(201);
  });
});

describe('a refusal', () => {
  test('by a constraint has the code of its name', async () => {
    const answer = await (await signedIn()).post('/api/probe/notes', { text: 'x', fail: 'constraint' });
    expect([answer.status, answer.body.code]).toEqual([422, 'registration.answer_missing']);
  });

  test.each(['unknown constraint', 'code'])('that nobody foresaw (%s) is 500 and says nothing', async (fail) => {
    const answer = await (await signedIn()).post('/api/probe/notes', { text: 'x', fail });
    expect(answer.body).toEqual({
      type: 'urn:musubi:problem:internal',
      title: 'internal',
      status: 500,
      code: 'internal',
      instance: `urn:musubi:request:${answer.headers.get('x-request-id')}`,
    });
    expect(await notes()).toEqual([]);
  });
});

describe('a transaction', () => {
  test('takes facts, jobs and feed entries with it when it fails', async () => {
    const userId = await newPerson(app);
    const heard: string[] = [];
    app.app.get(Facts).on('clock.moved', async (_, tx) => {
      await tx.em.query(`INSERT INTO probe_note (text) VALUES ('heard')`);
      heard.push('heard');
    });
    const before = await app.db.query('SELECT count(*) FROM pgboss.job');
    const failed = app.transactions.run(async (tx) => {
      tx.tell([userId], 'agenda.changed', { eventId: userId });
      await tx.job('identity.sign-in-mail', { attemptId: userId });
      await tx.fact({ name: 'clock.moved', now: tx.now, offsetMs: 0 });
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(heard).toEqual(['heard']);
    expect(await notes()).toEqual([]);
    expect(await app.db.query('SELECT count(*) FROM pgboss.job')).toEqual(before);
    expect(await app.db.query('SELECT FROM user_event WHERE user_id = $1', [userId])).toEqual([]);
  });

  test('that loses a deadlock is tried again', async () => {
    await app.db.query(`INSERT INTO probe_note (n, text) VALUES (1001, 'a'), (1002, 'b')`);
    const lock = (first: number, second: number) =>
      app.transactions.run(async (tx) => {
        await tx.em.query(`UPDATE probe_note SET text = text || '+' WHERE n = $1`, [first]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.em.query(`UPDATE probe_note SET text = text || '+' WHERE n = $1`, [second]);
      });
    await Promise.all([lock(1001, 1002), lock(1002, 1001)]);
    expect(await notes()).toEqual(['a++', 'b++']);
  });

  test('is told to the world after its commit only', async () => {
    const seen: unknown[] = [];
    await app.transactions.run(async (tx) => {
      await tx.em.query(`INSERT INTO probe_note (text) VALUES ('committed')`);
      tx.afterCommit(async () => {
        seen.push(await notes());
      });
      tx.afterCommit(() => {
        throw new Error('is logged and changes nothing');
      });
      expect(seen).toEqual([]);
    });
    await until(() => seen.length > 0);
    expect(seen).toEqual([['committed']]);
  });
});
