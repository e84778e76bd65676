import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, FeedKind, FeedKinds, MeetingView } from '@musubi/contracts';
import { eventId, meeting } from '../../../../testing/meeting-fixtures';
import { provideWords } from '../../../../testing/words';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { Realtime } from '../../../core/realtime/realtime';
import { CurrentEvent } from '../../events/current-event';
import { EventsStore } from '../../events/events-store';
import { MeetingsApi } from '../meetings-api';
import { RoomCalls } from './room-calls';

type Call = (ids: FeedKinds['meeting.called']) => void;

const { meetingId, sides } = meeting();
/** Aiko waits in the room. */
const awaited = (more: Partial<MeetingView> = {}): MeetingView =>
  meeting({ sides: sides.map((side) => ({ ...side, here: side.side === 0 })), ...more });
const room = (slug: string): string => `/app/events/${slug}/meetings/${meetingId}/room`;

describe('calls into a room', () => {
  let handlers: Map<FeedKind, Call>;
  let read: () => Promise<MeetingView>;

  beforeEach(async () => {
    handlers = new Map();
    read = async () => awaited();
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(),
        { provide: MeetingsApi, useValue: { meeting: () => read() } },
        { provide: EventsStore, useValue: { list: async () => [{ eventId: 'other', slug: 'days' }] } },
        {
          provide: Realtime,
          useValue: { on: (kind: FeedKind, told: Call) => (handlers.set(kind, told), () => undefined) },
        },
      ],
    });
    await TestBed.inject(Words).load('meetings');
    await TestBed.inject(Words).use('en');
    at('2027-01-26T08:28:00Z');
    TestBed.inject(CurrentEvent).set({ eventId, slug: 'conference' } as unknown as EventView);
    TestBed.inject(RoomCalls);
  });

  function at(now: string): void {
    TestBed.inject(Clock).set({ now, offsetMs: Date.parse(now) - Date.now() });
  }

  async function called(of: string = eventId) {
    handlers.get('meeting.called')!({ meetingId, eventId: of });
    // All that it waits for is settled already: a turn of the loop is after them.
    await new Promise((resolve) => setTimeout(resolve));
    return TestBed.inject(Toasts)
      .all()
      .map(({ text, link }) => ({ text, link }));
  }

  const text = 'Your meeting has begun: Aiko Tanaka is waiting for you in the room.';

  it('say at once who waits, and lead there', async () => {
    expect([...handlers.keys()]).toEqual(['meeting.called']);
    expect(await called()).toEqual([{ text, link: room('conference') }]);
  });

  it('are told of another event, too, and where none is open', async () => {
    expect(await called('other')).toEqual([{ text, link: room('days') }]);
    TestBed.inject(CurrentEvent).set(null);
    expect(await called('other')).toEqual([{ text, link: room('days') }]);
  });

  it('are one word for each meeting, however often it is called', async () => {
    await called();
    expect(await called()).toHaveLength(1);
  });

  it('are not told when they are heard too late', async () => {
    at('2027-01-26T08:45:00Z');
    expect(await called()).toEqual([]);
    at('2027-01-26T08:44:00Z');
    expect(await called()).toHaveLength(1);
  });

  it('are not told of what does not begin yet, of what is cancelled, or where nobody waits any more', async () => {
    at('2027-01-26T08:24:00Z');
    expect(await called()).toEqual([]);
    at('2027-01-26T08:28:00Z');
    read = async () => awaited({ state: 'cancelled' });
    expect(await called()).toEqual([]);
    read = async () => meeting();
    expect(await called()).toEqual([]);
    read = () => Promise.reject(new Error('not found'));
    expect(await called()).toEqual([]);
  });
});
