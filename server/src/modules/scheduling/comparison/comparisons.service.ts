import { Injectable } from '@nestjs/common';
import type { ParticipantId, PlanComparison } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { Participants } from '../../registration/index.js';
import { plannedOf } from '../plan/stored/plan-rows.js';
import { runOf } from '../runs/run-rows.js';
import { runViews } from '../runs/run-views.js';
import { compare, type Timed } from './comparison.rules.js';

/** Two runs of an event beside each other: what is different, and for whom. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
    private readonly participants: Participants,
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
      same,
    };
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
