/** The closed lists of the organisers' plan. No zod here, as in vocabulary.ts. */

/** What a person says about meeting another one. Whoever says nothing is `none`. */
export const meetingPreferences = ['must', 'meet', 'none', 'no_thanks'] as const;
export type MeetingPreference = (typeof meetingPreferences)[number];

/**
 * The whole event anew, but for what stands or is locked; only slots that the plan before it left empty; or that plan mended with few
 * changes after people dropped out or called off.
 */
export const scheduleModes = ['whole', 'only_empty', 'repair'] as const;
export type ScheduleMode = (typeof scheduleModes)[number];

/** `stopped`: on request, with the best plan so far. `failed`: without a plan, or with the server that worked on it. */
export const scheduleStates = ['queued', 'running', 'stopped', 'done', 'failed'] as const;
export type ScheduleState = (typeof scheduleStates)[number];

/** `waiting`: for another run to end; `again`: from the beginning in another order, for something better than there is. */
export const schedulePhases = [
  'waiting',
  'first',
  'pricing',
  'placing',
  'improving',
  'comfort',
  'proving',
  'again',
  'done',
] as const;
export type SchedulePhase = (typeof schedulePhases)[number];

/** Why a run failed: its server went away, the plan broke a rule and was thrown away, nobody had a wish, or something else. */
export const scheduleFailures = ['server_gone', 'audit_failed', 'no_plan', 'internal'] as const;
export type ScheduleFailure = (typeof scheduleFailures)[number];

/** What is wrong with an event before anything is planned, or worth knowing. */
export const scheduleFindings = [
  'no_blocks',
  'no_wishes',
  'no_slots',
  'slot_ends_before_start',
  'duplicate_id',
  'unknown_id',
  'unknown_slot',
  'invalid_number',
  'too_few_sides',
  'empty_side',
  'person_twice_in_wish',
  'no_rooms',
  'person_without_availability',
  'fixed_twice',
  'fixed_clash',
  'fixed_unavailable',
  'fixed_over_maximum',
  'fixed_over_rooms',
  'fixed_refused',
  'fixed_not_possible',
  'precedence_cycle',
  'fixed_against_precedence',
  'more_meetings_than_slots',
  'more_meetings_than_rooms',
  'wish_without_slot',
  'not_with_this_goal',
] as const;
export type ScheduleFindingCode = (typeof scheduleFindings)[number];

/** Why a wish is not held, in order of what weighs most. */
export const unmetBecause = [
  'no_thanks',
  'apart',
  'called_off',
  'no_common_slot',
  'not_allowed',
  'pair_meets_already',
  'maximum_reached',
  'gap',
  'no_room',
  'no_interpreter',
  'displaced',
  'not_planned',
] as const;
export type UnmetBecause = (typeof unmetBecause)[number];

/** Why a meeting cannot stand where somebody wants to put it. */
export const planConflicts = [
  'past',
  'not_free',
  'two_places',
  'gap',
  'maximum',
  'day_maximum',
  'rooms',
  'interpreter',
  'interpreter_rest',
  'pair_meets_twice',
  'no_thanks',
  'unknown_slot',
  'locked',
  'other',
] as const;
export type PlanConflictKind = (typeof planConflicts)[number];

/** What kept a planned meeting from being published; everything else was. */
export const publishConflicts = [
  'past',
  'time_taken',
  'not_offered',
  'person_left',
  'not_wanted',
  'meet_already',
] as const;
export type PublishConflictKind = (typeof publishConflicts)[number];

/** A time that came free, offered to two who both wish it. */
export const gapStates = ['open', 'taken', 'declined', 'gone'] as const;
export type GapState = (typeof gapStates)[number];
