import { afterEach, describe, expect, it } from '@jest/globals';
import type { MeetingRequestId, MessageId, MessageView, ParticipantId, ThreadView } from '@musubi/contracts';
import { aiko, clara } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { Conversation } from './conversation';

const requestId = 'request' as MeetingRequestId;
const path = `/meeting-requests/${requestId}/messages`;

const message = (id: string, text: string, mine: boolean, sentAt = '2027-01-26T08:00:00Z'): MessageView => ({
  messageId: id as MessageId,
  by: (mine ? clara.participantId : aiko.participantId) as ParticipantId,
  mine,
  text,
  files: [],
  sentAt,
});
const thread = (messages: MessageView[], more: Partial<ThreadView> = {}): ThreadView => ({
  requestId,
  messages,
  earlier: false,
  unread: 0,
  open: true,
  readByThemUntil: null,
  ...more,
});

describe('a conversation', () => {
  let page: OpenedPage<Conversation>;
  const opened = async (first: ThreadView): Promise<void> => {
    page = await OpenedPage.of(Conversation, {
      areas: ['meetings', 'conversation', 'files'],
      inputs: { requestId, partner: aiko },
    });
    await page.answer(path, first);
  };
  const typed = async (text: string): Promise<HTMLTextAreaElement> => {
    const field = page.get('textarea') as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await page.settle();
    return field;
  };
  const said = () => page.texts('li .said > p');

  afterEach(() => page.http.verify());

  it('says what it is for while nothing was written', async () => {
    await opened(thread([]));
    expect(page.texts('li')).toEqual([
      'Nothing has been written yet. Ask what you would like to know before you meet, or say what you will bring.',
    ]);
  });

  it('asks nothing beforehand once the meeting is over', async () => {
    page = await OpenedPage.of(Conversation, {
      areas: ['meetings', 'conversation', 'files'],
      inputs: { requestId, partner: aiko, over: true },
    });
    await page.answer(path, thread([]));
    expect(page.texts('li')).toEqual(['Nothing has been written. You can still send what you promised each other.']);
  });

  it('names who else brought a document', async () => {
    page = await OpenedPage.of(Conversation, {
      areas: ['meetings', 'conversation', 'files'],
      inputs: { requestId, partner: aiko, names: new Map([['guest', 'Émile Laurent']]) },
    });
    const theirs = { ...message('a', '', false), by: 'guest' as ParticipantId };
    await page.answer(path, thread([theirs, message('b', 'Thank you', false)]));
    const [guest, partner] = [...page.element.querySelectorAll('ol > li > span')];
    expect([guest!.textContent, guest!.className]).toEqual(['Émile Laurent', 'meta']);
    expect(partner!.className).toBe('visually-hidden');
  });

  it('says whose it is to those who come to the meeting besides', async () => {
    page = await OpenedPage.of(Conversation, {
      areas: ['meetings', 'conversation', 'files'],
      inputs: { requestId, partner: aiko },
    });
    await page.answer(path, { status: 404, code: 'not_found' }, 404);
    expect([page.texts('.soft'), page.texts('musubi-note'), page.texts('form')]).toEqual([
      ['Messages are between the two who agreed on this meeting. Their documents are there for everybody who comes.'],
      [],
      [],
    ]);
  });

  it('shows each in their language, and how far the other side has read', async () => {
    await opened(
      thread([message('a', 'Shall we bring samples?', true), message('b', 'はい、ぜひ。', false)], {
        readByThemUntil: '2027-01-26T08:00:00Z',
      }),
    );
    expect(page.texts('li')[0]).toContain('Read');
    expect([...page.element.querySelectorAll('li .said > p')].map((one) => one.getAttribute('lang'))).toEqual([
      'en',
      'ja',
    ]);
  });

  it('sends what was typed, shows it, and empties the field', async () => {
    await opened(thread([]));
    const field = await typed('  Shall we bring samples?  ');
    await page.press('Send');
    const call = page.http.expectOne(({ method }) => method === 'POST');
    expect(call.request.body).toEqual({ text: 'Shall we bring samples?', fileIds: [] });
    const sent = message('a', 'Shall we bring samples?', true);
    call.flush(sent);
    await page.answer(path, thread([sent]));
    expect([said(), field.value]).toEqual([['Shall we bring samples?'], '']);
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    await opened(thread([]));
    const field = await typed('Hello?');
    await page.press('Send');
    page.http
      .expectOne(({ method }) => method === 'POST')
      .flush({ type: 'about:blank', status: 409, code: 'thread.closed' }, { status: 409, statusText: 'Conflict' });
    await page.answer(path, thread([], { open: true }));
    expect(field.value).toBe('Hello?');
    expect(page.texts('musubi-note')[0]).toContain('This conversation is closed');
  });

  it('shows what the other side writes by itself, and tells that it was read', async () => {
    await opened(thread([]));
    await page.hear('thread.changed', { requestId, eventId: 'event' });
    await page.answer(path, thread([message('b', 'Hello', false)], { unread: 1 }));
    expect(said()).toEqual(['Hello']);
    const call = page.http.expectOne(`/api${path}/read`);
    expect(call.request.body).toEqual({ messageId: 'b' });
    call.flush(null, { status: 204, statusText: 'No Content' });
  });

  it('reads once more what was written while it was read for the first time', async () => {
    page = await OpenedPage.of(Conversation, {
      areas: ['meetings', 'conversation', 'files'],
      inputs: { requestId, partner: aiko },
    });
    await page.hear('thread.changed', { requestId, eventId: 'event' });
    await page.answer(path, thread([]));
    await page.answer(path, thread([message('a', 'Hello', true)]));
    expect(said()).toEqual(['Hello']);
  });

  it('shows earlier messages on demand, above', async () => {
    await opened(thread([message('c', 'Third', false)], { earlier: true }));
    await page.press('Show earlier messages');
    await page.answer(`${path}?before=c`, thread([message('a', 'First', true), message('b', 'Second', false)]));
    expect([said(), page.button('Show earlier messages')]).toEqual([['First', 'Second', 'Third'], null]);
  });

  it('is read only once it is closed', async () => {
    await opened(thread([message('a', 'Before', true)], { open: false }));
    expect(page.element.querySelector('form')).toBeNull();
    expect(page.texts('p.meta').at(-1)).toBe('This conversation is closed. It stays here to be read.');
  });
});
