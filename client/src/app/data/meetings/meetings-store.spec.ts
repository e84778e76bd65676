import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { FeedEntry, Me, MeetingRequestView, MeetingView, UserId } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../core/api/api';
import { Clock } from '../../core/clock/clock';
import { Login } from '../../core/login/login';
import { Realtime } from '../../core/realtime/realtime';
import { type MusubiSocket, OPEN_SOCKET } from '../../core/realtime/socket';
import { choice, clara, eventId, meeting, request, slot } from '../../../testing/meeting-fixtures';
import { MeetingsStore } from './meetings-store';
import type { News } from './inbox/news';

const me: Me = {
  userId: clara.userId as UserId,
  address: 'clara@example.org',
  name: clara.name,
  lang: 'en',
  zone: clara.zone,
  grants: [],
  totpEnrolled: false,
};
const requestsUrl = `/api/events/${eventId}/meeting-requests`;
const meetingsUrl = `/api/events/${eventId}/meetings`;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

describe('the meetings of a person', () => {
  let http: HttpTestingController;
  let store: MeetingsStore;
  let feed: (entry: FeedEntry) => void;

  /** The server's state: what both lists answer. */
  const lists = async (requests: MeetingRequestView[], meetings: MeetingView[]): Promise<void> => {
    await settle();
    http.expectOne(requestsUrl).flush(requests);
    http.expectOne(meetingsUrl).flush(meetings);
    await settle();
  };

  beforeEach(async () => {
    const heard = new Map<string, (entry: FeedEntry) => void>();
    const socket = {
      connected: false,
      on: (name: string, handler: (entry: FeedEntry) => void) => heard.set(name, handler),
      emit: () => undefined,
      disconnect: () => undefined,
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: RETRY_PAUSES, useValue: [] },
        { provide: OPEN_SOCKET, useValue: async () => socket as unknown as MusubiSocket },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Login).accept({ me, secondFactor: 'not_needed', demo: false });
    TestBed.inject(Clock).set({ now: '2027-01-26T08:16:00Z', offsetMs: 0 });
    store = TestBed.inject(MeetingsStore);
    const started = TestBed.inject(Realtime).start();
    await settle();
    http.expectOne('/api/me/feed?after=0').flush({ entries: [], cursor: 0, reload: false });
    await started;
    feed = (entry) => heard.get('feed.appended')!(entry);

    void store.open(eventId);
    await lists([request()], []);
  });

  afterEach(() => http.verify());

  it('shows an acceptance before the server has answered, and the meeting after', async () => {
    expect([store.waiting(), store.inbox().waiting.length]).toEqual([1, 1]);
    const { requestId, slots } = request();
    const accepted = store.accept(requestId, slots[1]!.slotId);
    expect(store.waiting()).toBe(0);
    expect(store.inbox().confirmed.map(({ tie, time }) => [tie, time?.startsAt])).toEqual([
      ['confirmed', '2027-01-26T09:15:00Z'],
    ]);
    expect([...store.busy()]).toEqual(['request']);

    const { slotId, startsAt, endsAt } = slots[1]!;
    const made = meeting({ slotId, startsAt, endsAt });
    http.expectOne('/api/meeting-requests/request/accept').flush(made);
    await settle();
    expect([...store.justJoined(), ...store.busy()]).toEqual(['meeting']);
    await lists([{ ...request(), state: 'accepted', turn: null, meetingId: made.meetingId }], [made]);
    expect((await accepted).meetingId).toBe('meeting');
    expect(store.inbox().confirmed.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['meeting meeting']);
  });

  it('puts the request back as it was when the slot has just been taken, and hands on the other slots', async () => {
    const accepted = store.accept(request().requestId, request().slots[0]!.slotId).catch((refusal: unknown) => refusal);
    const alternatives = [choice('2027-01-26T09:40:00Z')];
    http
      .expectOne('/api/meeting-requests/request/accept')
      .flush(
        { type: '', title: '', status: 409, code: 'meeting.slot_taken', instance: 'x', data: { alternatives } },
        { status: 409, statusText: 'Conflict' },
      );
    await settle();
    expect(store.inbox().waiting.map(({ key, times }) => [key, times.length])).toEqual([['request', 2]]);
    const taken = request({ slots: [slot('2027-01-26T08:25:00Z', false), slot('2027-01-26T09:15:00Z')], version: 2 });
    await lists([taken], []);
    expect(await accepted).toMatchObject({ code: 'meeting.slot_taken', data: { alternatives } });
    expect(store.inbox().waiting.map(({ time }) => time?.startsAt)).toEqual(['2027-01-26T09:15:00Z']);
  });

  it('marks and tells what the other side did, once, until it is seen', async () => {
    const told: News[] = [];
    store.onNews((news) => told.push(...news));
    const mine = request({ mine: 'from', turn: 'to', requestId: 'mine' as MeetingRequestView['requestId'] });
    feed({ n: 1, kind: 'meeting_request.changed', ids: { requestId: 'other', eventId }, at: '2027-01-26T08:16:00Z' });
    await lists([request(), mine, request({ requestId: 'other' as MeetingRequestView['requestId'] })], []);
    expect(told.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['asked other']);
    expect([...store.changed()]).toEqual([['other', 'fresh']]);
    store.seen('other');
    expect(store.changed().size).toBe(0);

    feed({ n: 2, kind: 'meeting.changed', ids: { meetingId: 'meeting', eventId: 'another event' }, at: '' });
    await settle();
    expect(told.length).toBe(1);
  });

  it('takes a cancellation back when it is refused', async () => {
    void store.refresh();
    await lists([], [meeting()]);
    const cancelled = store.cancel(meeting().meetingId, 'ill', null).catch(() => 'refused');
    expect(store.inbox().ended.map(({ state }) => state)).toEqual(['cancelled']);
    http.expectOne('/api/meetings/meeting/cancel').flush('', { status: 500, statusText: 'Broken' });
    await settle();
    expect(store.inbox().confirmed.map(({ key }) => key)).toEqual(['meeting']);
    await lists([], [meeting()]);
    expect(await cancelled).toBe('refused');
  });
});
