import type { Plan, PlannedMeeting } from '../problem/problem.ts';
import type { Model } from '../model/model.ts';
import type { Board } from './board.ts';
import type { Snapshot } from './snapshot.ts';

/** The plan on the board in the problem's words. */
export function planOf({ model, slotOf, chosen }: Pick<Board, 'model'> & Snapshot): Plan {
  const meetings: PlannedMeeting[] = [];
  for (let wish = 0; wish < model.wishes; wish++)
    if (slotOf[wish]! >= 0) meetings.push(meetingOf(model, wish, slotOf[wish]!, chosen[wish]!));
  meetings.sort((a, b) => a.slot - b.slot || (a.wishId < b.wishId ? -1 : 1));
  return { meetings };
}

function meetingOf({ problem }: Model, wish: number, slot: number, chosen: readonly number[] | null): PlannedMeeting {
  const { id, sides, interpreting } = problem.wishes[wish]!;
  const choices = [...(chosen ?? [])];
  const people = sides.flatMap((side) =>
    side.need === 'all' || side.people.length === 1 ? side.people : [problem.people[choices.shift()!]!.id],
  );
  const interpreterId =
    interpreting === null ? null : problem.interpreters[choices.shift()! - problem.people.length]!.id;
  return { wishId: id, slot, people, interpreterId };
}
