import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FileId, MeetingFile, MessageId } from '@musubi/contracts';
import { SEND_FILE, type SendFile } from '../../data/files/send-file';
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

  describe('from whoever has no thread to write in', () => {
    const chosen = async (): Promise<void> => {
      page.fixture.componentRef.setInput('mayBring', true);
      await page.settle();
      const field = page.get('input[type="file"]') as HTMLInputElement;
      Object.defineProperty(field, 'files', { value: [new File(['plan'], 'plan.pdf')] });
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await page.settle();
    };
    const sent = () => page.http.expectOne({ method: 'POST', url: `/api${path}` });

    beforeEach(() => {
      const arrived = (async () => file('plan.pdf', '')) as unknown as SendFile;
      TestBed.overrideProvider(SEND_FILE, { useValue: arrived });
    });

    it('are sent to everybody of the meeting', async () => {
      await opened([]);
      expect(page.element.querySelector('form')).toBeNull();
      await chosen();
      await page.press('Send to the meeting');
      const call = sent();
      expect(call.request.body).toEqual({ fileIds: ['id-plan.pdf'] });
      call.flush([file('plan.pdf', 'a', clara.participantId)]);
      await page.settle();
      expect(links()).toEqual([['plan.pdf', '/api/files/id-plan.pdf']]);
      expect(page.texts('musubi-upload li')).toEqual([]);
    });

    it('stay chosen when they are refused, with the reason', async () => {
      await opened([]);
      await chosen();
      await page.press('Send to the meeting');
      sent().flush({ code: 'thread.closed', status: 409 }, { status: 409, statusText: 'Refused' });
      await page.settle();
      expect(page.texts('musubi-note')[0]).toContain('conversation');
      expect(page.texts('musubi-upload li')).toHaveLength(1);
    });
  });

  it('arrive by themselves', async () => {
    await opened([]);
    await page.hear('thread.changed', { requestId: 'request', eventId: 'event' });
    await page.answer(path, [file('a.pdf', 'a')]);
    expect(links().length).toBe(1);
  });
});
