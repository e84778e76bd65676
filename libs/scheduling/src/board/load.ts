import type { Plan, PlannedMeeting } from '../problem/problem.ts';
import { anybody } from './assignment.ts';
import type { Board } from './board.ts';

/**
 * Puts the meetings of a plan on the board as they were, the heaviest first, each with the same people where they still can, else with
 * others of the same side in the same slot. Answers the numbers of the wishes that no longer fit; meetings of unknown wishes are left
 * out without a word. O(meetings log meetings).
 */
export function load(board: Board, plan: Plan): number[] {
  const { model } = board;
  const { weight, choices } = model;
  const meetingOf = new Map<number, PlannedMeeting>();
  for (const meeting of plan.meetings) {
    const wish = model.wishNumber.get(meeting.wishId);
    if (wish !== undefined && board.slotOf[wish]! < 0) meetingOf.set(wish, meeting);
  }
  const order = [...meetingOf.keys()].sort((a, b) => weight[b]! - weight[a]! || a - b);
  const slotOf = (wish: number): number => meetingOf.get(wish)!.slot;
  nameAsBefore(board, meetingOf);
  // Who can stay as they are comes first: nobody loses a meeting to a stand-in.
  const displaced = order.filter((wish) => !placed(board, wish, slotOf(wish)));
  for (const wish of order) if (choices[wish]) board.named[wish] = model.named.get(wish) ?? null;
  const lost = displaced.filter((wish) => choices[wish] === null || !placed(board, wish, slotOf(wish)));
  board.commit();
  return lost;
}

/** Names for each choice whom the meeting had. */
function nameAsBefore({ model, named }: Board, meetingOf: ReadonlyMap<number, PlannedMeeting>): void {
  const { people, interpreters } = model.problem;
  const actors = new Map([...people, ...interpreters].map(({ id }, at) => [id, at]));
  for (const [wish, meeting] of meetingOf) {
    const choices = model.choices[wish];
    if (!choices) continue;
    const present = [...meeting.people, meeting.interpreterId].map((id) => (id === null ? undefined : actors.get(id)));
    named[wish] = choices.map((choice) => choice.find((actor) => present.includes(actor)) ?? anybody);
  }
}

function placed(board: Board, wish: number, slot: number): boolean {
  if (slot >= board.model.slots || !board.fits(wish, slot)) return false;
  board.place(wish, slot);
  return true;
}
