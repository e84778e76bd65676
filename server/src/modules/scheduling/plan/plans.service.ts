import { Injectable } from '@nestjs/common';
import type {
  InterpreterId,
  OrganisationCard,
  ParticipantCard,
  PersonName,
  PlanFigures,
  PlanPerson,
  PlanSlot,
  PlanView,
  UnmetView,
} from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { Users } from '../../identity/index.js';
import { interpretersOf, PlannedEndings } from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import { runOf } from '../runs/run-rows.js';
import { runViews } from '../runs/run-views.js';
import { Explanations } from './reasons/explanations.js';
import { fairness, regionCells, unsocialMinutes, withoutStanding, worthOf } from './figures.rules.js';
import { plannedViews, unmetViews } from './plan-views.js';
import { cardsOf, isOut, madeBy, type StoredPlan } from './stored/stored-plan.js';
import { StoredPlans } from './stored/stored-plans.service.js';

/** Plans as organisers look at them. */
@Injectable()
export class Plans {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: StoredPlans,
    private readonly users: Users,
    private readonly participants: Participants,
    private readonly explanations: Explanations,
    private readonly endings: PlannedEndings,
  ) {}

  /** The same number of queries for any size. @throws DomainError `not_found`, `schedule.no_plan` */
  async view(eventId: string, runId: string): Promise<PlanView> {
    const em = this.dataSource.manager;
    const stored = await this.plans.of(em, await runOf(em, eventId, runId));
    const cards = await cardsOf(em, this.participants, stored);
    const [run] = await runViews(em, this.users, [stored.run]);
    return {
      run: run!,
      version: stored.run.planVersion,
      slots: await slotsOf(em, stored.slotIds),
      people: peopleOf(stored, cards),
      organisations: organisationsOf(cards),
      interpreters: await this.interpreters(em, eventId),
      meetings: plannedViews(stored.rows, stored),
      figures: figuresOf(stored, cards),
      ...(isOut(stored) ? { takesBack: await this.endings.ahead(madeBy(stored)) } : {}),
    };
  }

  async unmet(eventId: string, runId: string): Promise<UnmetView> {
    const em = this.dataSource.manager;
    const stored = await this.plans.of(em, await runOf(em, eventId, runId));
    return { version: stored.run.planVersion, wishes: unmetViews(stored, await this.explanations.of(stored)) };
  }

  private async interpreters(em: EntityManager, eventId: string): Promise<PlanView['interpreters']> {
    const rows = await interpretersOf(em, eventId);
    const cards = await this.users.cards(
      rows.map(({ userId }) => userId),
      em,
    );
    return rows.flatMap(({ id, userId }) => {
      const name: PersonName | null | undefined = cards.get(userId)?.name;
      return name ? [{ interpreterId: id as InterpreterId, name }] : [];
    });
  }
}

async function slotsOf(em: EntityManager, slotIds: readonly string[]): Promise<PlanSlot[]> {
  const rows = (await em.query(
    `SELECT slot.id AS "slotId", slot.block_id AS "blockId", starts_at AS "startsAt", ends_at AS "endsAt", block.rooms
     FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, place)
     JOIN meeting_slot slot ON slot.id = given.id JOIN meeting_block block ON block.id = slot.block_id ORDER BY place`,
    [[...slotIds]],
  )) as (Omit<PlanSlot, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date })[];
  return rows.map(({ startsAt, endsAt, ...slot }) => ({
    ...slot,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}

function peopleOf({ problem, plan, origins }: StoredPlan, cards: ReadonlyMap<string, ParticipantCard>): PlanPerson[] {
  const held = new Set(plan.meetings.map(({ wishId }) => wishId));
  const wishes = new Map<string, { all: number; held: number }>();
  const wished = problem.wishes.filter(({ id }) => origins.get(id)?.kind !== 'confirmed');
  for (const { id, sides } of wished)
    for (const person of sides.flatMap(({ people }) => people)) {
      const count = wishes.get(person) ?? { all: 0, held: 0 };
      count.all++;
      if (held.has(id)) count.held++;
      wishes.set(person, count);
    }
  return problem.people.flatMap(({ id, free }): PlanPerson[] => {
    const card = cards.get(id);
    if (!card) return [];
    const { participantId, name, organisation, zone } = card;
    const count = wishes.get(id) ?? { all: 0, held: 0 };
    const { organisationId } = organisation;
    return [{ participantId, name, organisationId, zone, free: [...free], wishes: count.all, held: count.held }];
  });
}

function organisationsOf(cards: ReadonlyMap<string, ParticipantCard>): OrganisationCard[] {
  const all = new Map([...cards.values()].map(({ organisation }) => [organisation.organisationId, organisation]));
  return [...all.values()].sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
}

function figuresOf(stored: StoredPlan, cards: ReadonlyMap<string, ParticipantCard>): PlanFigures {
  const { problem, plan, origins, rows } = stored;
  const standing = new Set([...origins.values()].flatMap(({ kind, wishId }) => (kind === 'confirmed' ? [wishId] : [])));
  const figured = { problem, plan, cards };
  return {
    ...worthOf(stored),
    wishes: problem.wishes.length - standing.size,
    meetings: rows.filter(({ wishId }) => !standing.has(wishId)).length,
    fairness: fairness(figured),
    unsocial: unsocialMinutes(figured),
    regions: regionCells(withoutStanding(figured, standing)),
  };
}
