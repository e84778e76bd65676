import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/index.js';
import { RequestEndings } from './endings/request-endings.js';
import { insertRequest, type NewRequest, openBetween, type RequestRow } from './request-rows.js';

/**
 * Requests as they come to be. Two people have one open at a time; one whose deadline has passed is over, whether or not a
 * sweep has come by, and makes room.
 */
@Injectable()
export class NewRequests {
  constructor(private readonly endings: RequestEndings) {}

  /** @returns its id, or the request that is open between the two already */
  async write(tx: Tx, given: NewRequest): Promise<{ id: string } | { open: RequestRow }> {
    const between = { eventId: given.eventId, one: given.from.participantId, other: given.to.participantId };
    // Another round only where what stood in the way was ended meanwhile, here or by somebody else.
    for (;;) {
      const id = await insertRequest(tx.em, tx.now, given);
      if (id !== null) return { id };
      const open = await openBetween(tx.em, tx.now, between);
      if (open) return { open };
      await this.endings.expireBetween(tx, between);
    }
  }
}
