import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import fastifyCookie from '@fastify/cookie';
import { Config } from '../config/config.js';
import { Notices } from '../database/notices.js';
import type { Actor } from './actor.js';

/** Port: how a login cookie becomes a person. The module that owns logins provides it. */
export interface ActorSource {
  /** The person behind the cookie's value, or null when the login is unknown, revoked or over. */
  byCookie(value: string): Promise<Actor | null>;
  /** Those of the logins that still hold. */
  alive(loginIds: readonly string[]): Promise<Set<string>>;
}

const keptMs = 5_000;
const keptAtMost = 20_000;

/** Answers "who is this?" for HTTP and sockets alike; keeps answers a few seconds unless a revocation says otherwise. */
@Injectable()
export class Actors {
  private source: ActorSource | null = null;
  /** Raised by every revocation, so that an answer fetched meanwhile is not kept. */
  private forgotten = 0;
  private readonly kept = new Map<string, { actor: Actor | null; until: number }>();

  constructor(
    private readonly config: Config,
    notices: Notices,
  ) {
    notices.on('login.revoked', ({ loginId }) => this.forget((actor) => actor.loginId === loginId));
    notices.on('actor.changed', ({ userId }) => this.forget((actor) => actor.userId === userId));
    notices.onGap(() => this.forget(() => true));
  }

  provide(source: ActorSource): void {
    if (this.source) throw new Error('There are two sources of actors');
    this.source = source;
  }

  async ofCookieHeader(header: string | undefined): Promise<Actor | null> {
    const value = header ? fastifyCookie.parse(header)[this.config.loginCookie] : undefined;
    return value ? this.ofCookie(value) : null;
  }

  async alive(loginIds: readonly string[]): Promise<Set<string>> {
    return this.required().alive(loginIds);
  }

  assertProvided(): void {
    this.required();
  }

  private async ofCookie(value: string): Promise<Actor | null> {
    const key = createHash('sha256').update(value).digest('base64');
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.actor;
    const asked = this.forgotten;
    const actor = await this.required().byCookie(value);
    if (asked !== this.forgotten) return actor;
    if (this.kept.size >= keptAtMost) this.kept.clear();
    // An unknown cookie is asked for anew each time: it may be signed in the next moment.
    if (actor) this.kept.set(key, { actor, until: Date.now() + keptMs });
    else this.kept.delete(key);
    return actor;
  }

  private forget(which: (actor: Actor) => boolean): void {
    this.forgotten++;
    for (const [key, { actor }] of this.kept) if (actor && which(actor)) this.kept.delete(key);
  }

  private required(): ActorSource {
    if (!this.source) throw new Error('No module provides the source of actors');
    return this.source;
  }
}
