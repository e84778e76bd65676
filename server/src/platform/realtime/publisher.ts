import { Injectable } from '@nestjs/common';
import type { ClockState, Hint } from '@musubi/contracts';
import type { Appended } from './feed-rows.js';
import { HintPace } from './hint-pace.js';
import type { MusubiServer } from './socket-types.js';

/** Sends to sockets what has been committed. Without sockets (scripts, tools) it stays silent. */
@Injectable()
export class Publisher {
  private io: MusubiServer | null = null;
  private readonly pace = new HintPace((hint) => this.io?.to(`topic:${hint.topic}`).emit('hint.given', hint));

  attach(io: MusubiServer): void {
    this.io = io;
  }

  feed(appended: readonly Appended[]): void {
    for (const { userId, entry } of appended) this.io?.to(`user:${userId}`).emit('feed.appended', entry);
  }

  hint(hint: Hint): void {
    this.pace.give(hint);
  }

  clock(state: ClockState): void {
    this.io?.local.emit('clock.changed', state);
  }
}
