import { Injectable } from '@nestjs/common';
import type {
  ParticipantCard,
  ParticipantId,
  PlannedMeetingId,
  PublishConflict,
  PublishConflictKind,
  PublishResult,
  ScheduleRunId,
} from '@musubi/contracts';
import { Audit, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import {
  Blocks,
  type BookedInPlan,
  interpretersOf,
  PlannedBookings,
  planWishesOf,
  Slots,
  type SlotTime,
} from '../../meetings/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import { cardsOf, type StoredPlan } from '../plan/stored/stored-plan.js';
import { StoredPlans } from '../plan/stored/stored-plans.service.js';
import { heldRun } from '../runs/run-rows.js';
import { apartNow } from './meanwhile/apart.js';
import { type Meanwhile, standingAgainst } from './meanwhile/standing-against.js';
import { type ToBook, toBook } from './to-book.js';
import { meetingsByUser } from './whose.js';

type Cards = ReadonlyMap<string, ParticipantCard>;

/** Makes a plan come true: every meeting that still can be is booked, in one transaction; what cannot is said and kept. */
@Injectable()
export class Publishing {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: StoredPlans,
    private readonly agenda: Agenda,
    private readonly participants: Participants,
    private readonly personBlocks: PersonBlocks,
    private readonly blocks: Blocks,
    private readonly slots: Slots,
    private readonly bookings: PlannedBookings,
    private readonly audit: Audit,
  ) {}

  /**
   * Published again it answers what it answered before.
   * @throws DomainError `not_found`, `schedule.no_plan`, `schedule.plan_changed` where it was changed since it was read
   */
  async publish(command: Command, eventId: string, runId: string, version: number): Promise<PublishResult> {
    return this.transactions.command(command, async (tx) => {
      const run = await heldRun(tx.em, eventId, runId);
      if (run.published && !run.rolledBackAt) return run.published;
      const stored = await this.plans.of(tx.em, run);
      if (run.planVersion !== version) throw new DomainError('schedule.plan_changed', { version: run.planVersion });
      const { booked, refused, cards } = await this.bookAll(tx, stored);
      const people = meetingsByUser(booked.values());
      const published: PublishResult = {
        runId: runId as ScheduleRunId,
        publishedAt: tx.now.toISOString(),
        published: booked.size,
        stood: stored.rows.filter(({ meetingId }) => meetingId !== null).length,
        letters: people.length,
        conflicts: [...refused].map(([one, kind]) => ({ ...told(one, cards), kind })),
        withoutInterpreter: [...booked].flatMap(([one, { interpreterUserId }]) =>
          one.booking.interpretation && interpreterUserId === null ? [told(one, cards)] : [],
        ),
      };
      await this.keep(tx, stored, { booked, refused, published });
      await this.blocks.planned(tx, eventId, run.blockIds, tx.now);
      await tx.fact({ name: 'plan.published', eventId, runId, people });
      const after = { published: booked.size, conflicts: refused.size };
      const on = { kind: 'schedule_run', id: runId };
      await this.audit.record(tx, { by: command.actor.userId, did: 'schedule.published', on, eventId, after });
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
      await this.bookings.finish(
        tx,
        eventId,
        people.map(({ userId }) => userId),
      );
      return published;
    });
  }

  /** The most wanted first, so that they have the tables. */
  private async bookAll(tx: Tx, stored: StoredPlan) {
    const { eventId } = stored.run;
    const cards = await cardsOf(tx.em, this.participants, stored);
    const all = await this.toBook(tx, stored, cards);
    const open = await this.bookings.hold(
      tx,
      eventId,
      all.map(({ booking }) => booking),
    );
    const meanwhile = await this.meanwhile(tx, eventId, all, cards);
    const booked = new Map<ToBook, BookedInPlan>();
    const refused = new Map<ToBook, PublishConflictKind>();
    const possible = all.filter((one) => {
      const against = standingAgainst(one, meanwhile);
      if (against) refused.set(one, against);
      return !against;
    });
    const outcomes = await this.bookings.bookAll(
      tx,
      possible.map(({ booking }) => booking),
      { eventId, open, cards },
    );
    for (const [at, outcome] of outcomes.entries())
      if (typeof outcome === 'string') refused.set(possible[at]!, outcome);
      else booked.set(possible[at]!, outcome);
    return { booked, refused, cards };
  }

  private async toBook(tx: Tx, { run, rows, problem, origins }: StoredPlan, cards: Cards): Promise<ToBook[]> {
    const wanting = rows.filter(({ meetingId }) => meetingId === null);
    const slots = (await tx.em.query(
      `SELECT id, starts_at AS "startsAt", ends_at AS "endsAt" FROM meeting_slot WHERE id = ANY ($1)`,
      [[...new Set(wanting.map(({ slotId }) => slotId))]],
    )) as SlotTime[];
    const sources = {
      wishes: new Map(problem.wishes.map((wish) => [wish.id, wish])),
      origins,
      slots: new Map(slots.map((slot) => [slot.id, slot])),
      cards,
      given: new Map((await planWishesOf(tx.em, run.eventId)).map((wish) => [wish.requestId, wish])),
      interpreters: new Map((await interpretersOf(tx.em, run.eventId)).map((one) => [one.id, one])),
    };
    return wanting
      .flatMap((row) => toBook(row, sources) ?? [])
      .sort((a, b) => b.weight - a.weight || (a.row.wishId < b.row.wishId ? -1 : 1));
  }

  private async meanwhile(tx: Tx, eventId: string, all: readonly ToBook[], cards: Cards): Promise<Meanwhile> {
    const people = [
      ...new Set(all.flatMap(({ booking }) => booking.sides.flat().map(({ participantId }) => participantId))),
    ].map((id) => cards.get(id)!);
    const userIds = people.map(({ userId }) => userId as string);
    const slots = [...new Map(all.map(({ booking: { slot } }) => [slot.id, slot])).values()].sort(
      (a, b) => a.startsAt.getTime() - b.startsAt.getTime(),
    );
    const here = new Set((await this.participants.ofEvent(eventId, tx.em)).map(({ participantId }) => participantId));
    const blocked = await this.personBlocks.between(userIds, tx.em);
    const [first, last] = [slots[0], slots.at(-1)];
    return {
      now: tx.now,
      here: (id) => here.has(id),
      apart: await apartNow(tx.em, eventId, {
        blocked,
        userOf: (id) => cards.get(id)!.userId,
        among: people.map(({ participantId }) => participantId),
      }),
      promised: first && last ? await this.agenda.busy(userIds, first.startsAt, last.endsAt, tx) : new Map(),
      busy: await this.slots.busy(slots, people, tx),
    };
  }

  private async keep(
    tx: Tx,
    { run }: StoredPlan,
    {
      booked,
      refused,
      published,
    }: {
      booked: ReadonlyMap<ToBook, BookedInPlan>;
      refused: ReadonlyMap<ToBook, PublishConflictKind>;
      published: PublishResult;
    },
  ): Promise<void> {
    const outcomes = [
      ...[...booked].map(([{ row }, { meeting }]) => ({ id: row.id, meetingId: meeting.id, conflict: null })),
      ...[...refused].map(([{ row }, kind]) => ({ id: row.id, meetingId: null, conflict: kind })),
    ];
    await tx.em.query(
      `UPDATE planned_meeting planned SET meeting_id = given."meetingId", conflict = given.conflict
       FROM jsonb_to_recordset($1) AS given (id uuid, "meetingId" uuid, conflict text) WHERE planned.id = given.id`,
      [JSON.stringify(outcomes)],
    );
    await tx.em.query(
      'UPDATE schedule_run SET published_at = $2, published = $3, rolled_back_at = NULL, rolled_back = NULL WHERE id = $1',
      [run.id, tx.now, JSON.stringify(published)],
    );
  }
}

function told({ row, booking }: ToBook, cards: Cards): Omit<PublishConflict, 'kind'> {
  return {
    plannedId: row.id as PlannedMeetingId,
    startsAt: booking.slot.startsAt.toISOString(),
    people: row.people.flatMap((id) => {
      const card = cards.get(id);
      return card ? [{ participantId: id as ParticipantId, name: card.name }] : [];
    }),
  };
}
