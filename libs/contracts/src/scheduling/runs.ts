/**
 * runs of the scheduler
 *   POST /api/organise/events/:eventId/schedule/runs              organiser ScheduleRunInput → 201 ScheduleRunView
 *        409 schedule.running with data.runId | 422 schedule.impossible with data.findings: ScheduleFinding[] | 409 schedule.no_plan (nothing to mend)
 *   GET  /api/organise/events/:eventId/schedule/runs/:runId       organiser                  → 200 ScheduleRunView
 *   POST /api/organise/events/:eventId/schedule/runs/:runId/stop  organiser {}               → 200 ScheduleRunView (the best plan so far follows within a second; once over: as it is)
 * Watch topic `organise:<eventId>`: `schedule.progressed` says, at most four times a second, that a run is to be read again.
 */
import { z } from 'zod';
import { InstantText, PersonName } from '../common.ts';
import { BlockId, EventId, ScheduleRunId } from '../ids.ts';
import { scheduleFailures, scheduleModes, schedulePhases, scheduleStates } from './words.ts';

export const ScheduleRunInput = z.strictObject({
  mode: z.enum(scheduleModes).default('whole'),
  /** None: every block that the organisers plan. */
  blockIds: z.array(BlockId).max(50).default([]),
  /** Whose locked meetings stay, whose meetings all stay where only empty slots are filled, and which plan is mended. */
  basedOn: ScheduleRunId.nullable().default(null),
  /** The same event, seed and number of steps give the same plan. */
  seed: z.int().min(1).max(2_147_483_647).default(1),
  seconds: z.int().min(1).max(600).default(20),
  /** Steps of work at most; null: for as long as the time allows, unless the best plan possible is found before. */
  iterations: z.int().min(1).max(10_000_000).nullable().default(null),
  /** Looks on for exactly as many steps as an earlier run with this seed says that it took: on the same event that is its plan again. */
  steps: z.int().min(1).max(10_000_000).nullable().default(null),
});
/** As it is sent: what has a default may be left out. */
export type ScheduleRunInput = z.input<typeof ScheduleRunInput>;
export type ScheduleRunOptions = z.output<typeof ScheduleRunInput>;

/** A point of the objective's curve. */
export const CurvePoint = z.object({ ms: z.int(), objective: z.number(), bound: z.number().nullable() });
export type CurvePoint = z.infer<typeof CurvePoint>;

export const ScheduleProgress = z.object({
  phase: z.enum(schedulePhases),
  ms: z.int(),
  iterations: z.int(),
  meetings: z.int(),
  /** Weight of the wishes that are held; null before the first plan. */
  objective: z.number().nullable(),
  /** No plan can be better; null while none is known. */
  bound: z.number().nullable(),
  /** How far from the bound, as a share of it. */
  gap: z.number().nullable(),
  /** Known to be the best possible. */
  proved: z.boolean(),
  /** Searches begun so far, one after the other with other seeds; none where the steps were counted. */
  tries: z.int().optional(),
  /** Steps of all searches; with the seed they repeat the run. */
  steps: z.int().optional(),
  /** At most 240 points, the first and the last among them. */
  curve: z.array(CurvePoint),
});
export type ScheduleProgress = z.infer<typeof ScheduleProgress>;

export const ScheduleRunView = z.object({
  runId: ScheduleRunId,
  eventId: EventId,
  /** 1 for the event's first. */
  number: z.int(),
  state: z.enum(scheduleStates),
  /** Stop was asked for and the plan is being put away. */
  stopping: z.boolean(),
  failedBecause: z.enum(scheduleFailures).nullable(),
  mode: z.enum(scheduleModes),
  blockIds: z.array(BlockId),
  basedOn: ScheduleRunId.nullable(),
  seed: z.int(),
  seconds: z.int(),
  iterations: z.int().nullable(),
  /** Whoever started it; null where their account is gone. */
  startedBy: PersonName.nullable(),
  startedAt: InstantText,
  endedAt: InstantText.nullable(),
  progress: ScheduleProgress,
  counts: z.object({
    people: z.int(),
    wishes: z.int(),
    slots: z.int(),
    fixed: z.int(),
    /** Held, of all wishes; the organisers' changes since included. */
    meetings: z.int(),
    locked: z.int(),
  }),
  /** Whether there is a plan to look at. */
  hasPlan: z.boolean(),
  /** Rises with each change of the plan by hand. */
  planVersion: z.int(),
  publishedAt: InstantText.nullable(),
  rolledBackAt: InstantText.nullable(),
});
export type ScheduleRunView = z.infer<typeof ScheduleRunView>;
