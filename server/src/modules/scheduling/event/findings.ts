import type { InterpreterId, ParticipantCard, ParticipantId, PersonName, ScheduleFinding } from '@musubi/contracts';
import { audit, type Diagnosis, diagnose } from '@musubi/scheduling';
import type { PlannedEvent } from './event-reader.service.js';

type Read = Pick<PlannedEvent, 'problem' | 'slots' | 'cards' | 'blockIds'>;

/** What is wrong with an event before it is planned, or worth knowing; each with its cause by name. */
export function findingsOf(read: Read, interpreterNames: ReadonlyMap<string, PersonName>): ScheduleFinding[] {
  const { problem, blockIds } = read;
  const bare = (code: ScheduleFinding['code']): ScheduleFinding => ({
    severity: 'impossible',
    code,
    people: [],
    interpreters: [],
    organisations: [],
    slots: [],
  });
  if (blockIds.length === 0) return [bare('no_blocks')];
  if (problem.slots.length === 0) return [bare('no_slots')];
  const found = diagnose(problem).map((one) => finding(one, read, interpreterNames));
  if (problem.wishes.length === problem.fixed.length) return [bare('no_wishes'), ...found];
  return [...found, ...(found.some(isImpossible) ? [] : fixedTogether(read, interpreterNames))];
}

export const isImpossible = ({ severity }: Pick<ScheduleFinding, 'severity'>): boolean => severity === 'impossible';

/** Rules that what is fixed breaks by itself, which a diagnosis does not look for: no plan could keep them. */
function fixedTogether(read: Read, names: ReadonlyMap<string, PersonName>): ScheduleFinding[] {
  const { problem } = read;
  const wishes = new Map(problem.wishes.map((wish) => [wish.id, wish]));
  const meetings = problem.fixed.map(({ wishId, slot, people, interpreterId }) => ({
    wishId,
    slot,
    people: people ?? wishes.get(wishId)!.sides.flatMap((side) => side.people),
    interpreterId: interpreterId ?? null,
  }));
  return audit(problem, { meetings })
    .filter(({ rule }) => rule === 'pair_meets_twice' || rule === 'interpreter_rest')
    .map(({ ids, slots }) => finding({ severity: 'impossible', code: 'fixed_not_possible', ids, slots }, read, names));
}

function finding(
  { severity, code, ids, slots }: Diagnosis,
  { problem, slots: { rows }, cards }: Read,
  interpreterNames: ReadonlyMap<string, PersonName>,
): ScheduleFinding {
  const wishes = new Map(problem.wishes.map((wish) => [wish.id, wish]));
  const people = new Set<string>();
  for (const id of ids) {
    if (cards.has(id)) people.add(id);
    for (const side of wishes.get(id)?.sides ?? []) for (const one of side.people) people.add(one);
  }
  const organisations = [...cards.values()].map(({ organisation }) => organisation);
  return {
    severity,
    code,
    people: [...people].flatMap((id) => named(cards.get(id))),
    interpreters: ids.flatMap((id) => {
      const name = interpreterNames.get(id);
      return name === undefined ? [] : [{ interpreterId: id as InterpreterId, name }];
    }),
    organisations: ids.flatMap((id) => {
      const found = organisations.find(({ organisationId }) => organisationId === id);
      return found ? [found] : [];
    }),
    slots: slots.flatMap((at) => {
      const slot = rows[at];
      return slot ? [{ startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() }] : [];
    }),
  };
}

function named(card: ParticipantCard | undefined): ScheduleFinding['people'] {
  if (!card) return [];
  const { participantId, name, organisation } = card;
  return [{ participantId: participantId as ParticipantId, name, organisation }];
}
