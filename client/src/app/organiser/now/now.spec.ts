import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type {
  AffiliationRequest,
  HelpRequestCard,
  Lang,
  MeetingId,
  MeetingView,
  ProgrammeView,
} from '@musubi/contracts';
import { aiko, clara, eventId, meeting, planB } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { session } from '../../../testing/session-fixtures';
import { Toasts } from '../../core/page/toasts';
import { Now } from './now';

/** A meeting from 09:25 in Brussels, with so many of its two sides in the room. */
const room = (id: string, here: 0 | 1 | 2): MeetingView =>
  meeting({
    meetingId: id as MeetingId,
    sides: [
      { participant: clara, here: here > 0, side: 0, part: 'required' },
      { participant: aiko, here: here > 1, side: 1, part: 'required' },
    ],
  });
const asks: AffiliationRequest = {
  affiliationId: 'affiliation' as never,
  userId: aiko.userId,
  name: aiko.name,
  role: 'member',
  state: 'requested',
  requestedAt: '2027-01-20T01:00:00Z',
  answerBy: '2027-01-25T01:00:00Z',
  mayAnswer: true,
  mayEnd: false,
  mayHandOver: false,
  address: null,
  organisation: aiko.organisation,
};
const programme = { sessions: [session('2027-01-26T08:20:00Z')] } as unknown as ProgrammeView;

const open = (lang: Lang = 'en') => OpenedPage.of(Now, { areas: ['organiser', 'meetings', 'room'], lang });
const fill = async (
  page: OpenedPage<Now>,
  meetings: MeetingView[],
  { sessions = programme, waiting = [] as AffiliationRequest[] } = {},
) => {
  await page.answer(`/organise/events/${eventId}/meetings`, meetings);
  await page.answer(`/events/${eventId}/programme`, sessions);
  await page.answer('/video', { available: true });
  await page.answer('/me/organisations', []);
  await page.answer('/organise/affiliations', waiting);
};
const counts = (page: OpenedPage<Now>) => page.texts('.sum dt, .sum dd').slice(0, 8).join(' ');

