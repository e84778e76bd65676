import { Injectable } from '@nestjs/common';
import type { ParticipantId, PlanBId, PlanBInput, PlanBView } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor, DomainError, type Tx } from '../../../../platform/index.js';
import { roomWindow } from '../../booked/meeting.rules.js';
import type { MeetingRow, SideRow } from '../../booked/views/meeting-rows.js';
import { counts } from '../../booked/views/meeting-sides.js';
import { MeetingPlanBEntity } from './meeting-plan-b.entity.js';

/**
 * Another way to meet: a page elsewhere or a telephone number. A side proposes, the other agrees; an organiser sets it for
 * both. From then on the room measures nothing: that the two met is declared.
 */
@Injectable()
export class PlansB {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The newer proposal stands instead of the older one.
   * @throws DomainError `forbidden` for guests
   */
  async propose(tx: Tx, meeting: MeetingRow, by: SideRow, { kind, value }: PlanBInput): Promise<void> {
    assertDecides(by);
    const mine = (await this.of(tx.em, meeting.id)).find(({ state }) => state === 'proposed');
    if (mine?.proposedBy === by.participantId && mine.kind === kind && mine.value === value) return;
    await this.end(tx, meeting.id, 'proposed');
    await tx.em.insert(MeetingPlanBEntity, {
      meetingId: meeting.id,
      kind,
      value,
      state: 'proposed',
      proposedBy: by.participantId,
      at: tx.now,
    });
    await this.tellProposed(tx, meeting, by);
  }

  /**
   * From the other side, to exactly what was proposed.
   * @throws DomainError `forbidden` for guests, `plan_b.changed` when that is not proposed any more, or by one's own side
   */
  async agree(tx: Tx, meeting: MeetingRow, by: SideRow, planBId: string): Promise<void> {
    assertDecides(by);
    const plans = await this.of(tx.em, meeting.id);
    if (plans.some(({ id, state }) => id === planBId && state === 'set')) return;
    const proposal = plans.find(({ id, state }) => id === planBId && state === 'proposed');
    const proposer = meeting.sides.find(({ participantId }) => participantId === proposal?.proposedBy);
    if (!proposal || !proposer || proposer.side === by.side) throw new DomainError('plan_b.changed');
    await this.end(tx, meeting.id, 'set');
    await tx.em.update(MeetingPlanBEntity, { id: planBId }, { state: 'set', at: tx.now });
    await this.tellSet(tx, meeting, null);
  }

  /** By an organiser, for both; what was proposed falls. */
  async set(tx: Tx, meeting: MeetingRow, by: Actor, { kind, value }: PlanBInput): Promise<void> {
    const now = (await this.of(tx.em, meeting.id)).find(({ state }) => state === 'set');
    if (now?.setByUserId === by.userId && now.kind === kind && now.value === value) return;
    await this.endAll(tx, meeting.id);
    const plan = { meetingId: meeting.id, kind, value, state: 'set' as const, setByUserId: by.userId, at: tx.now };
    await tx.em.insert(MeetingPlanBEntity, plan);
    await this.tellSet(tx, meeting, by.userId);
  }

  /**
   * A side takes its proposal back, or says no to the other's.
   * @throws DomainError `forbidden` for guests, `plan_b.settled` where both have agreed: only an organiser undoes that
   */
  async withdraw(tx: Tx, meeting: MeetingRow, by: SideRow): Promise<void> {
    assertDecides(by);
    const plans = await this.of(tx.em, meeting.id);
    const proposed = plans.some(({ state }) => state === 'proposed');
    if (!proposed && plans.length > 0) throw new DomainError('plan_b.settled');
    await this.end(tx, meeting.id, 'proposed');
  }

  /** By an organiser: the room it is again. Wherever its people see the meeting they see that, too. */
  async clear(tx: Tx, meeting: MeetingRow): Promise<void> {
    await this.endAll(tx, meeting.id);
    tellPeople(tx, meeting);
  }

  async view(em: EntityManager, meetingId: string): Promise<{ planB: PlanBView | null; proposal: PlanBView | null }> {
    const plans = (await this.of(em, meetingId)).map(viewOf);
    const of = (state: PlanBView['state']) => plans.find((plan) => plan.state === state) ?? null;
    return { planB: of('set'), proposal: of('proposed') };
  }

  /** What one side proposes and the other has not answered. */
  async proposed(meetingId: string): Promise<PlanBView | null> {
    return (await this.view(this.dataSource.manager, meetingId)).proposal;
  }

  /** Where the meeting is held instead; null where it is the room. */
  async holding(meetingId: string): Promise<PlanBView | null> {
    return (await this.view(this.dataSource.manager, meetingId)).planB;
  }

  /** Where those of these meetings are held that are held elsewhere, by meeting. One query. */
  async elsewhere(em: EntityManager, meetingIds: readonly string[]): Promise<Map<string, PlanBView>> {
    const plans = await em.findBy(MeetingPlanBEntity, { meetingId: In([...meetingIds]), state: 'set' });
    return new Map(plans.map((plan) => [plan.meetingId, viewOf(plan)]));
  }

  private of(em: EntityManager, meetingId: string): Promise<MeetingPlanBEntity[]> {
    return em.find(MeetingPlanBEntity, {
      where: [
        { meetingId, state: 'set' },
        { meetingId, state: 'proposed' },
      ],
    });
  }

  private async endAll(tx: Tx, meetingId: string): Promise<void> {
    for (const state of ['proposed', 'set'] as const) await this.end(tx, meetingId, state);
  }

  private async end(tx: Tx, meetingId: string, state: 'proposed' | 'set'): Promise<void> {
    await tx.em.update(MeetingPlanBEntity, { meetingId, state }, { state: 'gone' });
  }

  /** Whoever may answer; once the room is open, they read it there. */
  private async tellProposed(tx: Tx, meeting: MeetingRow, by: SideRow): Promise<void> {
    if (roomWindow(meeting).opensAt <= tx.now) return;
    const { id: meetingId, eventId, sides } = meeting;
    const asked = sides.filter((one) => counts(one) && one.side < 2 && one.side !== by.side);
    const userIds = asked.map(({ userId }) => userId);
    await tx.fact({ name: 'meeting.plan_b_proposed', meetingId, eventId, userIds });
  }

  private async tellSet(tx: Tx, meeting: MeetingRow, byUserId: string | null): Promise<void> {
    const { id: meetingId, eventId, sides } = meeting;
    const userIds = sides.map(({ userId }) => userId);
    await tx.fact({ name: 'meeting.plan_b_set', meetingId, eventId, userIds, byUserId });
    tellPeople(tx, meeting);
  }
}

function tellPeople(tx: Tx, { id: meetingId, eventId, sides }: MeetingRow): void {
  const userIds = sides.map(({ userId }) => userId);
  tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
}

/** Those of the two sides that agreed on the meeting; guests and observers come along. */
function assertDecides(side: SideRow): void {
  if (!counts(side) || side.side > 1) throw new DomainError('forbidden');
}

function viewOf({ id, kind, value, state, proposedBy, at }: MeetingPlanBEntity): PlanBView {
  return {
    planBId: id as PlanBId,
    kind,
    value,
    host: kind === 'link' ? new URL(value).hostname : null,
    state: state as PlanBView['state'],
    by: proposedBy as ParticipantId | null,
    at: at.toISOString(),
  };
}
