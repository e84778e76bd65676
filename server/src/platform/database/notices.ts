import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '../config/config.js';
import type { Tx } from './transactions/tx.js';

/** What nodes tell each other at once, beside the rows that say the same. */
export interface NoticeMap {
  'login.revoked': { loginId: string };
  /** Grants, name or language of a person changed; sockets close where something may not be watched any longer. */
  'actor.changed': { userId: string; closesSockets: boolean };
  /** A person left something that others go on with: their sockets stay, without the topics of it. */
  'watching.narrowed': { userId: string };
  'clock.moved': { offsetMs: number };
}
type NoticeName = keyof NoticeMap;
type Listener = (payload: never) => void;

const channel = 'musubi_notice';
const retryMs = 1_000;

/** PostgreSQL's LISTEN/NOTIFY between nodes. Nothing may depend on it alone: a notice can be lost while the line is down. */
@Injectable()
export class Notices implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Notices.name);
  private readonly listeners = new Map<NoticeName, Listener[]>();
  private readonly gapListeners: (() => void)[] = [];
  private line: Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly config: Config) {}

  on<K extends NoticeName>(name: K, listener: (payload: NoticeMap[K]) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener as Listener]);
  }

  /** Called after the line was down: notices may have been missed. */
  onGap(listener: () => void): void {
    this.gapListeners.push(listener);
  }

  /** Leaves with the transaction; this node hears it at the commit, the others a moment later. */
  async tell<K extends NoticeName>(tx: Tx, name: K, payload: NoticeMap[K]): Promise<void> {
    await tx.em.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify({ name, payload })]);
    tx.afterCommit(() => this.hear(name, payload));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.open();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.line?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const line = new Client({
      connectionString: this.config.databaseUrl,
      keepAlive: true,
      application_name: 'musubi notices',
    });
    line.on('notification', ({ payload }) => this.receive(payload));
    line.on('error', (error) => this.lost(line, error));
    line.on('end', () => this.lost(line, new Error('the line ended')));
    this.line = line;
    try {
      await line.connect();
      await line.query(`LISTEN ${channel}`);
    } catch (error) {
      this.lost(line, error);
    }
  }

  private lost(line: Client, error: unknown): void {
    if (this.closed || this.line !== line) return;
    this.line = null;
    this.log.warn(`Lost the line to PostgreSQL's notices: ${String(error)}`);
    line.end().catch(() => undefined);
    this.retry = setTimeout(() => {
      void this.open().then(() => this.gapListeners.forEach((listener) => listener()));
    }, retryMs);
  }

  private receive(text: string | undefined): void {
    try {
      const { name, payload } = JSON.parse(text ?? '') as { name: NoticeName; payload: NoticeMap[NoticeName] };
      this.hear(name, payload);
    } catch (error) {
      this.log.warn(`A notice could not be read: ${String(error)}`);
    }
  }

  private hear<K extends NoticeName>(name: K, payload: NoticeMap[K]): void {
    for (const listener of this.listeners.get(name) ?? []) {
      try {
        (listener as (heard: NoticeMap[K]) => void)(payload);
      } catch (error) {
        this.log.error(`Who heard ${name} failed: ${String(error)}`);
      }
    }
  }
}
