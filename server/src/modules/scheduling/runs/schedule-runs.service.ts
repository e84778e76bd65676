import { Injectable } from '@nestjs/common';
import type { PersonName, ScheduleDiagnosis, ScheduleRunOptions, ScheduleRunView } from '@musubi/contracts';
import type { Plan } from '@musubi/scheduling';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { Users } from '../../identity/index.js';
import { interpretersOf } from '../../meetings/index.js';
import { basedOn } from '../event/based-on.js';
import { EventReader, type PlannedEvent } from '../event/event-reader.service.js';
import { findingsOf, isImpossible } from '../event/findings.js';
import { refusedAs } from '../event/wishes/origin.js';
import { plannedOf, type PlannedRow } from '../plan/stored/plan-rows.js';
import { RunDesk } from './solving/run-desk.js';
import { insertRun, runOf, heldRun } from './run-rows.js';
import { runViews } from './run-views.js';

interface Prepared {
  read: PlannedEvent;
  locked: Set<string>;
  previous: Plan | null;
  diagnosis: ScheduleDiagnosis;
}

/** Runs of the scheduler: looked over before they start, started, watched and stopped. */
@Injectable()
export class ScheduleRuns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly users: Users,
    private readonly reader: EventReader,
    private readonly desk: RunDesk,
    private readonly audit: Audit,
  ) {}

  /** What a run would be given, and what is wrong with it; nothing is started. */
  async diagnose(eventId: string, options: ScheduleRunOptions): Promise<ScheduleDiagnosis> {
    return (await this.prepare(eventId, options)).diagnosis;
  }

  /**
   * @throws DomainError `schedule.impossible` with the causes by name, `schedule.running` while another run of the event is at
   * work, `schedule.unknown_block`, `schedule.no_plan` for a run to go by that has none
   */
  async start(command: Command, eventId: string, options: ScheduleRunOptions): Promise<ScheduleRunView> {
    return this.transactions.command(command, async (tx) => {
      await this.assertIdle(tx, eventId);
      const { read, locked, previous, diagnosis } = await this.prepare(eventId, options, tx);
      if (!diagnosis.possible)
        throw new DomainError('schedule.impossible', {
          findings: diagnosis.findings.filter(isImpossible),
          more: diagnosis.findings.every(isImpossible) ? diagnosis.more : 0,
        });
      const { actor } = command;
      const runId = await insertRun(tx.em, options, read, { startedBy: actor.userId, at: tx.now });
      const { problem, origins, slots } = read;
      const standing = new Set(origins.filter(({ kind }) => kind === 'confirmed').map(({ wishId }) => wishId));
      const slotIds = slots.rows.map(({ id }) => id);
      const { seed, iterations, steps, seconds, mode } = options;
      const after = { seed, iterations, steps, seconds, mode };
      await this.audit.record(tx, {
        by: actor.userId,
        did: 'schedule.started',
        on: { kind: 'schedule_run', id: runId },
        eventId,
        after,
      });
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
      tx.afterCommit(() =>
        this.desk.start({
          eventId,
          runId,
          problem,
          previous,
          seed,
          iterations,
          steps,
          seconds,
          slotIds,
          standing,
          locked,
        }),
      );
      return this.view(eventId, runId, tx.em);
    });
  }

  /** Asked for again, or once it is over: the run as it is. */
  async stop(command: Command, eventId: string, runId: string): Promise<ScheduleRunView> {
    return this.transactions.command(command, async (tx) => {
      const run = await heldRun(tx.em, eventId, runId);
      if (!run.endedAt) {
        await tx.em.query('UPDATE schedule_run SET stop_asked_at = coalesce(stop_asked_at, $2) WHERE id = $1', [
          runId,
          tx.now,
        ]);
        if (!run.stopAskedAt)
          await this.audit.record(tx, {
            by: command.actor.userId,
            did: 'schedule.stopped',
            on: { kind: 'schedule_run', id: runId },
            eventId,
          });
        tx.hint(`organise:${eventId}`, 'schedule.progressed', { eventId, runId });
        tx.afterCommit(() => this.desk.stop(runId));
      }
      return this.view(eventId, runId, tx.em);
    });
  }

  async view(eventId: string, runId: string, em: EntityManager = this.dataSource.manager): Promise<ScheduleRunView> {
    const [view] = await runViews(em, this.users, [await runOf(em, eventId, runId)]);
    return view!;
  }

  /** One run of an event at a time: the constraint decides, this says it before the work. */
  private async assertIdle(tx: Tx, eventId: string): Promise<void> {
    const [busy] = (await tx.em.query(
      `SELECT id FROM schedule_run WHERE event_id = $1 AND state IN ('queued', 'running')`,
      [eventId],
    )) as { id: string }[];
    if (busy) throw new DomainError('schedule.running', { runId: busy.id });
  }

  private async prepare(eventId: string, options: ScheduleRunOptions, tx?: Tx): Promise<Prepared> {
    const em = tx?.em ?? this.dataSource.manager;
    const event = await this.events.get(eventId, em);
    if (!event) throw new DomainError('not_found');
    const found = await this.reader.read(event, options.blockIds, tx);
    if (options.mode === 'repair' && options.basedOn === null) throw new DomainError('schedule.no_plan');
    const planned = options.basedOn === null ? [] : await this.planOf(em, eventId, options.basedOn);
    const { problem, locked, unlocked, previous, calledOff } = basedOn(found.problem, planned, {
      mode: options.mode,
      ...slotsOf(found),
    });
    const read = { ...found, problem, origins: refusedAs('called_off', calledOff, found.origins) };
    const { findings, more } = findingsOf(read, await this.interpreterNames(em, eventId));
    const fixed = problem.fixed.length;
    const standing = read.origins.filter(({ kind }) => kind === 'confirmed').length;
    const diagnosis: ScheduleDiagnosis = {
      possible: !findings.some(isImpossible),
      people: problem.people.length,
      wishes: problem.wishes.length - standing,
      slots: found.slots.chosen.length,
      fixed,
      locked: locked.size,
      unlocked,
      findings,
      more,
    };
    return { read, locked, previous, diagnosis };
  }

  /** What was taken back is a plan as it was before it was published. */
  private async planOf(em: EntityManager, eventId: string, runId: string): Promise<PlannedRow[]> {
    const { hasPlan, rolledBackAt } = await runOf(em, eventId, runId);
    if (!hasPlan) throw new DomainError('schedule.no_plan', { runId });
    const rows = await plannedOf(em, runId);
    return rolledBackAt ? rows.map((row) => ({ ...row, meetingId: null })) : rows;
  }

  private async interpreterNames(em: EntityManager, eventId: string): Promise<Map<string, PersonName>> {
    const rows = await interpretersOf(em, eventId);
    const cards = await this.users.cards(
      rows.map(({ userId }) => userId),
      em,
    );
    return new Map(
      rows.flatMap(({ id, userId }) => {
        const name = cards.get(userId)?.name;
        return name ? [[id, name] as const] : [];
      }),
    );
  }
}

/** Positions of the slots that are planned, and the others. */
function slotsOf({ slots: { rows, chosen } }: PlannedEvent) {
  const position = new Map(chosen.map((at) => [rows[at]!.id, at]));
  return { position, beside: new Set(rows.flatMap(({ id }) => (position.has(id) ? [] : [id]))) };
}
