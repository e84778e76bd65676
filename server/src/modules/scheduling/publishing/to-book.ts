import type { ParticipantCard } from '@musubi/contracts';
import type { Wish } from '@musubi/scheduling';
import { pairOf, type PlannedBooking, type PlanWish, type SlotTime } from '../../meetings/index.js';
import { languageOf } from '../event/wishes/common-language.js';
import type { Origin } from '../event/wishes/origin.js';
import type { PlannedRow } from '../plan/stored/plan-rows.js';

/** A planned meeting as it is to be booked. */
export interface ToBook {
  row: PlannedRow;
  weight: number;
  booking: PlannedBooking;
}

export interface BookingSources {
  wishes: ReadonlyMap<string, Wish>;
  origins: ReadonlyMap<string, Origin>;
  slots: ReadonlyMap<string, SlotTime>;
  cards: ReadonlyMap<string, ParticipantCard>;
  /** Requests that were given to the plan, by id. */
  given: ReadonlyMap<string, PlanWish>;
  /** By id. */
  interpreters: ReadonlyMap<string, { userId: string; pairs: readonly string[] }>;
}

/** @returns null where somebody of it is not known any more */
export function toBook(row: PlannedRow, sources: BookingSources): ToBook | null {
  const wish = sources.wishes.get(row.wishId);
  const slot = sources.slots.get(row.slotId);
  if (!wish || !slot) return null;
  const sides = sidesOf(row, wish, sources);
  if (!sides) return null;
  const given = sources.given.get(sources.origins.get(row.wishId)?.requestId ?? '');
  const [one, other] = sides;
  // Who asked comes first.
  const asked = given && other.some(({ participantId }) => participantId === given.from) ? [other, one] : [one, other];
  const interpreter = sources.interpreters.get(row.interpreterId ?? '');
  const pair = wish.interpreting?.find((each) => interpreter?.pairs.includes(each)) ?? wish.interpreting?.[0];
  const languages = sides.map((side) => side.flatMap(({ workingLanguages }) => workingLanguages));
  return {
    row,
    weight: wish.weight,
    booking: {
      slot,
      sides: asked as unknown as PlannedBooking['sides'],
      reason: given?.reason ?? null,
      language: given?.language ?? languageOf(languages[0]!, languages[1]!),
      opportunityIds: given?.opportunityIds ?? [],
      interpretation: pair === undefined ? null : { languages: pairOf(pair), userId: interpreter?.userId ?? null },
    },
  };
}

type Coming = [ParticipantCard, ...ParticipantCard[]];

/** Who comes of each side, whoever was asked for first. */
function sidesOf(
  { people }: PlannedRow,
  { id, sides }: Wish,
  { cards, origins }: BookingSources,
): [Coming, Coming] | null {
  const contacts: readonly string[] = origins.get(id)?.contacts ?? [];
  const coming: ParticipantCard[][] = [];
  let at = 0;
  for (const side of sides) {
    const count = side.need === 'all' ? side.people.length : 1;
    const found = people.slice(at, at + count).flatMap((one) => cards.get(one) ?? []);
    if (found.length < count) return null;
    const isContact = ({ participantId }: ParticipantCard) => contacts.includes(participantId);
    coming.push(found.toSorted((a, b) => Number(isContact(b)) - Number(isContact(a))));
    at += count;
  }
  return coming as [Coming, Coming];
}