describe('now and next, for organisers', () => {
  it('is read, then shows who is where, and first the rooms that need somebody', async () => {
    const page = await open();
    expect(page.element.querySelector('musubi-skeleton')).not.toBeNull();
    await fill(page, [room('a', 2), room('b', 1)]);
    expect(counts(page)).toBe('Both sides here 1 of 2 One side missing 1 Nobody there 0 People in rooms 3');
    expect(page.texts('[aria-labelledby="needs"] li')).toEqual([
      'Clara Weiss Baden-Württemberg Aiko Tanaka Osaka Osaka missing To the room of Clara Call Aiko Aiko’s details Another way of Clara',
    ]);
    expect(page.texts('.slotline li')).toEqual(['09:25 · 17:25 2 meetings, minute 5']);
    expect(page.texts('.sessions li')).toEqual(['On now Opening 09:20 CET · 17:20 JST Open the stage']);
  });

  it('calls nobody missing in the first minutes', async () => {
    const state = async (at: string): Promise<string[]> => {
      TestBed.resetTestingModule();
      const page = await OpenedPage.of(Now, { areas: ['organiser', 'meetings', 'room'], now: at });
      await fill(page, [room('b', 1)]);
      return page.texts('[aria-labelledby="needs"] musubi-state');
    };
    expect(await state('2027-01-26T08:27:00Z')).toEqual(['Osaka not there yet']);
    expect(await state('2027-01-26T08:28:00Z')).toEqual(['Osaka missing']);
  });

  it('calls whoever somebody waits for, and nobody where nobody waits', async () => {
    const page = await open();
    await fill(page, [room('b', 1), room('c', 0)]);
    expect(page.texts('[aria-labelledby="needs"] button').filter((text) => text.startsWith('Call'))).toEqual([
      'Call Aiko',
    ]);
    await page.press('Call Aiko');
    const sent = page.http.expectOne({
      method: 'POST',
      url: `/api/organise/events/${eventId}/meetings/b/missing/call`,
    });
    sent.flush({ meetingId: 'b', calledAt: '2027-01-26T08:29:00Z' });
    await page.settle();
    await page.answer(`/organise/events/${eventId}/meetings`, [room('b', 1)]);
    expect(
      TestBed.inject(Toasts)
        .all()
        .map(({ text }) => text),
    ).toEqual(['Aiko is called: on the screen, and by mail.']);
  });

  it('shows who calls for help first, and answers without leaving', async () => {
    const page = await open();
    await fill(page, [room('a', 2)]);
    const call: HelpRequestCard = {
      helpRequestId: 'call' as never,
      meetingId: 'a' as MeetingId,
      eventId,
      by: clara.participantId,
      about: 'technical',
      text: 'No sound on our side',
      askedAt: '2027-01-26T08:27:00Z',
      answer: null,
      answeredAt: null,
    };
    const calls = `/organise/events/${eventId}/help-requests`;
    await page.answer(calls, [call]);
    expect(page.texts('[aria-labelledby="calls"] li')).toEqual([
      'Clara Weiss – Aiko Tanaka Waits since 09:27 CET Picture, sound or connection No sound on our side Your answer to Clara Answer To the room of Clara Another way of Clara',
    ]);
  });

  it('sets another way to meet for both and takes it back, without going in', async () => {
    const page = await open();
    await fill(page, [room('b', 1)]);
    const meetings = `/organise/events/${eventId}/meetings`;
    await page.press('Another way of Clara');
    await page.fill('Address', 'https://meet.example/osaka');
    await page.press('Set this for both');
    const sent = page.http.expectOne({ method: 'PUT', url: '/api/meetings/b/room/plan-b' });
    expect(sent.request.body).toEqual({ kind: 'link', value: 'https://meet.example/osaka' });
    sent.flush({});
    await page.answer(meetings, [{ ...room('b', 1), planB: planB() }]);
    expect(counts(page)).toContain('One side missing 0');
    expect(page.element.querySelectorAll('musubi-room-ties .miss')).toHaveLength(0);
    expect(page.texts('[aria-labelledby="needs"] li')).toEqual([
      'Clara Weiss Baden-Württemberg Aiko Tanaka Osaka Meets elsewhere To the room of Clara ' +
        'They meet elsewhere: https://meet.example/osaka (a page of meet.example) Back to this room of Clara',
    ]);
    await page.press('Back to this room of Clara');
    page.http.expectOne({ method: 'DELETE', url: '/api/meetings/b/room/plan-b' }).flush({});
    await page.answer(meetings, [room('b', 1)]);
    expect(page.texts('musubi-plan-b-place')).toEqual([]);
  });

  it('leads to whoever is missing', async () => {
    const page = await open();
    await fill(page, [room('b', 1)]);
    expect(page.button('Aiko’s details: Aiko Tanaka in the list of people')?.getAttribute('href')).toBe(
      '/organise/events/conference/people?q=Aiko%20Tanaka',
    );
  });

  it('says when all is well', async () => {
    const page = await open();
    await fill(page, [room('a', 2)]);
    expect(page.texts('[aria-labelledby="needs"] li')).toEqual(['Every room has both sides.']);
  });

  it('says so when nothing is on and nothing is planned', async () => {
    const page = await open();
    await fill(page, [], { sessions: { sessions: [] } as unknown as ProgrammeView, waiting: [asks] });
    expect(page.texts('musubi-empty h2, musubi-empty h3')).toEqual(['Nothing is on and nothing is planned']);
    expect(page.texts('#affiliations')).toEqual(['Who speaks for whom 1']);
  });

  it('says what went wrong, and reads again when asked', async () => {
    const page = await open();
    await page.answer(`/organise/events/${eventId}/meetings`, { code: 'internal', instance: 'ref-3' }, 500);
    expect(page.get('musubi-failure').textContent).toContain('ref-3');
    await page.press('Try again');
    await fill(page, [room('a', 2)]);
    expect(counts(page)).toContain('Both sides here 1');
  });

  it('follows by itself, and marks the room that changed', async () => {
    const page = await open();
    await fill(page, [room('a', 0), room('b', 1)]);
    await page.tell('room.changed', { meetingId: 'a' });
    await new Promise((resolve) => setTimeout(resolve, 850));
    await page.answer(`/organise/events/${eventId}/meetings`, [room('a', 1), room('b', 1)]);
    expect(counts(page)).toContain('One side missing 2 Nobody there 0');
    expect(page.texts('li.changed')).toHaveLength(1);
  });

  it('shows who waits for the helpdesk to say whom they speak for', async () => {
    const page = await open();
    await fill(page, [room('a', 2)], { waiting: [asks] });
    expect([page.texts('#affiliations'), page.texts('[aria-labelledby="affiliations"] li')]).toEqual([
      ['Who speaks for whom 1'],
      [
        'Aiko Tanaka Osaka Bay Green Industry Council ' +
          'Asked on Wed 20 January; no administrator has answered in time',
      ],
    ]);
    expect(page.button('Decide')?.getAttribute('href')).toBe('/app/organisation');
  });

  it('says it in Japanese, too', async () => {
    const page = await open('ja');
    await fill(page, [room('b', 1)]);
    expect(page.texts('[aria-labelledby="needs"] li a')).toEqual([
      'ルームへ （Clara Weiss様の面談）',
      '田中様の連絡先',
    ]);
  });
});
