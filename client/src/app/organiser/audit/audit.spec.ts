import { describe, expect, it } from '@jest/globals';
import type { AuditCheckView, AuditEntry, AuditPage } from '@musubi/contracts';
import { clara } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { Audit } from './audit';

const entry = (more: Partial<AuditEntry> = {}): AuditEntry =>
  ({
    entryId: 'entry-1',
    at: '2027-01-26T10:00:00Z',
    recordedAt: '2026-11-23T10:00:00Z',
    actor: { userId: 'user-clara', name: clara.name },
    onBehalfOf: null,
    did: 'verdict.changed',
    subject: { kind: 'meeting', id: 'meeting-000001' },
    eventId: null,
    before: { state: 'no_show', excluded: false },
    after: { state: 'held', excluded: false },
    reason: 'Both said so',
    ...more,
  }) as AuditEntry;
const page = (entries: AuditEntry[], earlier = false): AuditPage => ({
  entries,
  earlier,
  kinds: ['people.exported', 'verdict.changed'],
});
const open = async (first: AuditPage): Promise<OpenedPage<Audit>> => {
  const opened = await OpenedPage.of(Audit, { areas: ['organiser', 'meetings', 'records'] });
  await opened.answer('/events', []);
  await opened.answer('/organise/audit', first);
  return opened;
};

describe('the audit log', () => {
  it('says who did what, on what, what changed, and why', async () => {
    const opened = await open(page([entry(), entry({ entryId: 'entry-2', actor: null, did: 'people.exported' })]));
    expect(opened.texts('tbody th')).toEqual([
      'Changed a record Meeting 000001',
      'Took a list of people away Meeting 000001',
    ]);
    expect(opened.texts('.part')[0]).toBe('state: no_show held');
    expect(opened.texts('tbody tr:last-child td')[1]).toBe('The platform');
  });

  it('is narrowed by act, and the file with it', async () => {
    const opened = await open(page([entry()]));
    await opened.fill('Act', 'verdict.changed');
    await opened.answer('/organise/audit?did=verdict.changed', page([entry()]));
    expect(opened.get('a[download]').getAttribute('href')).toBe('/api/organise/audit.csv?did=verdict.changed');
  });

  it('is read on, page after page', async () => {
    const opened = await open(page([entry()], true));
    await opened.press('Show earlier ones');
    await opened.answer('/organise/audit?before=entry-1', page([entry({ entryId: 'entry-0' })]));
    expect(opened.texts('tbody tr')).toHaveLength(2);
    expect(opened.button('Show earlier ones')).toBeNull();
  });
});

describe('the check of the log', () => {
  const mark = `3:${'ab'.repeat(32)}`;
  const checked = (more: Partial<AuditCheckView> = {}): AuditCheckView => ({
    sealed: 3,
    waiting: 1,
    head: { mark, sealedAt: '2026-11-23T10:00:00Z' },
    faults: [],
    more: false,
    ...more,
  });

  it('says that all is well, and the mark to note', async () => {
    const opened = await open(page([entry()]));
    await opened.press('Check now');
    await opened.answer('/organise/audit/check', checked());
    expect(opened.texts('musubi-note strong')).toEqual(['All is as it was recorded.']);
    expect(opened.texts('musubi-note code')).toEqual([mark]);
    expect(opened.texts('musubi-note')[0]).toContain('3 entries were checked. One more is sealed in a moment.');
  });

  it('names what was tampered with, also against a mark of before', async () => {
    const opened = await open(page([entry()]));
    await opened.fill('Mark of an earlier check', 'no mark');
    await opened.press('Check now');
    expect(opened.texts('.error')).toEqual([
      'This is not a mark: a number, a colon and 64 letters and digits, as a check shows it.',
    ]);
    await opened.fill('Mark of an earlier check', mark);
    await opened.press('Check now');
    const faults = [
      { kind: 'changed', number: 2, entryId: '00000000-0000-4000-8000-000000000002' },
      { kind: 'inserted', number: null, entryId: '00000000-0000-4000-8000-000000000009' },
    ] as const;
    await opened.answer(`/organise/audit/check?mark=${encodeURIComponent(mark)}`, checked({ faults: [...faults] }));
    expect(opened.texts('musubi-note strong')).toEqual(['The log was tampered with.']);
    expect(opened.texts('musubi-note li')).toEqual([
      'Entry 2 was changed after it was recorded. 00000000-0000-4000-8000-000000000002',
      'An entry bears an earlier time than it came. 00000000-0000-4000-8000-000000000009',
    ]);
  });
});
