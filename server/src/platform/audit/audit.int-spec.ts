import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { Audit } from '../index.js';

let app: TestApp;
let audit: Audit;
beforeAll(async () => {
  app = await startApp();
  audit = app.app.get(Audit);
});
afterAll(() => app.close());

const [eventId, actorId] = [randomUUID(), randomUUID()];
const act = { by: actorId, did: 'thing.moved', on: { kind: 'thing', id: '7' }, eventId } as const;

describe('the audit log', () => {
  it('keeps who did what, on what, when, before and after, and why; the latest first', async () => {
    const now = await app.transactions.run(async (tx) => {
      await audit.record(tx, { ...act, before: { state: 'a' }, after: { state: 'b' }, reason: 'They asked for it' });
      return tx.now;
    });
    await app.transactions.run((tx) => audit.record(tx, { ...act, by: null, did: 'thing.settled' }));
    const entries = await audit.read({ eventId, atMost: 10 });
    expect(entries.map(({ id: _, recordedAt: __, at: ___, ...entry }) => entry)).toEqual([
      {
        actorId: null,
        onBehalfOf: null,
        did: 'thing.settled',
        subjectKind: 'thing',
        subjectId: '7',
        eventId,
        before: null,
        after: null,
        reason: null,
      },
      {
        actorId,
        onBehalfOf: null,
        did: 'thing.moved',
        subjectKind: 'thing',
        subjectId: '7',
        eventId,
        before: { state: 'a' },
        after: { state: 'b' },
        reason: 'They asked for it',
      },
    ]);
    expect(entries[1]!.at).toEqual(now);
    expect(await audit.read({ eventId, actorId, atMost: 10 })).toEqual([entries[1]]);
    expect(await audit.read({ eventId, beforeId: entries[0]!.id, atMost: 10 })).toEqual([entries[1]]);
    expect(await audit.read({ eventId, until: now, atMost: 10 })).toEqual([]);
    expect(await audit.kinds()).toEqual(expect.arrayContaining(['thing.moved', 'thing.settled']));
  });

  it('keeps nothing of an act that did not happen', async () => {
    const did = 'thing.dropped';
    const failed = app.transactions.run(async (tx) => {
      await audit.record(tx, { ...act, did });
      throw new Error('The act failed');
    });
    await expect(failed).rejects.toThrow('The act failed');
    expect(await audit.read({ did, atMost: 10 })).toEqual([]);
  });

  it.each([
    `UPDATE audit_entry SET reason = 'Another reason'`,
    'DELETE FROM audit_entry',
    `DELETE FROM audit_entry WHERE false`,
    'TRUNCATE audit_entry',
  ])('is append-only, says the database: %s', async (statement) => {
    await expect(app.db.query(statement)).rejects.toThrow('The audit log is append-only');
  });
});
