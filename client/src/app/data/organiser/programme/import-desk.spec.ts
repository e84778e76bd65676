import { describe, expect, it } from '@jest/globals';
import type { ImportReport, ProgrammeImport } from '@musubi/contracts';
import { Refusal } from '../../../core/problem/problem';
import { ImportDesk, type PickedFile } from './import-desk';

const file = (text: string, size = text.length): PickedFile => ({
  name: 'programme.json',
  size,
  text: async () => text,
});
const report = (dryRun: boolean): ImportReport => ({
  dryRun,
  sessions: { created: 3, updated: 1, unchanged: 8, cancelled: 1 },
  rooms: 2,
  tracks: 1,
  speakers: 9,
  warnings: [{ where: 'days[0]', code: 'clash_room', text: 'Two sessions in one room' }],
});

/** An importer that knows one file and wants a zone for files without one. */
function desk() {
  const sent: Omit<ProgrammeImport, 'text'>[] = [];
  const one = new ImportDesk(async ({ text, ...rest }) => {
    sent.push(rest);
    if (text.includes('no zone') && !rest.zone) throw new Refusal({ code: 'programme.zone_missing', status: 422 });
    if (text.includes('broken')) throw new Refusal({ code: 'programme.unreadable', status: 422 });
    return report(rest.dryRun);
  });
  return { desk: one, sent };
}

describe('the import desk', () => {
  it('tries a file first and takes it in only when asked', async () => {
    const { desk: one, sent } = desk();
    const picking = one.pick(file('{"schedule": 1}'));
    expect([one.step(), one.busy(), one.name()]).toEqual(['checking', true, 'programme.json']);
    await picking;
    expect([one.step(), one.changes(), one.report()?.warnings.length]).toEqual(['checked', 5, 1]);
    await one.import();
    expect([one.step(), one.report()?.dryRun]).toEqual(['done', false]);
    expect(sent).toEqual([
      { format: 'pretalx-json', zone: null, dryRun: true },
      { format: 'pretalx-json', zone: null, dryRun: false },
    ]);
  });

  it('knows both kinds of file by how they begin', async () => {
    const { desk: one, sent } = desk();
    await one.pick(file('\n<?xml version="1.0"?><schedule/>'));
    expect(sent[0]?.format).toBe('pentabarf-xml');
    await one.pick(file('a,b,c'));
    expect([one.step(), one.refusal()?.code, sent.length]).toEqual(['refused', 'programme.unreadable', 1]);
  });

  it('asks for the zone of a file that names none', async () => {
    const { desk: one, sent } = desk();
    await one.pick(file('{"no zone": 1}'));
    expect([one.step(), one.refusal()?.code]).toEqual(['picked', 'programme.zone_missing']);
    await one.useZone('Asia/Tokyo');
    expect([one.step(), one.refusal(), sent.at(-1)?.zone]).toEqual(['checked', null, 'Asia/Tokyo']);
  });

  it('says what is wrong with a file, sends none that is too large, and starts anew', async () => {
    const { desk: one, sent } = desk();
    await one.pick(file('{"broken": 1}'));
    expect([one.step(), one.refusal()?.code]).toEqual(['refused', 'programme.unreadable']);
    await one.pick(file('{}', 5_000_000));
    expect([one.refusal()?.code, sent.length]).toEqual(['request.too_large', 1]);
    one.reset();
    expect([one.step(), one.name(), one.refusal()]).toEqual(['empty', null, null]);
  });

  it('drops what an earlier file brings', async () => {
    const { desk: one } = desk();
    const slow = one.pick(file('{"broken": 1}'));
    await one.pick(file('{"schedule": 1}'));
    await slow;
    expect([one.step(), one.refusal()]).toEqual(['checked', null]);
  });
});
