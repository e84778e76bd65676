import { Injectable } from '@nestjs/common';
import type { RollBackResult, ScheduleRunId } from '@musubi/contracts';
import { Audit, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Blocks, PlannedBookings, PlannedEndings } from '../../meetings/index.js';
import { madeBy } from '../plan/stored/stored-plan.js';
import { StoredPlans } from '../plan/stored/stored-plans.service.js';
import { heldRun } from '../runs/run-rows.js';
import type { ScheduleRunEntity } from '../runs/schedule-run.entity.js';
import { meetingsByUser } from './whose.js';

/**
 * Takes a published plan back: what it booked and is still to come is cancelled, and the requests that it had answered open
 * again; it can be changed and published again.
 */
@Injectable()
export class RollingBack {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: StoredPlans,
    private readonly blocks: Blocks,
    private readonly bookings: PlannedBookings,
    private readonly endings: PlannedEndings,
    private readonly audit: Audit,
  ) {}

  /**
   * Taken back again it answers what it answered before.
   * @throws DomainError `not_found`, `schedule.not_published`
   */
  async rollBack(command: Command, eventId: string, runId: string): Promise<RollBackResult> {
    return this.transactions.command(command, async (tx) => {
      const run = await heldRun(tx.em, eventId, runId);
      if (run.rolledBack) return run.rolledBack;
      if (!run.publishedAt) throw new DomainError('schedule.not_published');
      const made = madeBy(await this.plans.of(tx.em, run));
      const { cancelled, reopened, ended } = await this.endings.cancel(tx, eventId, made);
      const people = meetingsByUser(
        cancelled.map((meeting) => ({
          meeting,
          interpreterUserId: meeting.interpretation?.interpreter?.userId ?? null,
        })),
      );
      const result: RollBackResult = {
        runId: runId as ScheduleRunId,
        rolledBackAt: tx.now.toISOString(),
        cancelled: cancelled.length,
        kept: made.length - cancelled.length,
        letters: people.length,
        reopened,
        ended,
      };
      await this.keep(tx, run, result, cancelled);
      await this.bookings.finish(
        tx,
        eventId,
        people.map(({ userId }) => userId),
      );
      await tx.fact({ name: 'plan.rolled_back', eventId, runId, people });
      const after = { cancelled: result.cancelled, kept: result.kept, reopened };
      const on = { kind: 'schedule_run', id: runId };
      await this.audit.record(tx, { by: command.actor.userId, did: 'schedule.rolled_back', on, eventId, after });
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
      return result;
    });
  }

  private async keep(
    tx: Tx,
    { id, eventId, blockIds }: ScheduleRunEntity,
    result: RollBackResult,
    cancelled: readonly { id: string }[],
  ): Promise<void> {
    await tx.em.query('UPDATE planned_meeting SET meeting_id = NULL WHERE run_id = $1 AND meeting_id = ANY ($2)', [
      id,
      cancelled.map((meeting) => meeting.id),
    ]);
    await tx.em.query('UPDATE schedule_run SET rolled_back_at = $2, rolled_back = $3 WHERE id = $1', [
      id,
      tx.now,
      JSON.stringify(result),
    ]);
    // A block that another plan is published for stays open.
    const others = (await tx.em.query(
      `SELECT DISTINCT unnest(block_ids) AS id FROM schedule_run
       WHERE event_id = $1 AND id <> $2 AND published_at IS NOT NULL AND rolled_back_at IS NULL`,
      [eventId, id],
    )) as { id: string }[];
    const kept = new Set(others.map((one) => one.id));
    await this.blocks.planned(
      tx,
      eventId,
      blockIds.filter((blockId) => !kept.has(blockId)),
      null,
    );
  }
}
