import { Injectable } from '@nestjs/common';
import type { BlockTerms } from '@musubi/contracts';
import type { Tx } from '../../../../platform/index.js';
import { RequestEndings } from '../../requests/endings/request-endings.js';
import { type BlockRow, blocksOf } from '../blocks/block-rows.js';
import { endPhases } from './phase-locks.js';
import { momentOf, type Phase } from './phases.rules.js';

type Terms = Pick<BlockTerms, 'mode' | 'phases'>;

/** Whether one can ask or book there now, and could not with these terms. */
export function closedBy(block: BlockRow, terms: Terms, now: Date): boolean {
  return momentOf(block, now).open && !momentOf({ ...block, ...terms, phases: phasesOf(terms) }, now).open;
}

/** Phases that end because an organiser changes them, rather than by the clock. */
@Injectable()
export class PhaseEdits {
  constructor(private readonly endings: RequestEndings) {}

  /**
   * Where the present phase ends with these terms, or is gone, and nothing follows it: its open requests go where the organisers
   * said, by what they say now or said last. A block without phases says nothing about that: its requests wait.
   */
  async endBy(tx: Tx, block: BlockRow, terms: Terms): Promise<void> {
    const present = block.phases.find((one) => one.opensAt <= tx.now && tx.now < one.closesAt && !one.ended);
    if (!present || !closedBy(block, terms, tx.now)) return;
    // In the order of the sweep that ends phases by the clock.
    await tx.em.query('SELECT FROM meeting_phase WHERE block_id = $1 ORDER BY id FOR UPDATE', [block.id]);
    await endPhases(tx.em, [block.id]);
    const shortened = phasesOf(terms).find(({ opensAt }) => opensAt.getTime() === present.opensAt.getTime());
    const { atEnd } = shortened ?? present;
    if (atEnd === 'carry') return;
    const others = (await blocksOf(tx.em, block.eventId)).filter((one) => !momentOf(one, tx.now).open);
    const closed = [block.id, ...others.map(({ id }) => id)];
    await this.endings.endPhase(tx, block.id, { closed, toPlan: atEnd === 'to_plan' });
  }
}

const phasesOf = ({ phases }: Terms): Phase[] =>
  phases.map((phase) => ({ ...phase, opensAt: new Date(phase.opensAt), closesAt: new Date(phase.closesAt) }));
