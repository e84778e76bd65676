import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { Audit, AuditCheck, type AuditFindings, type SealMark } from '../index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** As somebody does who has the database in their hands. */
const tamper = async (...statements: string[]) => {
  const tables = ['audit_entry', 'audit_seal'];
  for (const table of tables) await app.db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of statements) await app.db.query(statement);
  for (const table of tables) await app.db.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
};
const record = (id: string) =>
  app.transactions.run((tx) =>
    app.app.get(Audit).record(tx, { by: null, did: 'thing.moved', on: { kind: 'thing', id }, after: { to: id } }),
  );
const seal = () => app.jobs.runSweeps();
const check = (known: SealMark[] = []): Promise<AuditFindings> => app.app.get(AuditCheck).run(known);
const faults = async (known: SealMark[] = []) =>
  (await check(known)).faults.map(({ kind, number }) => [kind, number] as const);
const entryAt = (number: number) => `(SELECT entry_id FROM audit_seal WHERE number = ${number})`;

/** Five entries, sealed an hour ago but for the last one. */
beforeEach(async () => {
  await tamper('TRUNCATE audit_entry, audit_seal');
  for (const id of ['1', '2', '3', '4']) await record(id);
  await seal();
  await tamper(`UPDATE audit_seal SET sealed_at = sealed_at - interval '1 hour'`);
  await record('5');
  await seal();
});

describe('the chain of the audit log', () => {
  it('holds every entry once, and says where it ends', async () => {
    const { head, ...found } = await check();
    expect(found).toEqual({ sealed: 5, waiting: 0, faults: [], more: false });
    expect(head).toMatchObject({ number: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await record('6');
    expect(await check()).toMatchObject({ sealed: 5, waiting: 1, faults: [] });
    await seal();
    expect(await check([head!])).toMatchObject({ sealed: 6, waiting: 0, faults: [] });
  });

  it('seals what was recorded before there were seals', async () => {
    await tamper('TRUNCATE audit_seal', `UPDATE audit_entry SET recorded_at = recorded_at - interval '40 days'`);
    await seal();
    expect(await check()).toMatchObject({ sealed: 5, waiting: 0, faults: [] });
  });

  it.each([
    ['who', `actor_id = uuidv7()`],
    ['for whom', `on_behalf_of = uuidv7()`],
    ['what', `did = 'thing.kept'`],
    ['on what', `subject_id = '7'`],
    ['where', `event_id = uuidv7()`],
    ['before', `before = '{}'`],
    ['after', `after = '{"to": "8"}'`],
    ['why', `reason = 'No reason'`],
    ['when', `at = at - interval '1 microsecond'`],
    ['when it was recorded', `recorded_at = recorded_at + interval '1 microsecond'`],
  ])('shows an entry that was changed: %s', async (_, change) => {
    await tamper(`UPDATE audit_entry SET ${change} WHERE id = ${entryAt(3)}`);
    expect(await faults()).toEqual([['changed', 3]]);
  });

  it('shows entries that are gone, with their seals or without', async () => {
    await tamper(`DELETE FROM audit_entry WHERE id = ${entryAt(2)}`);
    expect(await faults()).toEqual([['removed', 2]]);
    await tamper(`DELETE FROM audit_seal WHERE number = 2`);
    expect(await faults()).toEqual([['removed', 2]]);
  });

  it('shows two entries that changed places, and seals that were moved up over a gap', async () => {
    await tamper(
      `DELETE FROM audit_entry WHERE id = ${entryAt(2)}`,
      `DELETE FROM audit_seal WHERE number = 2`,
      `UPDATE audit_seal SET number = 2 WHERE number = 3`,
      `UPDATE audit_seal SET number = 3 WHERE number = 4`,
      `UPDATE audit_seal SET number = 4 WHERE number = 5`,
    );
    expect(await faults()).toEqual([
      ['changed', 2],
      ['changed', 3],
      ['changed', 4],
    ]);
  });

  it('shows an entry that bears an earlier time than it came, sealed or not', async () => {
    const forge = (age: string) =>
      tamper(`INSERT INTO audit_entry (id, at, recorded_at, did, subject_kind, subject_id)
        VALUES (uuidv7(-interval '${age}'), now(), now() - interval '${age}', 'thing.forged', 'thing', '0')`);
    await forge('2 days');
    await seal();
    expect(await faults()).toEqual([['inserted', null]]);
    await tamper(`DELETE FROM audit_entry WHERE did = 'thing.forged'`);
    await forge('20 minutes');
    await seal();
    expect(await faults()).toEqual([['inserted', 6]]);
  });

  it('shows an end that was cut off, or a chain made anew, to whoever noted a mark', async () => {
    const { head } = await check();
    await tamper(`DELETE FROM audit_entry WHERE id = ${entryAt(5)}`, 'DELETE FROM audit_seal WHERE number = 5');
    expect(await faults()).toEqual([]);
    expect(await faults([head!])).toEqual([['mark_missing', 5]]);
    await record('another');
    await seal();
    expect(await faults([head!])).toEqual([['mark_missing', 5]]);
  });

  it('cannot be made anew without the key of the instance', async () => {
    await tamper(
      `UPDATE audit_entry SET reason = 'Other' WHERE id = ${entryAt(5)}`,
      `UPDATE audit_seal SET hash = encode(sha256(convert_to(entry_id::text, 'UTF8')), 'hex') WHERE number = 5`,
    );
    expect(await faults()).toEqual([['changed', 5]]);
  });

  it('is whole when many record at the same time, and several nodes seal', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => record(`parallel ${n}`)).concat([seal(), seal()] as never[]),
    );
    await Promise.all([seal(), seal(), seal()]);
    expect(await check()).toMatchObject({ sealed: 45, waiting: 0, faults: [] });
  });

  it.each([`UPDATE audit_seal SET number = 9`, 'DELETE FROM audit_seal', 'TRUNCATE audit_seal'])(
    'is append-only, says the database: %s',
    async (statement) => {
      await expect(app.db.query(statement)).rejects.toThrow('The audit log is append-only');
    },
  );
});
