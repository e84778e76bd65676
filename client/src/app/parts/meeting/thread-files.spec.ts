import { afterEach, describe, expect, it } from '@jest/globals';
import type { FileId, MeetingFile, MessageId } from '@musubi/contracts';
import { aiko, clara } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { ThreadFiles } from './thread-files';

const path = '/meetings/meeting/files';
const file = (name: string, messageId: string, by = aiko.participantId): MeetingFile => ({
  fileId: `id-${name}` as FileId,
  name,
  bytes: 1_300_000,
  mediaType: 'application/pdf',
  messageId: messageId as MessageId,
  by,
  sentAt: '2027-01-26T08:00:00Z',
});

describe('the documents of a meeting', () => {
  let page: OpenedPage<ThreadFiles>;
  const opened = async (files: MeetingFile[]): Promise<void> => {
    page = await OpenedPage.of(ThreadFiles, {
      areas: ['files', 'meetings'],
      inputs: { meetingId: 'meeting', requestId: 'request', names: new Map([[aiko.participantId, 'Aiko Tanaka']]) },
    });
    await page.answer(path, files);
  };
  const links = () => [...page.element.querySelectorAll('a')].map((one) => [one.textContent, one.getAttribute('href')]);

  afterEach(() => page.http.verify());

  it('are nothing while there is none', async () => {
    await opened([]);
    expect(page.element.textContent.trim()).toBe('');
  });

  it('stand by message, with who sent them, and download under their names', async () => {
    await opened([file('計画.pdf', 'a'), file('b.pdf', 'a'), file('c.pdf', 'b', clara.participantId)]);
    expect(links()).toEqual([
      ['計画.pdf', '/api/files/id-計画.pdf'],
      ['b.pdf', '/api/files/id-b.pdf'],
      ['c.pdf', '/api/files/id-c.pdf'],
    ]);
    expect(page.texts('p.meta').map((text) => text.split(',')[0])).toEqual(['Aiko Tanaka', 'You']);
    expect(page.element.querySelector('a')!.getAttribute('aria-label')).toBe('Download 計画.pdf, 1.2 MB');
  });

  it('arrive by themselves', async () => {
    await opened([]);
    await page.hear('thread.changed', { requestId: 'request', eventId: 'event' });
    await page.answer(path, [file('a.pdf', 'a')]);
    expect(links().length).toBe(1);
  });
});
