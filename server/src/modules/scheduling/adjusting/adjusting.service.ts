import { Injectable } from '@nestjs/common';
import type {
  AdjustPlan,
  PlanAdjusted,
  PlanAdjustment,
  PlanCheck,
  PlanConflict,
  PlannedMeetingId,
  ParticipantCard,
} from '@musubi/contracts';
import type { Wish } from '@musubi/scheduling';
import { overlaps } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit, type Command, DomainClock, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { intervalOf, Slots, type SlotTime } from '../../meetings/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import { worthOf } from '../plan/figures.rules.js';
import { plannedOf } from '../plan/stored/plan-rows.js';
import { plannedViews } from '../plan/plan-views.js';
import type { StoredPlan } from '../plan/stored/stored-plan.js';
import { StoredPlans } from '../plan/stored/stored-plans.service.js';
import { heldRun, runOf } from '../runs/run-rows.js';
import { apartNow } from '../publishing/meanwhile/apart.js';
import { type Adjusted, adjust } from './adjustment.rules.js';
import { placeAnew, raisePlan } from './adjusted-rows.js';
import { conflict } from './conflicts.js';

/** Plans changed by hand: locked, moved, swapped, unbooked and booked, by the rules by which they were made. */
@Injectable()
export class Adjusting {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly plans: StoredPlans,
    private readonly participants: Participants,
    private readonly personBlocks: PersonBlocks,
    private readonly slots: Slots,
    private readonly audit: Audit,
  ) {}

  /** What stands against a change; nothing is changed. */
  async check(eventId: string, runId: string, { adjustment }: AdjustPlan): Promise<PlanCheck> {
    const em = this.dataSource.manager;
    const stored = await this.plans.of(em, await runOf(em, eventId, runId));
    const { conflicts } = await this.tried(stored, adjustment);
    return { possible: conflicts.length === 0, conflicts };
  }

  /**
   * @throws DomainError `schedule.conflict` naming what stands against it, `schedule.plan_changed` where somebody else was faster,
   * `schedule.published`, `not_found` for a meeting or wish that is not of the plan
   */
  async adjust(
    command: Command,
    eventId: string,
    runId: string,
    { version, adjustment }: AdjustPlan,
  ): Promise<PlanAdjusted> {
    return this.transactions.command(command, async (tx) => {
      const run = await heldRun(tx.em, eventId, runId);
      if (run.publishedAt && !run.rolledBackAt) throw new DomainError('schedule.published');
      const stored = await this.plans.of(tx.em, run);
      if (run.planVersion !== version) throw new DomainError('schedule.plan_changed', { version: run.planVersion });
      const { plan, conflicts } = await this.tried(stored, adjustment, tx);
      if (conflicts.length > 0) throw new DomainError('schedule.conflict', { conflicts });
      const removed = await this.write(tx, stored, adjustment, plan);
      const next = (await raisePlan(tx.em, runId, { version, ...worthOf({ ...stored, plan }) }))!;
      await this.record(tx, command, { eventId, runId, adjustment, people: concerned(stored, plan, adjustment) });
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
      return { version: next, changed: await this.changed(tx.em, stored), removed };
    });
  }

  private async apart(em: EntityManager, eventId: string, cards: ReadonlyMap<string, ParticipantCard>) {
    const all = [...cards.values()];
    const blocked = await this.personBlocks.between(
      all.map(({ userId }) => userId),
      em,
    );
    const userOf = (id: string): string => cards.get(id)?.userId ?? id;
    return apartNow(em, eventId, { blocked, userOf, among: all.map(({ participantId }) => participantId) });
  }

  private async record(
    tx: Tx,
    { actor }: Command,
    {
      eventId,
      runId,
      adjustment,
      people,
    }: { eventId: string; runId: string; adjustment: PlanAdjustment; people: string[] },
  ): Promise<void> {
    const on = { kind: 'schedule_run', id: runId };
    await this.audit.record(tx, {
      ...{ by: actor.userId, did: 'schedule.adjusted', on, eventId },
      after: {
        do: adjustment.do,
        ...('plannedId' in adjustment ? { plannedId: adjustment.plannedId } : { wishId: adjustment.wishId }),
        ...('slotId' in adjustment ? { slotId: adjustment.slotId } : {}),
        ...('withId' in adjustment ? { withId: adjustment.withId } : {}),
        people,
      },
    });
  }

  private async tried(stored: StoredPlan, adjustment: PlanAdjustment, tx?: Tx): Promise<Adjusted> {
    if (adjustment.do === 'lock' || adjustment.do === 'unlock') {
      if (!stored.rows.some(({ id }) => id === adjustment.plannedId)) throw new DomainError('not_found');
      return { plan: stored.plan, conflicts: [] };
    }
    const adjusted = adjust(stored, adjustment);
    if (!adjusted) throw new DomainError('not_found');
    const { plan, conflicts } = adjusted;
    return { plan, conflicts: [...conflicts, ...(await this.since(stored, plan, conflicts, tx))] };
  }

  /** What people promised, withheld or said since the plan was made, and times that are not offered any more. */
  private async since(
    stored: StoredPlan,
    plan: Adjusted['plan'],
    known: readonly PlanConflict[],
    tx?: Tx,
  ): Promise<PlanConflict[]> {
    const before = new Map(stored.plan.meetings.map(({ wishId, slot }) => [wishId, slot]));
    const moved = plan.meetings.filter(({ wishId, slot }) => before.get(wishId) !== slot);
    if (moved.length === 0) return [];
    const em = tx?.em ?? this.dataSource.manager;
    const now = tx?.now ?? (await this.clock.now());
    const ids = moved.map(({ slot }) => stored.slotIds[slot]!);
    const rows = (await em.query(
      `SELECT id, starts_at AS "startsAt", ends_at AS "endsAt" FROM meeting_slot WHERE id = ANY ($1) AND retired_at IS NULL ORDER BY starts_at`,
      [ids],
    )) as SlotTime[];
    const slots = new Map(rows.map((row) => [stored.position.get(row.id)!, row]));
    const cards = await this.participants.cards(
      moved.flatMap(({ people }) => people),
      em,
    );
    const busy = await this.slots.busy(rows, [...cards.values()], tx);
    const said = new Set(known.flatMap(({ kind, people }) => (kind === 'not_free' ? people : [])));
    const wishes = new Map(stored.problem.wishes.map((wish) => [wish.id, wish]));
    const apart = await this.apart(em, stored.run.eventId, cards);
    return moved.flatMap(({ wishId, slot, people }) => {
      const time = slots.get(slot);
      if (!time) return [conflict('unknown_slot', { slots: [slot] })];
      const between = pairsOf(wishes.get(wishId)!, people).flatMap((pair) => apart(...pair) ?? []);
      if (between.length > 0)
        return [
          conflict(between.includes('not_wanted') ? 'no_thanks' : 'pair_meets_twice', {
            people: people as PlanConflict['people'],
          }),
        ];
      if (time.startsAt <= now) return [conflict('past', { slots: [slot] })];
      const taken = people.flatMap((id) => {
        const card = cards.get(id);
        const free = card && !overlaps(busy.get(card.userId) ?? [], intervalOf(time));
        return free || said.has(id as never) ? [] : [id as PlanConflict['people'][number]];
      });
      return taken.length > 0 ? [conflict('not_free', { people: taken, slots: [slot] })] : [];
    });
  }

  private async write(
    tx: Tx,
    { run, rows, plan: before, slotIds }: StoredPlan,
    adjustment: PlanAdjustment,
    plan: Adjusted['plan'],
  ): Promise<PlannedMeetingId[]> {
    if (adjustment.do === 'lock' || adjustment.do === 'unlock') {
      await tx.em.query('UPDATE planned_meeting SET locked = $3 WHERE run_id = $1 AND id = $2', [
        run.id,
        adjustment.plannedId,
        adjustment.do === 'lock',
      ]);
      return [];
    }
    const held = new Set(plan.meetings.map(({ wishId }) => wishId));
    const removed = rows.filter(({ wishId }) => !held.has(wishId)).map(({ id }) => id as PlannedMeetingId);
    await tx.em.query('DELETE FROM planned_meeting WHERE run_id = $1 AND id = ANY ($2)', [run.id, removed]);
    const standing = new Map(before.meetings.map((meeting) => [meeting.wishId, JSON.stringify(meeting)]));
    const placed = plan.meetings.filter((meeting) => standing.get(meeting.wishId) !== JSON.stringify(meeting));
    if (placed.length > 0) await placeAnew(tx.em, run.id, placed, slotIds);
    return removed;
  }

  private async changed(em: EntityManager, stored: StoredPlan): Promise<PlanAdjusted['changed']> {
    const before = new Map(stored.rows.map((row) => [row.id, JSON.stringify(row)]));
    const after = await plannedOf(em, stored.run.id);
    return plannedViews(
      after.filter((row) => before.get(row.id) !== JSON.stringify(row)),
      stored,
    );
  }
}

/** Each two of different sides. */
function pairsOf({ sides }: Wish, people: readonly string[]): (readonly [string, string])[] {
  const sideOf = (id: string): number => sides.findIndex((side) => side.people.includes(id));
  return people.flatMap((one, at) =>
    people
      .slice(at + 1)
      .filter((other) => sideOf(one) !== sideOf(other))
      .map((other) => [one, other] as const),
  );
}

/** Whose meetings a change is about. */
function concerned({ rows }: StoredPlan, after: Adjusted['plan'], adjustment: PlanAdjustment): string[] {
  if (adjustment.do === 'book')
    return [...(after.meetings.find(({ wishId }) => wishId === adjustment.wishId)?.people ?? [])];
  const ids: string[] = [adjustment.plannedId, ...(adjustment.do === 'swap' ? [adjustment.withId] : [])];
  return [...new Set(rows.flatMap(({ id, people }) => (ids.includes(id) ? people : [])))].sort();
}
