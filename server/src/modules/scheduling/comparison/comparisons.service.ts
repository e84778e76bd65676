import { Injectable } from '@nestjs/common';
import type { InterpreterId, ParticipantId, PlanComparison, PlanDifference, PlanMeasures } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { interpretersOf } from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import { measuresOf } from '../plan/figures.rules.js';
import { plannedOf } from '../plan/stored/plan-rows.js';
import { cardsOf } from '../plan/stored/stored-plan.js';
import { StoredPlans } from '../plan/stored/stored-plans.service.js';
import { runOf } from '../runs/run-rows.js';
import type { ScheduleRunEntity } from '../runs/schedule-run.entity.js';
import { runViews } from '../runs/run-views.js';
import { compare, type Timed } from './comparison.rules.js';

/** Two runs of an event beside each other: what is different, and for whom. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
    private readonly participants: Participants,
    private readonly plans: StoredPlans,
  ) {}

  /** @throws DomainError `not_found` also for a run of another event, `schedule.no_plan` */
  async of(eventId: string, runId: string, withId: string): Promise<PlanComparison> {
    const em = this.dataSource.manager;
    const runs = [await runOf(em, eventId, withId), await runOf(em, eventId, runId)];
    const bare = runs.find(({ hasPlan }) => !hasPlan);
    if (bare) throw new DomainError('schedule.no_plan', { runId: bare.id });
    const [before, after] = [await timed(em, withId), await timed(em, runId)];
    const { differences, people, same } = compare(before, after);
    const cards = await this.participants.cards([...people.keys()], em);
    const [one, other] = await runViews(em, this.users, runs);
    const [was, is] = [await this.measures(em, runs[0]!), await this.measures(em, runs[1]!)];
    return {
      before: one!,
      after: other!,
      people: [...people]
        .flatMap(([id, change]) => {
          const card = cards.get(id);
          if (!card) return [];
          const { name, organisation } = card;
          return [{ participantId: id as ParticipantId, name, organisation, ...change }];
        })
        .sort((a, b) => a.after - a.before - (b.after - b.before) || (a.participantId < b.participantId ? -1 : 1)),
      differences,
      interpreters: await this.interpreters(em, eventId, differences),
      measures: { before: was, after: is },
      same,
    };
  }

  private async measures(em: EntityManager, run: ScheduleRunEntity): Promise<PlanMeasures> {
    const stored = await this.plans.of(em, run);
    return measuresOf({ ...stored, cards: await cardsOf(em, this.participants, stored) });
  }

  private async interpreters(em: EntityManager, eventId: string, differences: readonly PlanDifference[]) {
    const named = new Set(
      differences.flatMap(({ before, after }) => [before?.interpreterId ?? null, after?.interpreterId ?? null]),
    );
    const rows = (await interpretersOf(em, eventId)).filter(({ id }) => named.has(id as InterpreterId));
    const cards = await this.users.cards(
      rows.map(({ userId }) => userId),
      em,
    );
    return rows.flatMap(({ id, userId }) => {
      const name = cards.get(userId)?.name;
      return name ? [{ interpreterId: id as InterpreterId, name }] : [];
    });
  }
}

async function timed(em: EntityManager, runId: string): Promise<Timed[]> {
  const rows = await plannedOf(em, runId);
  const slots = (await em.query('SELECT id, starts_at AS "startsAt" FROM meeting_slot WHERE id = ANY ($1)', [
    [...new Set(rows.map(({ slotId }) => slotId))],
  ])) as { id: string; startsAt: Date }[];
  const starts = new Map(slots.map(({ id, startsAt }) => [id, startsAt]));
  return rows.map((row) => ({ ...row, startsAt: starts.get(row.slotId)! }));
}
