import { Injectable } from '@nestjs/common';
import type { SlotChoice } from '@musubi/contracts';
import { overlaps, subtract, type Interval } from '@musubi/time';
import { DataSource } from 'typeorm';
import { DomainClock, DomainError, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { Availabilities } from './availability.service.js';
import { alternatives, intervalOf, isOpenChoice, slotChoice, type SlotTime } from './slot-choice.rules.js';

/** Who looks at slots, as far as slots need to know. */
export interface SlotSeeker {
  participantId: string;
  userId: string;
  zone: string;
}

/** When people can meet. Constant number of queries for any number of slots. */
@Injectable()
export class Slots {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
    private readonly agenda: Agenda,
    private readonly availabilities: Availabilities,
  ) {}

  /** All slots of an event, by start; inside a transaction pass it. */
  async ofEvent(eventId: string, tx?: Tx): Promise<SlotTime[]> {
    return (tx?.em ?? this.dataSource.manager).query(
      `SELECT id, starts_at AS "startsAt", ends_at AS "endsAt" FROM meeting_slot WHERE event_id = $1 ORDER BY starts_at, id`,
      [eventId],
    ) as Promise<SlotTime[]>;
  }

  /** What every slot of the event is to these two; to me alone without `them`. */
  async choices(eventId: string, me: SlotSeeker, them: SlotSeeker | null, tx?: Tx): Promise<SlotChoice[]> {
    const slots = await this.ofEvent(eventId, tx);
    const people = them ? [me, them] : [me];
    const busy = await this.busy(slots, people, tx);
    const viewers = {
      me: { zone: me.zone, busy: busy.get(me.userId)! },
      them: them && { zone: them.zone, busy: busy.get(them.userId)! },
      held: await this.heldBy(me.userId, them?.userId ?? null, tx),
      now: tx?.now ?? (await this.clock.now()),
    };
    return slots.map((slot) => slotChoice(slot, viewers));
  }

  /** At most three other slots for these two, after the given one was lost. */
  async alternatives(eventId: string, me: SlotSeeker, them: SlotSeeker, lostSlotId: string): Promise<SlotChoice[]> {
    const choices = await this.choices(eventId, me, them);
    const lost = choices.find((choice) => choice.slotId === lostSlotId);
    return lost ? alternatives(choices, lost) : [];
  }

  /**
   * The slots of these ids, in the given order, each still open to both.
   * @throws DomainError `meeting.slot_unknown`, `meeting.slot_past`, `meeting.slot_taken` with alternatives
   */
  async proposable(
    tx: Tx,
    eventId: string,
    slotIds: readonly string[],
    { me, them }: { me: SlotSeeker; them: SlotSeeker },
  ): Promise<(SlotTime & { slotId: string })[]> {
    const choices = new Map(
      (await this.choices(eventId, me, them, tx)).map((choice) => [choice.slotId as string, choice]),
    );
    return slotIds.map((slotId) => {
      const choice = choices.get(slotId);
      if (!choice) throw new DomainError('meeting.slot_unknown', { slotId });
      if (choice.state === 'past') throw new DomainError('meeting.slot_past', { slotId });
      if (!isOpenChoice(choice)) {
        throw new DomainError('meeting.slot_taken', {
          slotId,
          alternatives: alternatives([...choices.values()], choice),
        });
      }
      return { id: slotId, slotId, startsAt: new Date(choice.startsAt), endsAt: new Date(choice.endsAt) };
    });
  }

  /** The slots ahead in which each of the people could meet somebody, by user. */
  async free(eventId: string, people: readonly SlotSeeker[]): Promise<Map<string, string[]>> {
    const now = await this.clock.now();
    const slots = (await this.ofEvent(eventId)).filter((slot) => slot.startsAt > now);
    const busy = await this.busy(slots, people);
    const during = slots.map((slot) => ({ id: slot.id, interval: intervalOf(slot) }));
    return new Map(
      [...busy].map(([userId, taken]) => [
        userId,
        during.filter(({ interval }) => !overlaps(taken, interval)).map(({ id }) => id),
      ]),
    );
  }

  /** Promised elsewhere or not offered, by user; nobody is missing from the answer. */
  async busy(slots: readonly SlotTime[], people: readonly SlotSeeker[], tx?: Tx): Promise<Map<string, Interval[]>> {
    const [first, last] = [slots[0], slots.at(-1)];
    if (!first || !last) return new Map(people.map((person) => [person.userId, []]));
    const whole = { start: first.startsAt.toTemporalInstant(), end: last.endsAt.toTemporalInstant() };
    const promised = await this.agenda.busy(
      people.map((person) => person.userId),
      first.startsAt,
      last.endsAt,
      tx,
    );
    const offered = await this.availabilities.offeredBy(
      people.map((person) => person.participantId),
      tx,
    );
    return new Map(
      people.map((person) => {
        const limits = offered.get(person.participantId);
        const withheld = limits ? subtract([whole], limits) : [];
        return [person.userId, [...(promised.get(person.userId) ?? []), ...withheld]];
      }),
    );
  }

  /** Slots that this person has proposed to others and that are not answered yet: advisory, never a claim. */
  private async heldBy(userId: string, exceptWith: string | null, tx?: Tx): Promise<Set<string>> {
    const rows = (await (tx?.em ?? this.dataSource.manager).query(
      `SELECT DISTINCT proposed.slot_id
       FROM meeting_request request JOIN meeting_request_slot proposed ON proposed.request_id = request.id
       WHERE (request.turn = 'to' AND request.from_user_id = $1 AND request.to_user_id IS DISTINCT FROM $2)
          OR (request.turn = 'from' AND request.to_user_id = $1 AND request.from_user_id IS DISTINCT FROM $2)`,
      [userId, exceptWith],
    )) as { slot_id: string }[];
    return new Set(rows.map((row) => row.slot_id));
  }
}
