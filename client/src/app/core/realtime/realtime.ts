import { computed, DestroyRef, inject, Injectable, PLATFORM_ID, signal, type Signal } from '@angular/core';
import { isPlatformServer } from '@angular/common';
import {
  PROTOCOL,
  type FeedEntry,
  type FeedKind,
  type FeedKinds,
  type FeedPage,
  type HintKind,
  type HintKinds,
  type NotesAnswer,
  type NotesUpdated,
  type Topic,
} from '@musubi/contracts';
import { Api } from '../api/api';
import { BASE_PATH } from '../api/base-path';
import { Clock } from '../clock/clock';
import { Login } from '../login/login';
import { FeedCursor } from './feed-cursor';
import { type MusubiSocket, OPEN_SOCKET } from './socket';

/** How the connection stands: `back` for a moment after it was away, with how much changed meanwhile. */
export type Line = { state: 'off' | 'connected' | 'reconnecting' | 'outdated' } | { state: 'back'; changes: number };

/** A topic that is being watched, and who of it is connected. */
export interface Watch {
  /** User ids. */
  readonly here: Signal<ReadonlySet<string>>;
  /** Whether the server lets this person watch; null until it said so. */
  readonly allowed: Signal<boolean | null>;
  stop(): void;
}

type Handler<T> = (ids: T, at: string) => void;

/** How long the bar says that the connection is back, in milliseconds. */
const BACK_FOR = 8000;
/** Milliseconds after which an update of notes counts as not answered. */
const NOTES_WAIT = 8000;

/**
 * What the server tells without being asked. `on('meeting.changed', …)` hears the person's own numbered feed: each entry
 * once, in order, also after the connection was away. `onHint` hears boards that many watch. Both return the way to stop.
 */
