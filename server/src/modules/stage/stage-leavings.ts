import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Facts, Notices, type Tx } from '../../platform/index.js';
import { Sessions } from '../programme/index.js';
import { Rooms } from '../rooms/index.js';
import { StageHints } from './stage-hints.js';

/** Puts people off stages when the programme changes under them: all where it is cancelled, one who speaks no longer. */
@Injectable()
export class StageLeavings implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly notices: Notices,
    private readonly sessions: Sessions,
    private readonly rooms: Rooms,
    private readonly hints: StageHints,
  ) {}

  onModuleInit(): void {
    this.facts.on('programme.released', async ({ eventId, changes, speakers }, tx) => {
      await this.cancel(
        tx,
        changes.filter(({ kind }) => kind === 'cancelled').map(({ sessionId }) => sessionId),
      );
      const sessions = speakers.length > 0 ? await this.sessions.ofEvent(eventId, tx.em) : [];
      for (const { userId, sessionIds } of speakers) {
        const spoken = sessions.filter((session) => session.speakers.some((speaker) => speaker.userId === userId));
        const still = new Set<string>(spoken.map(({ sessionId }) => sessionId));
        await this.letGo(
          tx,
          userId,
          sessionIds.filter((sessionId) => !still.has(sessionId)),
        );
      }
    });
    this.facts.on('speaker.unlinked', ({ userId, sessionIds }, tx) => this.letGo(tx, userId, sessionIds));
    this.facts.on('event.cancelled', async ({ eventId }, tx) => {
      const sessions = await this.sessions.ofEvent(eventId, tx.em);
      await this.cancel(
        tx,
        sessions.map(({ sessionId }) => sessionId),
      );
    });
  }

  private async cancel(tx: Tx, sessionIds: readonly string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    this.rooms.close(tx, 'session', sessionIds);
    for (const sessionId of sessionIds) this.hints.now(tx, 'stage.changed', sessionId);
  }

  /** They may come in again as what else they are. */
  private async letGo(tx: Tx, userId: string, sessionIds: readonly string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    this.rooms.remove(tx, userId, { kind: 'session', ids: sessionIds });
    await this.notices.tell(tx, 'watching.narrowed', { userId });
    for (const sessionId of sessionIds) this.hints.now(tx, 'stage.changed', sessionId);
  }
}
