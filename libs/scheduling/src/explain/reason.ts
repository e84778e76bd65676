import type { Board } from '../board/board.ts';
import { hasBit } from '../model/bits.ts';
import { clash } from '../problem/clashes.ts';
import { asked, obstacles } from './obstacles.ts';
import type { Remedy } from './remedy.ts';

/** Why a wish is not held, in order of what weighs most. */
export const unmetReasons = [
  'no_thanks',
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
export type UnmetReason = (typeof unmetReasons)[number];

/** A reason, and who or what it is about: people, interpreters, or the meetings that are held instead. */
export type Reason = readonly [UnmetReason, readonly string[]];

/**
 * What keeps the wish from being held as things are: looked for only in slots for which everybody is there, where they may meet.
 * @param absent who would have to be free in the slot that asks least
 */
export function reasonOf(board: Board, wish: number, absent: readonly string[]): Reason {
  const { model } = board;
  const { problem } = model;
  const slots = [...problem.slots.keys()];
  const common = slots.filter((slot) => everybodyIsFree(board, wish, slot));
  if (common.length === 0) return ['no_common_slot', absent];
  const allowed = problem.wishes[wish]!.slots;
  const open = allowed === null ? common : common.filter((slot) => allowed.includes(slot));
  if (open.length === 0) return ['not_allowed', []];
  for (const pair of model.pairs[wish] ?? [])
    if (board.pairUsed[pair]! >= 0) return ['pair_meets_already', [problem.wishes[board.pairUsed[pair]!]!.id]];
  let least: readonly Remedy[] | null = null;
  for (const slot of open) {
    const remedies = obstacles(board, wish, slot);
    if (remedies === null || remedies.some(({ kind }) => kind === 'make_free')) continue;
    if (least === null || asked(remedies) < asked(least)) least = remedies;
  }
  return least === null ? ['displaced', inTheWay(board, wish, open)] : ofRemedies(least);
}

/** Whether all people whom the wish needs are free in the slot, and one of each side that sends one. */
function everybodyIsFree({ model }: Board, wish: number, slot: number): boolean {
  const free = (actor: number): boolean => hasBit(model.free, actor * model.words, slot);
  for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) if (!free(model.need[at]!)) return false;
  return sidesOf(model.choices[wish], model.people).every((choice) => choice.some(free));
}

/** Choices of people; interpreters are another matter. */
const sidesOf = (choices: readonly Int32Array[] | null | undefined, people: number): Int32Array[] =>
  (choices ?? []).filter((choice) => choice.length > 0 && choice[0]! < people);

function ofRemedies(remedies: readonly Remedy[]): Reason {
  const actors = (...kinds: Remedy['kind'][]): string[] => [
    ...new Set(remedies.flatMap((one) => (kinds.includes(one.kind) && 'actorId' in one ? [one.actorId] : []))),
  ];
  const has = (kind: Remedy['kind']): boolean => remedies.some((one) => one.kind === kind);
  const full = actors('raise_maximum', 'raise_day_maximum');
  if (full.length > 0) return ['maximum_reached', full];
  if (has('shorten_gap')) return ['gap', actors('shorten_gap')];
  if (has('add_room')) return ['no_room', []];
  if (has('add_interpreter') || has('skip_rest')) return ['no_interpreter', actors('skip_rest')];
  const instead = remedies.flatMap((one) => (one.kind === 'give_up' ? [one.wishId] : []));
  return instead.length > 0 ? ['displaced', instead] : ['not_planned', []];
}

/** Meetings of the wish's people in or about these slots, and those that have to come before or after it. */
function inTheWay(board: Board, wish: number, slots: readonly number[]): string[] {
  const { model } = board;
  const { problem } = model;
  const found = new Set<number>();
  const people = [...model.need.subarray(model.needStart[wish], model.needStart[wish + 1])];
  for (const choice of sidesOf(model.choices[wish], model.people)) people.push(...choice);
  for (const actor of people)
    for (let other = 0; other < model.slots; other++) {
      const meeting = board.at[actor * model.slots + other]!;
      if (meeting >= 0 && slots.some((slot) => clash(problem.slots[other]!, problem.slots[slot]!, 0)))
        found.add(meeting);
    }
  for (const other of [...(model.before[wish] ?? []), ...(model.after[wish] ?? [])])
    if (board.slotOf[other]! >= 0) found.add(other);
  return [...found].map((meeting) => problem.wishes[meeting]!.id);
}
