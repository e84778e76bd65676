/**
 * the organisers' plan: what it is made from
 *   GET  /api/organise/events/:eventId/schedule            organiser                     → 200 ScheduleView
 *   PUT  /api/organise/events/:eventId/schedule/settings   organiser ScheduleSettingsPut → 200 ScheduleView
 *   POST /api/organise/events/:eventId/schedule/diagnosis  organiser ScheduleRunInput    → 200 ScheduleDiagnosis (starts nothing, changes nothing)
 *   GET  /api/organise/events/:eventId/schedule/preferences organiser                    → 200 PreferenceCounts
 * Watch topic `organise:<eventId>`: `schedule.changed` says that settings, the list of runs or a plan changed, `preferences.changed`
 * that the counts did.
 */
import { z } from 'zod';
import { InstantText, PersonName } from '../common.ts';
import { BlockId, EventId, InterpreterId, ParticipantId, ScheduleRunId } from '../ids.ts';
import { OrganisationCard } from '../people/organisations.ts';
import { ScheduleRunView } from './runs.ts';
import { scheduleFindings } from './words.ts';

export const ScheduleSettings = z.strictObject({
  /** From when and until when preferences are asked for; null: from the start, until the plan is published. */
  opensAt: InstantText.nullable(),
  preferencesUntil: InstantText.nullable(),
  /** So many `must` a person has at most. */
  mustAtMost: z.int().min(1).max(50),
  /** So many meetings a person has at most in the plan; null: as many as fit. */
  meetingsAtMost: z.int().min(1).max(100).nullable(),
  /** Two organisations meet once at most, whoever represents them. */
  pairsOnce: z.boolean(),
});
export type ScheduleSettings = z.infer<typeof ScheduleSettings>;
/** As it was read. */
export const ScheduleSettingsPut = ScheduleSettings.extend({ version: z.int().min(0) });
export type ScheduleSettingsPut = z.infer<typeof ScheduleSettingsPut>;

/** A block that the organisers plan. */
export const PlannedBlockView = z.object({
  blockId: BlockId,
  name: z.object({ en: z.string(), ja: z.string() }),
  startsAt: InstantText,
  endsAt: InstantText,
  slots: z.int(),
  rooms: z.int().nullable(),
  planPublishedAt: InstantText.nullable(),
});
export type PlannedBlockView = z.infer<typeof PlannedBlockView>;

/** How far the asking is. Numbers alone: who said what stays with them. */
export const PreferenceCounts = z.object({
  people: z.int(),
  /** Who said anything. */
  answered: z.int(),
  must: z.int(),
  meet: z.int(),
  noThanks: z.int(),
  /** Pairs of people of whom both want it. */
  mutual: z.int(),
  /** Open requests that were given to the plan. */
  requests: z.int(),
});
export type PreferenceCounts = z.infer<typeof PreferenceCounts>;

export const ScheduleView = z.object({
  eventId: EventId,
  /** 0 while nothing was ever set. */
  version: z.int(),
  settings: ScheduleSettings,
  blocks: z.array(PlannedBlockView),
  preferences: PreferenceCounts,
  /** The latest first: twenty, and all that were ever published; older ones are not kept. Their curves are empty here, each run's own address has it. */
  runs: z.array(ScheduleRunView),
  /** The run that is published and was not rolled back, the latest where there are several. */
  publishedRunId: ScheduleRunId.nullable(),
});
export type ScheduleView = z.infer<typeof ScheduleView>;

/** A cause by name. `impossible`: nothing is started; `warning`: it can be planned, but one would wonder. */
export const ScheduleFinding = z.object({
  severity: z.enum(['impossible', 'warning']),
  code: z.enum(scheduleFindings),
  /** Whom it is about, in the order in which the sentence names them. */
  people: z.array(z.object({ participantId: ParticipantId, name: PersonName, organisation: OrganisationCard })),
  interpreters: z.array(z.object({ interpreterId: InterpreterId, name: PersonName })),
  organisations: z.array(OrganisationCard),
  slots: z.array(z.object({ startsAt: InstantText, endsAt: InstantText })),
});
export type ScheduleFinding = z.infer<typeof ScheduleFinding>;

export const ScheduleDiagnosis = z.object({
  possible: z.boolean(),
  people: z.int(),
  wishes: z.int(),
  slots: z.int(),
  /** Meetings that stand and are planned around. */
  fixed: z.int(),
  /** Locked meetings of the plan that it builds on: those that stay where they are, and those that cannot in this run. */
  locked: z.int(),
  unlocked: z.int(),
  /** The impossible ones first; a hundred of them at most. */
  findings: z.array(ScheduleFinding),
  /** How many there are beside these. */
  more: z.int(),
});
export type ScheduleDiagnosis = z.infer<typeof ScheduleDiagnosis>;
