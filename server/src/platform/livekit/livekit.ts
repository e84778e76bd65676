import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AccessToken, type ParticipantInfo, type Room, RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';
import { Config } from '../config/config.js';
import { DomainError } from '../http/problems/domain-error.js';

export interface VideoTicket {
  room: string;
  identity: string;
  name: string;
  canPublish: boolean;
  canSubscribe: boolean;
  hidden?: boolean;
  /** How long the token opens the door, at most 600 seconds. */
  ttlSeconds: number;
}

const healthyEveryMs = 30_000;
const awayEveryMs = 5_000;
const longestTtlSeconds = 600;

/** The video server: tokens, rooms, and whether it is there right now. */
@Injectable()
export class LiveKit implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(LiveKit.name);
  private readonly service: RoomServiceClient | null;
  private answering = false;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly config: Config) {
    const { livekit } = config;
    this.service = livekit
      ? new RoomServiceClient(livekit.url.replace(/^ws/, 'http'), livekit.apiKey, livekit.apiSecret, {
          requestTimeout: 5,
        })
      : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.probe();
  }

  onApplicationShutdown(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** False while no video server is configured or it does not answer; comes back by itself. */
  available(): boolean {
    return this.answering;
  }

  /** The address that browsers connect to, or null where video is not configured. */
  url(): string | null {
    return this.config.livekit?.url ?? null;
  }

  /** @throws DomainError `video.off` */
  async token(ticket: VideoTicket): Promise<string> {
    const { livekit } = this.config;
    if (!livekit || !this.answering) throw new DomainError('video.off');
    const token = new AccessToken(livekit.apiKey, livekit.apiSecret, {
      identity: ticket.identity,
      name: ticket.name,
      ttl: Math.min(ticket.ttlSeconds, longestTtlSeconds),
    });
    const grant: VideoGrant = {
      room: ticket.room,
      roomJoin: true,
      canPublish: ticket.canPublish,
      canPublishData: ticket.canPublish,
      canSubscribe: ticket.canSubscribe,
      hidden: ticket.hidden ?? false,
    };
    token.addGrant(grant);
    return token.toJwt();
  }

  /** Puts somebody out of a room; whoever is not in it is out already. */
  async removeParticipant(room: string, identity: string): Promise<void> {
    await this.ask((service) => service.removeParticipant(room, identity)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  /** Ends a room for everybody in it; one that is not there has ended. */
  async deleteRoom(room: string): Promise<void> {
    await this.ask((service) => service.deleteRoom(room)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  async rooms(): Promise<Room[]> {
    return this.ask((service) => service.listRooms());
  }

  /** Who is in a room; a room that is not there is empty. */
  async participants(room: string): Promise<ParticipantInfo[]> {
    return this.ask((service) => service.listParticipants(room)).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
  }

  private async ask<T>(question: (service: RoomServiceClient) => Promise<T>): Promise<T> {
    if (!this.service) throw new DomainError('video.off');
    try {
      return await question(this.service);
    } catch (error) {
      if (isMissing(error)) throw error;
      this.heard(false);
      // Looked for soon, not when the next look at a healthy server would have been.
      this.probeIn(awayEveryMs);
      throw new DomainError('video.off');
    }
  }

  private async probe(): Promise<void> {
    if (!this.service || this.closed) return;
    const answered = await this.service.listRooms(['-']).then(
      () => true,
      () => false,
    );
    this.heard(answered);
    this.probeIn(answered ? healthyEveryMs : awayEveryMs);
  }

  private probeIn(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    this.timer = setTimeout(() => void this.probe(), milliseconds);
    this.timer.unref();
  }

  private heard(answering: boolean): void {
    if (answering !== this.answering)
      this.log[answering ? 'log' : 'warn'](answering ? 'Video is on' : 'Video does not answer');
    this.answering = answering;
  }
}

function isMissing(error: unknown): boolean {
  return (error as { status?: unknown } | null)?.status === 404;
}
