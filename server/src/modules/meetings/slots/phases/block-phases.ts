import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PhaseEnd } from '@musubi/contracts';
import { Jobs, type Tx } from '../../../../platform/index.js';
import { RequestEndings } from '../../requests/endings/request-endings.js';
import { blocksOf } from '../blocks/block-rows.js';
import { endPhases } from './phase-locks.js';
import { momentOf } from './phases.rules.js';

/** Ended by one sweep; what is left goes with the next. */
const sweepAtMost = 50;

interface Ended {
  blockId: string;
  eventId: string;
  atEnd: PhaseEnd;
}

/** At the end of a block's phase its open requests go where the organisers said. */
@Injectable()
export class BlockPhases implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly endings: RequestEndings,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('phases of meeting blocks end', 5, (tx) => this.endDue(tx));
  }

  /** Each end once, in the order of time. A request that can still be met in another open block lives on. */
  async endDue(tx: Tx): Promise<number> {
    const [ended] = (await tx.em.query(
      `UPDATE meeting_phase phase SET ended_at = $1 FROM meeting_block block
       WHERE block.id = phase.block_id AND phase.id IN (
         SELECT id FROM meeting_phase WHERE ended_at IS NULL AND closes_at <= $1
         ORDER BY closes_at, id LIMIT ${sweepAtMost} FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING block.id AS "blockId", block.event_id AS "eventId", phase.at_end AS "atEnd"`,
      [tx.now],
    )) as [Ended[], number];
    if (ended.length > 0)
      await endPhases(
        tx.em,
        ended.map(({ blockId }) => blockId),
      );
    for (const { blockId, eventId, atEnd } of ended) {
      tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
      if (atEnd === 'carry') continue;
      const closed = (await blocksOf(tx.em, eventId)).filter((block) => !momentOf(block, tx.now).open);
      await this.endings.endPhase(tx, blockId, { closed: closed.map(({ id }) => id), toPlan: atEnd === 'to_plan' });
    }
    return ended.length;
  }
}
