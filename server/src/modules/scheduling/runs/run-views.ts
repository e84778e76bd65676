import type { BlockId, EventId, PersonName, ScheduleRunId, ScheduleRunView } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { Users } from '../../identity/index.js';
import type { ScheduleRunEntity } from './schedule-run.entity.js';

interface Counted {
  runId: string;
  meetings: number;
  locked: number;
}

/** Runs as organisers see them. Two queries for any number. */
export async function runViews(
  em: EntityManager,
  users: Users,
  runs: readonly ScheduleRunEntity[],
): Promise<ScheduleRunView[]> {
  if (runs.length === 0) return [];
  // A meeting that stood before is its own wish; those are not counted as held.
  const counted = (await em.query(
    `SELECT run_id AS "runId", count(*) FILTER (WHERE wish_id IS DISTINCT FROM meeting_id)::int AS meetings,
            count(*) FILTER (WHERE locked)::int AS locked
     FROM planned_meeting WHERE run_id = ANY ($1) GROUP BY run_id`,
    [runs.map(({ id }) => id)],
  )) as Counted[];
  const counts = new Map(counted.map((one) => [one.runId, one]));
  const people = await users.cards(
    runs.map(({ startedBy }) => startedBy),
    em,
  );
  return runs.map((run) => view(run, counts.get(run.id), people.get(run.startedBy)?.name ?? null));
}

function view(run: ScheduleRunEntity, counted: Counted | undefined, startedBy: PersonName | null): ScheduleRunView {
  return {
    runId: run.id as ScheduleRunId,
    eventId: run.eventId as EventId,
    number: run.number,
    state: run.state,
    stopping: run.stopAskedAt !== null && run.endedAt === null,
    failedBecause: run.failedBecause,
    mode: run.mode,
    blockIds: run.blockIds as BlockId[],
    basedOn: run.basedOn as ScheduleRunId | null,
    seed: run.seed,
    seconds: run.seconds,
    iterations: run.iterations,
    startedBy,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    progress: run.progress,
    counts: { ...run.counts, meetings: counted?.meetings ?? run.progress.meetings, locked: counted?.locked ?? 0 },
    hasPlan: run.hasPlan,
    planVersion: run.planVersion,
    publishedAt: run.publishedAt?.toISOString() ?? null,
    rolledBackAt: run.rolledBackAt?.toISOString() ?? null,
  };
}
