import { Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import { PROTOCOL, type Topic } from '@musubi/contracts';
import { Actors } from '../access/actors.js';
import { DomainClock } from '../clock/domain-clock.js';
import { Notices } from '../database/notices.js';
import { RateLimits } from '../http/rate-limits/rate-limits.js';
import { Publisher } from './publisher.js';
import { SocketTopics } from './socket-topics.js';
import type { MusubiServer, MusubiSocket } from './socket-types.js';

const recheckEveryMs = 60_000;
const topicsAtMost = 50;
/** Each costs a look at who may watch; a page asks for two or three. */
const watching = { name: 'watching', points: 300, perSeconds: 60, counted: 'here' } as const;
const topicRoom = (topic: string) => `topic:${topic}`;

/** Sockets tell; commands are HTTP. A socket belongs to one login and ends with it. */
@WebSocketGateway()
export class RealtimeGateway
  implements
    OnGatewayInit<MusubiServer>,
    OnGatewayConnection<MusubiSocket>,
    BeforeApplicationShutdown,
    OnApplicationShutdown
{
  @WebSocketServer()
  private readonly io: MusubiServer;

  private readonly log = new Logger(RealtimeGateway.name);
  private recheck: NodeJS.Timeout | undefined;
  /** Who asks for a topic right now: what they may watch can be narrowed between the answer and the place in it. */
  private readonly asking = new Set<{ userId: string; narrowed: boolean }>();

  constructor(
    private readonly actors: Actors,
    private readonly topics: SocketTopics,
    private readonly publisher: Publisher,
    private readonly clock: DomainClock,
    private readonly notices: Notices,
    private readonly rateLimits: RateLimits,
  ) {}

  afterInit(io: MusubiServer): void {
    io.use((socket, next) => {
      this.actors.ofCookieHeader(socket.handshake.headers.cookie).then(
        (actor) => {
          if (!actor) return next(new Error('login.required'));
          socket.data.actor = actor;
          next();
        },
        (error: unknown) => {
          this.log.error(`A socket could not be looked at: ${String(error)}`);
          next(new Error('unavailable'));
        },
      );
    });
    this.publisher.attach(io);
    this.notices.on('login.revoked', ({ loginId }) => this.end(`login:${loginId}`));
    // What somebody may watch is looked at anew on a new socket, which the client opens by itself.
    this.notices.on('actor.changed', ({ userId, closesSockets }) => {
      if (closesSockets) io.local.in(`user:${userId}`).disconnectSockets(true);
    });
    this.notices.on('watching.narrowed', ({ userId }) => void this.lookAgain(userId));
    this.notices.on('clock.moved', () => void this.tellClock());
    this.notices.onGap(() => {
      void this.endRevoked();
      void this.lookAgain();
    });
    this.recheck = setInterval(() => void this.endRevoked(), recheckEveryMs);
    this.recheck.unref();
  }

  async handleConnection(socket: MusubiSocket): Promise<void> {
    const { userId, loginId } = socket.data.actor;
    await socket.join([`user:${userId}`, `login:${loginId}`]);
    socket.on('disconnecting', () => {
      for (const topic of topicsOf(socket)) this.left(socket, topic);
    });
    const spoken = Number(socket.handshake.auth['protocol'] ?? PROTOCOL);
    if (spoken < PROTOCOL) socket.emit('protocol.changed', PROTOCOL);
  }

  @SubscribeMessage('topic.watch')
  async watch(
    @ConnectedSocket() socket: MusubiSocket,
    @MessageBody() asked: unknown,
  ): Promise<{ ok: boolean; here: string[] }> {
    const refused = { ok: false, here: [] };
    if (!(await this.mayAsk(socket))) return refused;
    const { userId } = socket.data.actor;
    const question = { userId, narrowed: false };
    this.asking.add(question);
    try {
      const admitted = await this.topics.admit(socket.data.actor, asked);
      if (!admitted) return refused;
      const { topic, presence } = admitted;
      const before = presence ? await this.peopleIn(topic) : new Set<string>();
      while (question.narrowed) {
        question.narrowed = false;
        if (!(await this.topics.admit(socket.data.actor, topic))) return refused;
      }
      if (socket.disconnected) return refused;
      // Joined before anything else can happen: from here on a narrowing finds the socket in its topic.
      await socket.join(topicRoom(topic));
      if (presence && !before.has(userId)) this.tellPresence(socket, topic, true);
      return { ok: true, here: presence ? [...before.add(userId)] : [] };
    } finally {
      this.asking.delete(question);
    }
  }

  private async mayAsk(socket: MusubiSocket): Promise<boolean> {
    if (socket.rooms.size >= topicsAtMost) return false;
    return this.rateLimits.consume(watching, socket.data.actor.userId).then(
      () => true,
      () => false,
    );
  }

  @SubscribeMessage('topic.unwatch')
  async unwatch(@ConnectedSocket() socket: MusubiSocket, @MessageBody() topic: unknown): Promise<void> {
    if (typeof topic === 'string') await this.leave(socket, topic as Topic);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.recheck);
    this.io.local.disconnectSockets(true);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.recheck);
  }

  /** Ends the sockets of logins that do not hold any more: covers a lost notice. */
  async endRevoked(): Promise<void> {
    try {
      const sockets = [...this.io.of('/').sockets.values()];
      const alive = await this.actors.alive([...new Set(sockets.map((socket) => socket.data.actor.loginId))]);
      for (const socket of sockets) {
        if (!alive.has(socket.data.actor.loginId)) this.end(`login:${socket.data.actor.loginId}`);
      }
    } catch (error) {
      this.log.warn(`Logins of sockets could not be looked at: ${String(error)}`);
    }
  }

  /** Takes sockets out of topics that their people may not watch any more; without a person, all sockets. */
  private async lookAgain(userId?: string): Promise<void> {
    for (const question of this.asking)
      if (userId === undefined || question.userId === userId) question.narrowed = true;
    for (const socket of this.io.of('/').sockets.values()) {
      if (userId !== undefined && socket.data.actor.userId !== userId) continue;
      try {
        for (const topic of topicsOf(socket)) {
          if (!(await this.topics.admit(socket.data.actor, topic))) await this.leave(socket, topic);
        }
      } catch (error) {
        // Nobody knows what it may watch: a new socket asks anew.
        this.log.warn(`What a socket watches could not be looked at: ${String(error)}`);
        socket.disconnect(true);
      }
    }
  }

  private async leave(socket: MusubiSocket, topic: Topic): Promise<void> {
    if (!socket.rooms.has(topicRoom(topic))) return;
    await socket.leave(topicRoom(topic));
    this.left(socket, topic);
  }

  private end(room: string): void {
    this.io.local.to(room).emit('login.ended');
    this.io.local.in(room).disconnectSockets(true);
  }

  private left(socket: MusubiSocket, topic: Topic): void {
    if (!this.topics.hasPresence(topic)) return;
    const { userId } = socket.data.actor;
    // The socket that leaves may still be counted while it disconnects.
    void this.peopleIn(topic, socket.id).then((people) => {
      if (!people.has(userId)) this.tellPresence(socket, topic, false);
    });
  }

  private tellPresence(socket: MusubiSocket, topic: Topic, here: boolean): void {
    const { userId } = socket.data.actor;
    this.io.to(topicRoom(topic)).except(socket.id).emit('presence.changed', { topic, userId, here });
    this.topics.presenceChanged(topic, userId, here);
  }

  private async peopleIn(topic: Topic, without?: string): Promise<Set<string>> {
    const sockets = await this.io.in(topicRoom(topic)).fetchSockets();
    return new Set(sockets.filter(({ id }) => id !== without).map((socket) => socket.data.actor.userId));
  }

  private async tellClock(): Promise<void> {
    try {
      const { now, offsetMs } = await this.clock.read();
      this.publisher.clock({ now: now.toISOString(), offsetMs });
    } catch (error) {
      this.log.warn(`The clock could not be told: ${String(error)}`);
    }
  }
}

function topicsOf({ rooms }: MusubiSocket): Topic[] {
  return [...rooms].filter((room) => room.startsWith('topic:')).map((room) => room.slice('topic:'.length) as Topic);
}
