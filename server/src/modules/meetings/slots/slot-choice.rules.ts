import type { BlockId, SlotChoice, SlotId, SlotState } from '@musubi/contracts';
import { overlaps, type Interval, type IntervalSet } from '@musubi/time';

/** Wall-clock times between which an office answers without being asked a favour. */
export const officeHours = { from: '08:00', until: '18:30' } as const;
/** As many other times as the loser of a race is offered. */
export const alternativesAtMost = 3;

export interface SlotTime {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A slot as its block offers it. */
export interface OfferedSlot extends SlotTime {
  readonly blockId: string;
  /** As many meetings stand there as there are tables. */
  readonly full: boolean;
}

/** What may be done in the slot's block now. */
export interface SlotOpening {
  /** Whether one may ask for a time or book it by oneself. */
  readonly open: boolean;
  /** Whether a time is taken without asking. */
  readonly instant: boolean;
}

/** What is known of one of the two. */
export interface SlotPerson {
  readonly zone: string;
  /** Promised to something else, or not offered. Nobody learns which. */
  readonly busy: IntervalSet;
}

export interface SlotViewers {
  readonly me: SlotPerson;
  readonly them: SlotPerson | null;
  /** Slots that I have already proposed to somebody else: a warning, no more. */
  readonly held: ReadonlySet<string>;
  /** The first few slots that the other has proposed to others: not to be taken from under them without asking. */
  readonly promised: ReadonlySet<string>;
  /** By block. */
  readonly openings: ReadonlyMap<string, SlotOpening>;
  /** Where the meeting that is to be moved stands at present; null where there is none. */
  readonly present: string | null;
  readonly now: Date;
}

/** What a slot is to the two who may meet in it. */
export function slotChoice(
  slot: OfferedSlot,
  { me, them, held, promised, openings, present, now }: SlotViewers,
): SlotChoice {
  const during = intervalOf(slot);
  const { open, instant } = openings.get(slot.blockId) ?? { open: false, instant: false };
  const lateForMe = isLate(during, me.zone);
  const lateForThem = them !== null && isLate(during, them.zone);
  const busy = slot.full || overlaps(me.busy, during) || (them !== null && overlaps(them.busy, during));
  return {
    slotId: slot.id as SlotId,
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    blockId: slot.blockId as BlockId,
    state: stateOf({
      past: slot.startsAt <= now,
      present: slot.id === present,
      closed: !open,
      busy,
      held: held.has(slot.id),
      late: lateForMe || lateForThem,
    }),
    instant: instant && !promised.has(slot.id),
    lateForMe,
    lateForThem,
  };
}

/** Whether both could take it: nothing stands against it but a warning. */
export const isOpenChoice = ({ state }: Pick<SlotChoice, 'state'>): boolean =>
  !['past', 'busy', 'closed', 'now'].includes(state);

/** Other slots for whoever lost one: kindest first, then nearest to the one that was lost. */
export function alternatives(choices: readonly SlotChoice[], lost: Pick<SlotChoice, 'startsAt'>): SlotChoice[] {
  const order: Record<SlotState, number> = { free: 0, late: 1, held: 2, busy: 3, closed: 4, past: 5, now: 6 };
  const distance = (choice: SlotChoice) => Math.abs(Date.parse(choice.startsAt) - Date.parse(lost.startsAt));
  return choices
    .filter(isOpenChoice)
    .sort(
      (a, b) => order[a.state] - order[b.state] || distance(a) - distance(b) || a.startsAt.localeCompare(b.startsAt),
    )
    .slice(0, alternativesAtMost);
}

export function intervalOf({ startsAt, endsAt }: Pick<SlotTime, 'startsAt' | 'endsAt'>): Interval {
  return { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() };
}

function stateOf({
  past,
  present,
  closed,
  busy,
  held,
  late,
}: Record<'past' | 'present' | 'closed' | 'busy' | 'held' | 'late', boolean>): SlotState {
  if (past) return 'past';
  if (present) return 'now';
  if (busy) return 'busy';
  if (closed) return 'closed';
  if (held) return 'held';
  return late ? 'late' : 'free';
}

/** Any part of it outside of office hours on the person's wall. */
export function isLate({ start, end }: Interval, zone: string): boolean {
  const from = start.toZonedDateTimeISO(zone);
  const until = end.toZonedDateTimeISO(zone);
  const sameDay = from.toPlainDate().equals(until.toPlainDate());
  const opens = Temporal.PlainTime.from(officeHours.from);
  const closes = Temporal.PlainTime.from(officeHours.until);
  return (
    !sameDay ||
    Temporal.PlainTime.compare(from.toPlainTime(), opens) < 0 ||
    Temporal.PlainTime.compare(until.toPlainTime(), closes) > 0
  );
}
