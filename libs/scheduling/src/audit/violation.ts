/** A rule that a plan breaks. */
export interface Violation {
  readonly rule: BrokenRule;
  /** Ids of the meetings (wishes), people, interpreters or organisations concerned, the most telling first. */
  readonly ids: readonly string[];
  readonly slots: readonly number[];
}

export const brokenRules = [
  'unknown_wish',
  'held_twice',
  'unknown_slot',
  'slot_not_allowed',
  'wrong_people',
  'not_available',
  'two_places',
  'gap',
  'over_maximum',
  'over_day_maximum',
  'over_rooms',
  'no_interpreter',
  'wrong_interpreter',
  'needless_interpreter',
  'interpreter_rest',
  'pair_meets_twice',
  'no_thanks',
  'fixed_missing',
  'fixed_moved',
  'precedence',
  'not_held',
  'spread',
] as const;
export type BrokenRule = (typeof brokenRules)[number];

export const broken = (rule: BrokenRule, ids: readonly string[], slots: readonly number[] = []): Violation => ({
  rule,
  ids,
  slots,
});