@Injectable({ providedIn: 'root' })
export class Realtime {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly login = inject(Login);
  private readonly open = inject(OPEN_SOCKET);
  private readonly basePath = inject(BASE_PATH);
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));

  private socket: MusubiSocket | null = null;
  private starting: Promise<void> | null = null;
  private person: string | null = null;
  private wasAway = false;
  private readonly feedHandlers = new Map<FeedKind, Set<Handler<never>>>();
  private readonly hintHandlers = new Map<HintKind, Set<Handler<never>>>();
  private readonly reloadHandlers = new Set<() => void>();
  private readonly notesHandlers = new Set<(notes: NotesUpdated) => void>();
  private readonly watched = new Map<Topic, Watched>();
  private readonly lineNow = signal<Line>({ state: 'off' });
  private cursor = this.newCursor();

  readonly line = this.lineNow.asReadonly();
  readonly connected = computed(() => ['connected', 'back'].includes(this.lineNow().state));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Connects for the person signed in; again for another one. Resolves when the feed's position is known. */
  async start(): Promise<void> {
    const person = this.login.me()?.userId ?? null;
    if (this.onServer || !person) return;
    if (this.person !== person) this.stop();
    this.person = person;
    this.starting ??= this.connect();
    // Pages work without the socket; a feed that cannot be read now is read when the socket connects.
    await this.cursor.begin().catch(() => undefined);
  }

  stop(): void {
    this.socket?.disconnect();
    this.socket = null;
    this.starting = null;
    this.person = null;
    this.wasAway = false;
    this.cursor = this.newCursor();
    this.lineNow.set({ state: 'off' });
  }

  /** Hears one kind of entry of the person's feed. */
  on<K extends FeedKind>(kind: K, handler: (ids: FeedKinds[K], at: string) => void): () => void {
    return add(this.feedHandlers, kind, handler);
  }

  /** Hears one kind of hint of the topics that are watched: "read this board again". */
  onHint<K extends HintKind>(kind: K, handler: (ids: HintKinds[K]) => void): () => void {
    return add(this.hintHandlers, kind, handler);
  }

  /** Hears what others write into shared notes of meetings that are this person's. */
  onNotes(handler: (notes: NotesUpdated) => void): () => void {
    this.notesHandlers.add(handler);
    return () => this.notesHandlers.delete(handler);
  }

  /** The one command that goes by socket. Null when nobody answered: not connected, or cut off on the way. */
  async sendNotes(meetingId: string, update: Uint8Array): Promise<NotesAnswer | null> {
    if (!this.socket?.connected) return null;
    return this.socket
      .timeout(NOTES_WAIT)
      .emitWithAck('notes.update', { meetingId, update })
      .catch(() => null);
  }

  /** The gap was too long to be filled: read everything anew. */
  onReload(handler: () => void): () => void {
    this.reloadHandlers.add(handler);
    return () => this.reloadHandlers.delete(handler);
  }

  /** Watches a topic until stopped; several watchers share one. */
  watch(topic: Topic): Watch {
    const entry = this.watched.get(topic) ?? {
      count: 0,
      here: signal<ReadonlySet<string>>(new Set()),
      allowed: signal<boolean | null>(null),
    };
    entry.count += 1;
    this.watched.set(topic, entry);
    if (entry.count === 1) this.askToWatch(topic, entry);
    let stopped = false;
    return {
      here: entry.here.asReadonly(),
      allowed: entry.allowed.asReadonly(),
      stop: () => {
        if (stopped) return;
        stopped = true;
        entry.count -= 1;
        if (entry.count > 0) return;
        this.watched.delete(topic);
        this.socket?.emit('topic.unwatch', topic);
      },
    };
  }

  /** The reader has seen that the connection is back. */
  seen(): void {
    if (this.lineNow().state === 'back') this.lineNow.set({ state: 'connected' });
  }

  private async connect(): Promise<void> {
    const person = this.person;
    const socket = await this.open(this.basePath);
    if (this.person !== person) {
      socket.disconnect();
      return;
    }
    this.socket = socket;
    socket.on('connect', () => void this.connectedNow());
    socket.on('disconnect', () => this.away());
    socket.on('connect_error', () => this.away());
    socket.on('feed.appended', (entry) => this.cursor.offer(entry));
    socket.on('hint.given', (hint) => tell(this.hintHandlers, hint.kind, hint.ids, ''));
    socket.on('notes.updated', (notes) => this.notesHandlers.forEach((heard) => heard(notes)));
    socket.on('presence.changed', ({ topic, userId, here }) => this.presence(topic, userId, here));
    socket.on('clock.changed', (clock) => this.clock.set(clock));
    socket.on('login.ended', () => {
      this.stop();
      this.login.ended();
    });
    socket.on('protocol.changed', (protocol) => {
      if (protocol !== PROTOCOL) this.lineNow.set({ state: 'outdated' });
    });
    if (socket.connected) void this.connectedNow();
  }

  private async connectedNow(): Promise<void> {
    for (const [topic, entry] of this.watched) this.askToWatch(topic, entry);
    const cursor = this.cursor;
    let changes: number;
    try {
      changes = await cursor.catchUp();
    } catch {
      return this.away();
    }
    if (cursor !== this.cursor || !this.socket?.connected) return;
    if (!this.wasAway) return this.lineNow.set({ state: 'connected' });
    this.wasAway = false;
    // Boards carry no numbers: after an absence each is read again.
    for (const topic of this.watched.keys())
      for (const kind of this.hintHandlers.keys()) tell(this.hintHandlers, kind, idsOf(topic), '');
    this.lineNow.set({ state: 'back', changes });
    setTimeout(() => this.seen(), BACK_FOR);
  }

  private away(): void {
    if (this.lineNow().state === 'off' && !this.socket?.active) return;
    this.wasAway = true;
    this.lineNow.set({ state: 'reconnecting' });
  }

  private askToWatch(topic: Topic, entry: Watched): void {
    if (!this.socket?.connected) return;
    this.socket.emit('topic.watch', topic, ({ ok, here }) => {
      entry.allowed.set(ok);
      entry.here.set(new Set(here));
    });
  }

  private presence(topic: Topic, userId: string, here: boolean): void {
    this.watched.get(topic)?.here.update((all) => {
      const next = new Set(all);
      if (here) next.add(userId);
      else next.delete(userId);
      return next;
    });
  }

  private newCursor(): FeedCursor {
    return new FeedCursor(
      (after) => this.api.get<FeedPage>('/me/feed', { after }, { fresh: true }),
      (entry: FeedEntry) => tell(this.feedHandlers, entry.kind, entry.ids, entry.at),
      () => {
        for (const handler of this.reloadHandlers) handler();
      },
    );
  }
}

interface Watched {
  count: number;
  here: ReturnType<typeof signal<ReadonlySet<string>>>;
  allowed: ReturnType<typeof signal<boolean | null>>;
}

/** The ids that a hint about a topic carries. */
function idsOf(topic: Topic): object {
  const [kind = '', id = ''] = topic.split(':');
  return { [kind === 'session' || kind === 'meeting' ? `${kind}Id` : 'eventId']: id };
}

function add<K>(handlers: Map<K, Set<Handler<never>>>, kind: K, handler: Handler<never>): () => void {
  const set = handlers.get(kind) ?? new Set();
  handlers.set(kind, set.add(handler));
  return () => set.delete(handler);
}

function tell<K>(handlers: Map<K, Set<Handler<never>>>, kind: K, ids: object, at: string): void {
  for (const handler of [...(handlers.get(kind) ?? [])]) (handler as Handler<object>)(ids, at);
}
