import type { ScheduleProgress, ScheduleRunOptions } from '@musubi/contracts';
import { Brackets, type EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/index.js';
import type { PlannedEvent } from '../event/event-reader.service.js';
import { nothingYet } from './solving/curve.js';
import { ScheduleRunEntity } from './schedule-run.entity.js';

/** @throws DomainError `not_found`, also for a run of another event */
export async function runOf(em: EntityManager, eventId: string, runId: string): Promise<ScheduleRunEntity> {
  const run = await em.findOneBy(ScheduleRunEntity, { id: runId, eventId });
  if (!run) throw new DomainError('not_found');
  return run;
}

/** As {@link runOf}, held until the transaction ends. */
export async function heldRun(em: EntityManager, eventId: string, runId: string): Promise<ScheduleRunEntity> {
  await em.query('SELECT id FROM schedule_run WHERE id = $1 FOR NO KEY UPDATE', [runId]);
  return runOf(em, eventId, runId);
}

/** As many runs of an event are kept beside those that were ever published: each keeps its whole problem. */
export const runsKept = 20;

/** The latest first: as many as are kept, and every one that was ever published. */
export function runsOf(em: EntityManager, eventId: string): Promise<ScheduleRunEntity[]> {
  return em
    .createQueryBuilder(ScheduleRunEntity, 'run')
    .where('run.eventId = :eventId', { eventId })
    .andWhere(
      new Brackets((either) =>
        either
          .where('run.publishedAt IS NOT NULL')
          .orWhere(
            'run.number IN (SELECT latest.number FROM schedule_run latest WHERE latest.event_id = :eventId ORDER BY latest.number DESC LIMIT :kept)',
            { kept: runsKept },
          ),
      ),
    )
    .orderBy('run.number', 'DESC')
    .getMany();
}

/** Lets runs go that are over, that newer ones have followed, and that were never published; with their plans and problems. */
export async function clearRuns(em: EntityManager): Promise<number> {
  const [, gone] = (await em.query(
    `DELETE FROM schedule_run USING (
       SELECT id, row_number() OVER (PARTITION BY event_id ORDER BY number DESC) AS place FROM schedule_run
     ) ranked
     WHERE ranked.id = schedule_run.id AND ranked.place > $1 AND ended_at IS NOT NULL AND published_at IS NULL`,
    [runsKept],
  )) as [unknown, number];
  return gone;
}

/** @returns its id; a second one beside one that is at work is refused by its constraint */
export async function insertRun(
  em: EntityManager,
  { mode, basedOn, seed, seconds, iterations }: ScheduleRunOptions,
  { event, blockIds, slots, problem, origins }: PlannedEvent,
  { startedBy, at }: { startedBy: string; at: Date },
): Promise<string> {
  const counts = {
    people: problem.people.length,
    wishes: problem.wishes.length - origins.filter(({ kind }) => kind === 'confirmed').length,
    slots: slots.chosen.length,
    fixed: problem.fixed.length,
  };
  const [row] = (await em.query(
    `INSERT INTO schedule_run (event_id, number, state, mode, block_ids, based_on, seed, seconds, iterations, started_by, started_at, progress, counts)
     SELECT $1, coalesce(max(number), 0) + 1, 'queued', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM schedule_run WHERE event_id = $1
     RETURNING id`,
    [event.id, mode, blockIds, basedOn, seed, seconds, iterations, startedBy, at, JSON.stringify(nothingYet), counts],
  )) as { id: string }[];
  await em.query('INSERT INTO schedule_input (run_id, problem, slot_ids, origins) VALUES ($1, $2, $3, $4)', [
    row!.id,
    JSON.stringify(problem),
    slots.rows.map(({ id }) => id),
    JSON.stringify(origins),
  ]);
  return row!.id;
}

/** Says that somebody works on it, or has it in line, and how far it is. @returns whether a stop was asked for; null once it is over */
export async function beat(
  em: EntityManager,
  runId: string,
  { begun, progress }: { begun: boolean; progress: ScheduleProgress },
): Promise<{ stop: boolean } | null> {
  const [rows] = (await em.query(
    `UPDATE schedule_run SET state = CASE WHEN $3 THEN 'running' ELSE state END, beat_at = now(), progress = $2
     WHERE id = $1 AND state IN ('queued', 'running') RETURNING stop_asked_at IS NOT NULL AS stop`,
    [runId, JSON.stringify(progress), begun],
  )) as [{ stop: boolean }[], number];
  return rows[0] ?? null;
}

/** Runs whose server was not heard of for so long are over. @returns their events */
export async function endAbandoned(em: EntityManager, at: Date, silentSeconds: number): Promise<string[]> {
  const [rows] = (await em.query(
    `UPDATE schedule_run SET state = 'failed', failed_because = 'server_gone', ended_at = $1
     WHERE state IN ('queued', 'running') AND beat_at < now() - make_interval(secs => $2) RETURNING event_id AS "eventId"`,
    [at, silentSeconds],
  )) as [{ eventId: string }[], number];
  return rows.map(({ eventId }) => eventId);
}
