import type {
  InterpreterId,
  OrganisationCard,
  ParticipantCard,
  ParticipantId,
  PersonName,
  ScheduleFinding,
} from '@musubi/contracts';
import { audit, type Diagnosis, diagnose, type Problem } from '@musubi/scheduling';
import type { PlannedEvent } from './event-reader.service.js';

type Read = Pick<PlannedEvent, 'problem' | 'slots' | 'cards' | 'blockIds'>;

/** As many as anybody reads; of the others their number is told. */
export const findingsAtMost = 100;

export interface Findings {
  /** The impossible ones first. */
  findings: ScheduleFinding[];
  /** How many more there are. */
  more: number;
}

/** What is wrong with an event before it is planned, or worth knowing; each with its cause by name. O(size of the problem). */
export function findingsOf(read: Read, interpreterNames: ReadonlyMap<string, PersonName>): Findings {
  const { problem, blockIds } = read;
  const bare = (code: ScheduleFinding['code']): ScheduleFinding => ({
    severity: 'impossible',
    code,
    people: [],
    interpreters: [],
    organisations: [],
    slots: [],
  });
  if (blockIds.length === 0) return { findings: [bare('no_blocks')], more: 0 };
  if (read.slots.chosen.length === 0) return { findings: [bare('no_slots')], more: 0 };
  const diagnosed = diagnose(problem);
  const wishless = problem.wishes.length === problem.fixed.length;
  const all = wishless || diagnosed.some(isImpossible) ? diagnosed : [...diagnosed, ...fixedTogether(problem)];
  const found = [...all.filter(isImpossible), ...all.filter((one) => !isImpossible(one))].slice(0, findingsAtMost);
  const name = naming(read, interpreterNames);
  return { findings: [...(wishless ? [bare('no_wishes')] : []), ...found.map(name)], more: all.length - found.length };
}

export const isImpossible = ({ severity }: Pick<ScheduleFinding, 'severity'>): boolean => severity === 'impossible';

/** Rules that what is fixed breaks by itself, which a diagnosis does not look for: no plan could keep them. */
function fixedTogether(problem: Problem): Diagnosis[] {
  const wishes = new Map(problem.wishes.map((wish) => [wish.id, wish]));
  const meetings = problem.fixed.map(({ wishId, slot, people, interpreterId }) => ({
    wishId,
    slot,
    people: people ?? wishes.get(wishId)!.sides.flatMap((side) => side.people),
    interpreterId: interpreterId ?? null,
  }));
  return audit(problem, { meetings })
    .filter(({ rule }) => rule === 'pair_meets_twice' || rule === 'interpreter_rest')
    .map(({ ids, slots }) => ({ severity: 'impossible', code: 'fixed_not_possible', ids, slots }));
}

/** Says of whom and what a finding is. What it looks things up in is made once for all of them. */
function naming(
  { problem, slots: { rows }, cards }: Read,
  interpreterNames: ReadonlyMap<string, PersonName>,
): (one: Diagnosis) => ScheduleFinding {
  const wishes = new Map(problem.wishes.map((wish) => [wish.id, wish]));
  const organisations = new Map<string, OrganisationCard>(
    [...cards.values()].map(({ organisation }) => [organisation.organisationId, organisation]),
  );
  const peopleOf = (ids: readonly string[]): Set<string> => {
    const people = new Set<string>();
    for (const id of ids) {
      if (cards.has(id)) people.add(id);
      for (const side of wishes.get(id)?.sides ?? []) for (const one of side.people) people.add(one);
    }
    return people;
  };
  return ({ severity, code, ids, slots }) => ({
    severity,
    code,
    people: [...peopleOf(ids)].flatMap((id) => named(cards.get(id))),
    interpreters: ids.flatMap((id) => {
      const name = interpreterNames.get(id);
      return name === undefined ? [] : [{ interpreterId: id as InterpreterId, name }];
    }),
    organisations: ids.flatMap((id) => organisations.get(id) ?? []),
    slots: slots.flatMap((at) => {
      const slot = rows[at];
      return slot ? [{ startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() }] : [];
    }),
  });
}

function named(card: ParticipantCard | undefined): ScheduleFinding['people'] {
  if (!card) return [];
  const { participantId, name, organisation } = card;
  return [{ participantId: participantId as ParticipantId, name, organisation }];
}
