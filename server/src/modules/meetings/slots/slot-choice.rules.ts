import type { SlotChoice, SlotId, SlotState } from '@musubi/contracts';
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
  readonly now: Date;
}

/** What a slot is to the two who may meet in it. */
export function slotChoice(slot: SlotTime, { me, them, held, now }: SlotViewers): SlotChoice {
  const during = intervalOf(slot);
  const lateForMe = isLate(during, me.zone);
  const lateForThem = them !== null && isLate(during, them.zone);
  const busy = overlaps(me.busy, during) || (them !== null && overlaps(them.busy, during));
  return {
    slotId: slot.id as SlotId,
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    state: stateOf({ past: slot.startsAt <= now, busy, held: held.has(slot.id), late: lateForMe || lateForThem }),
    lateForMe,
    lateForThem,
  };
}

/** Whether both could take it: nothing stands against it but a warning. */
export const isOpenChoice = ({ state }: Pick<SlotChoice, 'state'>): boolean => state !== 'past' && state !== 'busy';

/** Other slots for whoever lost one: kindest first, then nearest to the one that was lost. */
export function alternatives(choices: readonly SlotChoice[], lost: Pick<SlotChoice, 'startsAt'>): SlotChoice[] {
  const order: Record<SlotState, number> = { free: 0, late: 1, held: 2, busy: 3, past: 4 };
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
  busy,
  held,
  late,
}: {
  past: boolean;
  busy: boolean;
  held: boolean;
  late: boolean;
}): SlotState {
  if (past) return 'past';
  if (busy) return 'busy';
  if (held) return 'held';
  return late ? 'late' : 'free';
}

/** Any part of it outside of office hours on the person's wall. */
function isLate({ start, end }: Interval, zone: string): boolean {
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
