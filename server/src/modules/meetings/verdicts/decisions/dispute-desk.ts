import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/index.js';

/** Opens and closes what is in dispute about a meeting that the transaction holds. */
@Injectable()
export class DisputeDesk {
  /** @returns how many waited */
  async close(tx: Tx, meetingId: string, place: number, outcome: 'upheld' | 'changed'): Promise<number> {
    const [, closed] = (await tx.em.query(
      `UPDATE meeting_dispute SET decided_at = $2, decided_place = $3, outcome = $4
       WHERE meeting_id = $1 AND decided_at IS NULL`,
      [meetingId, tx.now, place, outcome],
    )) as [unknown, number];
    return closed;
  }

  /** The decision was taken back: what it decided waits again. */
  async reopen(tx: Tx, meetingId: string, place: number): Promise<void> {
    await tx.em.query(
      `UPDATE meeting_dispute SET decided_at = NULL, decided_place = NULL, outcome = NULL
       WHERE meeting_id = $1 AND decided_place = $2`,
      [meetingId, place],
    );
  }
}
