import { Injectable } from '@nestjs/common';
import type { EventInput, EventPatch, EventSummary, EventView } from '@musubi/contracts';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import {
  type Actor,
  type Command,
  DomainClock,
  DomainError,
  PolicyRegistry,
  Transactions,
  type Tx,
} from '../../platform/index.js';
import { EventSeriesEntity } from './event-series.entity.js';
import { EventEntity } from './event.entity.js';
import { assertDatesFit, fiscalYearOf, moveEvent, touchesCalendar } from './event.rules.js';
import { summaryOf, viewOf } from './event.views.js';

@Injectable()
export class Events {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly policies: PolicyRegistry,
  ) {}

  /** By start. Drafts are for organisers; cancelled events stay visible as cancelled. */
  async summaries(viewer: Actor | null): Promise<EventSummary[]> {
    const [found, now] = await Promise.all([
      this.dataSource.manager.find(EventEntity, { order: { startsAt: 'ASC', id: 'ASC' } }),
      this.clock.now(),
    ]);
    return found.filter((event) => this.maySee(viewer, event)).map((event) => summaryOf(event, now));
  }

  async view(slug: string, viewer: Actor | null): Promise<EventView> {
    const [event, now] = await Promise.all([this.bySlug(slug), this.clock.now()]);
    if (!event || !this.maySee(viewer, event)) throw new DomainError('not_found');
    return viewOf(event, now);
  }

  async create(command: Command, input: EventInput): Promise<EventView> {
    return this.transactions.command(command, async (tx) => {
      const event = await this.add(tx, input);
      return viewOf(event, tx.now);
    });
  }

  async patch(command: Command, eventId: string, patch: EventPatch): Promise<EventView> {
    return this.change(command, eventId, async (tx, event) => {
      if (event.state === 'cancelled') throw new DomainError('event.cancelled');
      assertDatesFit({ ...datesOf(event), ...patch });
      Object.assign(event, patch, datesFrom({ ...datesOf(event), ...patch }));
      event.seriesId = await seriesFor(tx, event.kind, event.startsAt);
      if (touchesCalendar(patch)) event.calendarSequence += 1;
      return () => tx.fact({ name: 'event.changed', eventId, fields: Object.keys(patch) });
    });
  }

  async publish(command: Command, eventId: string): Promise<EventView> {
    return this.change(command, eventId, async (tx, event) => {
      const was = event.state;
      event.state = moveEvent(was, 'published');
      return async () => {
        if (was !== event.state) await tx.fact({ name: 'event.published', eventId });
      };
    });
  }

  async cancel(command: Command, eventId: string): Promise<EventView> {
    return this.change(command, eventId, async (tx, event) => {
      const was = event.state;
      event.state = moveEvent(was, 'cancelled');
      if (was !== event.state) event.calendarSequence += 1;
      return async () => {
        if (was !== event.state) await tx.fact({ name: 'event.cancelled', eventId });
      };
    });
  }

  /** A draft. A webinar joins the series of its fiscal year. */
  async add(tx: Tx, input: EventInput): Promise<EventEntity> {
    assertDatesFit(input);
    const dates = datesFrom(input);
    const { identifiers } = await tx.em.insert(EventEntity, {
      ...input,
      ...dates,
      state: 'draft',
      seriesId: await seriesFor(tx, input.kind, dates.startsAt),
      changedAt: tx.now,
    });
    return tx.em.findOneByOrFail(EventEntity, { id: identifiers[0]!['id'] as string });
  }

  /** Whatever its state; inside a transaction pass its `em`. */
  async get(eventId: string, em: EntityManager = this.dataSource.manager): Promise<EventEntity | null> {
    return em.findOneBy(EventEntity, { id: eventId });
  }

  /**
   * An event that the person may know of.
   * @throws DomainError `not_found`
   */
  async require(eventId: string, viewer: Actor | null, em?: EntityManager): Promise<EventEntity> {
    const event = await this.get(eventId, em);
    if (!event || !this.maySee(viewer, event)) throw new DomainError('not_found');
    return event;
  }

  /** Inside a transaction pass its `em`. */
  async bySlug(slug: string, em: EntityManager = this.dataSource.manager): Promise<EventEntity | null> {
    return em.findOneBy(EventEntity, { slug });
  }

  /** Published and cancelled ones by start; with ids only those of them. */
  async list(ids?: readonly string[]): Promise<EventEntity[]> {
    return this.dataSource.manager.find(EventEntity, {
      where: { state: Not('draft' as const), ...(ids ? { id: In([...new Set(ids)]) } : {}) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  private maySee(viewer: Actor | null, { id, state }: EventEntity): boolean {
    return state !== 'draft' || (viewer !== null && this.policies.can(viewer, 'event.organise', { eventId: id }));
  }

  /** @param decide changes the event and says what follows once it is stored */
  private async change(
    command: Command,
    eventId: string,
    decide: (tx: Tx, event: EventEntity) => Promise<() => Promise<void>>,
  ): Promise<EventView> {
    return this.transactions.command(command, async (tx) => {
      // Not more: who is booking refers to it, and is waited for later.
      const lock = { mode: 'for_no_key_update' } as const;
      const event = await tx.em.findOne(EventEntity, { where: { id: eventId }, lock });
      if (!event) throw new DomainError('not_found');
      const follow = await decide(tx, event);
      event.changedAt = tx.now;
      await tx.em.save(event);
      await follow();
      return viewOf(event, tx.now);
    });
  }
}

type Dates = Pick<EventEntity, 'startsAt' | 'endsAt' | 'registrationOpensAt' | 'registrationClosesAt'>;
type WireDates = Record<keyof Dates, string>;

const datesOf = ({ startsAt, endsAt, registrationOpensAt, registrationClosesAt }: Dates): WireDates => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  registrationOpensAt: registrationOpensAt.toISOString(),
  registrationClosesAt: registrationClosesAt.toISOString(),
});

const datesFrom = ({ startsAt, endsAt, registrationOpensAt, registrationClosesAt }: WireDates): Dates => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  registrationOpensAt: new Date(registrationOpensAt),
  registrationClosesAt: new Date(registrationClosesAt),
});

async function seriesFor(tx: Tx, kind: EventEntity['kind'], startsAt: Date): Promise<string | null> {
  if (kind !== 'webinar') return null;
  const fiscalYear = fiscalYearOf(startsAt.toTemporalInstant());
  await tx.em.createQueryBuilder().insert().into(EventSeriesEntity).values({ fiscalYear }).orIgnore().execute();
  return (await tx.em.findOneByOrFail(EventSeriesEntity, { fiscalYear })).id;
}
