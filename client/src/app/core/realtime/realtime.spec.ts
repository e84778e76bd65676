import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedEntry, FeedPage, LoginState } from '@musubi/contracts';
import { Login } from '../login/login';
import { Realtime } from './realtime';
import { OPEN_SOCKET } from './socket';

/** The server's end of the socket, as far as the client sees it. */
class FakeSocket {
  connected = false;
  active = true;
  readonly sent: [string, ...unknown[]][] = [];
  private readonly handlers = new Map<string, (...args: unknown[]) => void>();

  on(event: string, handler: (...args: unknown[]) => void): void {
    this.handlers.set(event, handler);
  }
  emit(event: string, ...args: unknown[]): void {
    this.sent.push([event, ...args]);
  }
  disconnect(): void {
    this.connected = false;
    this.active = false;
  }
  say(event: string, ...args: unknown[]): void {
    this.handlers.get(event)?.(...args);
  }
  connect(): void {
    this.connected = true;
    this.say('connect');
  }
  drop(): void {
    this.connected = false;
    this.say('disconnect');
  }
}

const entry = (n: number): FeedEntry => ({
  n,
  kind: 'meeting.changed',
  ids: { meetingId: `m${n}`, eventId: 'e' },
  at: '',
});
const settle = async () => {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
};

describe('the connection of a signed-in person', () => {
  let socket: FakeSocket;
  let http: HttpTestingController;
  let realtime: Realtime;
  let heard: string[];

  const answerFeed = async (page: FeedPage) => {
    http.expectOne(({ url }) => url.includes('/api/me/feed')).flush(page);
    await settle();
  };

  beforeEach(async () => {
    socket = new FakeSocket();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: OPEN_SOCKET, useValue: () => Promise.resolve(socket) },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Login).accept({
      me: { userId: 'u', zone: 'Europe/Berlin', grants: [] },
      secondFactor: 'done',
      demo: false,
    } as unknown as LoginState);
    realtime = TestBed.inject(Realtime);
    heard = [];
    realtime.on('meeting.changed', ({ meetingId }) => heard.push(meetingId));
    realtime.onHint('programme.changed', ({ eventId }) => heard.push(`programme of ${eventId}`));
    const started = realtime.start();
    await settle();
    await answerFeed({ entries: [], cursor: 4, reload: false });
    await started;
    socket.connect();
    await settle();
    await answerFeed({ entries: [], cursor: 4, reload: false });
  });

  it('hears its feed by kind', () => {
    socket.say('feed.appended', entry(5));
    expect({ heard, line: realtime.line() }).toEqual({ heard: ['m5'], line: { state: 'connected' } });
  });

  it('knows after an absence what it missed, and reads the watched boards again', async () => {
    realtime.watch('event:e');
    socket.drop();
    expect(realtime.line()).toEqual({ state: 'reconnecting' });
    socket.connect();
    socket.say('feed.appended', entry(7));
    await settle();
    await answerFeed({ entries: [entry(5), entry(6)], cursor: 6, reload: false });
    expect({ heard, line: realtime.line() }).toEqual({
      heard: ['m5', 'm6', 'm7', 'programme of e'],
      line: { state: 'back', changes: 2 },
    });
    realtime.seen();
    expect(realtime.line()).toEqual({ state: 'connected' });
  });

  it('watches a topic once for all who ask, and again after an absence', async () => {
    const [first, second] = [realtime.watch('meeting:m'), realtime.watch('meeting:m')];
    const asked = () =>
      socket.sent.filter(([event]) => event.startsWith('topic.')).map(([event, topic]) => `${event} ${String(topic)}`);
    const answer = socket.sent.at(-1)?.[2] as (result: { ok: boolean; here: string[] }) => void;
    answer({ ok: true, here: ['anna'] });
    socket.say('presence.changed', { topic: 'meeting:m', userId: 'ben', here: true });
    socket.say('presence.changed', { topic: 'meeting:m', userId: 'anna', here: false });
    expect([...second.here()]).toEqual(['ben']);
    first.stop();
    expect(asked()).toEqual(['topic.watch meeting:m']);
    socket.drop();
    socket.connect();
    await settle();
    await answerFeed({ entries: [], cursor: 4, reload: false });
    second.stop();
    expect(asked()).toEqual(['topic.watch meeting:m', 'topic.watch meeting:m', 'topic.unwatch meeting:m']);
  });

  it('signs out here when the login was ended elsewhere', () => {
    socket.say('login.ended');
    expect({ me: TestBed.inject(Login).me(), line: realtime.line(), open: socket.active }).toEqual({
      me: null,
      line: { state: 'off' },
      open: false,
    });
  });

  it('asks for a reload when the server speaks another protocol', () => {
    socket.say('protocol.changed', 99);
    expect(realtime.line()).toEqual({ state: 'outdated' });
  });
});
