/**
 * Something wrong with a problem, or worth knowing before it is solved. `impossible`: no plan can keep it, nothing is solved.
 * `warning`: it can be solved, but the organiser would wonder.
 */
export interface Diagnosis {
  readonly severity: 'impossible' | 'warning';
  readonly code: DiagnosisCode;
  /** Ids of people, interpreters, organisations or wishes, and positions of slots, in the order in which the sentence names them. */
  readonly ids: readonly string[];
  readonly slots: readonly number[];
}

export const diagnosisCodes = [
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
export type DiagnosisCode = (typeof diagnosisCodes)[number];

export const impossible = (
  code: DiagnosisCode,
  ids: readonly string[] = [],
  slots: readonly number[] = [],
): Diagnosis => ({ severity: 'impossible', code, ids, slots });

export const warning = (
  code: DiagnosisCode,
  ids: readonly string[] = [],
  slots: readonly number[] = [],
): Diagnosis => ({ severity: 'warning', code, ids, slots });
