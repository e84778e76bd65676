import { describe, expect, it } from '@jest/globals';
import type { AuditEntry, AuditPage } from '@musubi/contracts';
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
