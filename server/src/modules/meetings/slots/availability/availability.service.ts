import { Injectable } from '@nestjs/common';
import type { AvailabilityPut, AvailabilityView, MeetingId, MeetingLimits, OwnBusy } from '@musubi/contracts';
import { intersect, type Interval, normalise } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { type Command, Transactions, type Tx } from '../../../../platform/index.js';
import { Agenda } from '../../../agenda/index.js';
import { type LimitRow, limitsOf, offersOf } from './availability-rows.js';
import { offer } from './availability.rules.js';
import { limitedTimes, noLimits } from '../limits/limits.rules.js';

/** Whose time it is. */
interface Owner {
  participantId: string;
  userId: string;
  eventId: string;
}

interface BlockDays {
  id: string;
  offered: boolean;
  days: Interval[];
}

/** The times that people offer inside an event's blocks, and how much they take on. */
@Injectable()
export class Availabilities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly agenda: Agenda,
  ) {}

  async view(owner: Owner, tx?: Tx): Promise<AvailabilityView> {
    const em = tx?.em ?? this.dataSource.manager;
    const blocks = await this.blocks(em, owner.eventId);
    const offers = (await offersOf(em, [owner.participantId])).get(owner.participantId);
    const said = blocks.map(({ id, offered, days }) => {
      const offer = offers?.get(id) ?? { everything: offered, intervals: [] };
      return { everything: offer.everything, intervals: offer.everything ? days : offer.intervals };
    });
    const everything = said.every((one) => one.everything);
    const known = (await limitsOf(em, [owner.participantId])).get(owner.participantId);
    const { gapMinutes, perDay, quietUntil, quiet } = known?.limits ?? noLimits;
    return {
      everything,
      intervals: everything ? [] : normalise(said.flatMap(({ intervals }) => intervals)).map((one) => wire(one)),
      limits: { gapMinutes, perDay, quietUntil: quietUntil?.toISOString() ?? null, quiet },
      busy: [...(await this.agendaOf(owner, tx)), ...limitedBy(blocks, known)],
      outside: await this.meetingsOutside(owner.participantId, em),
    };
  }

  /** Narrowing over a confirmed meeting is allowed: the meeting stays, and the answer says so. */
  async put(command: Command, owner: Owner, input: AvailabilityPut): Promise<AvailabilityView> {
    return this.transactions.command(command, async (tx) => {
      const blocks = await this.blocks(tx.em, owner.eventId);
      const offered = offer(input, normalise(blocks.flatMap(({ days }) => days)));
      const rows = blocks.map(({ id, days }) => ({
        id,
        parts: input.everything ? [] : intersect(offered, days).map((one) => wire(one)),
      }));
      await tx.em.query(
        `INSERT INTO block_availability (participant_id, block_id, everything, offered)
         SELECT $1, block.id, $2, coalesce((
           SELECT range_agg(tstzrange(part."startsAt", part."endsAt"))
           FROM jsonb_to_recordset(block.parts) AS part ("startsAt" timestamptz, "endsAt" timestamptz)), '{}')
         FROM jsonb_to_recordset($3) AS block (id uuid, parts jsonb) ORDER BY block.id
         ON CONFLICT ON CONSTRAINT block_availability_pk DO UPDATE SET everything = excluded.everything, offered = excluded.offered`,
        [owner.participantId, input.everything, JSON.stringify(rows)],
      );
      tx.hint(`event:${owner.eventId}`, 'slots.changed', { eventId: owner.eventId });
      return this.view(owner, tx);
    });
  }

  /** Meetings that stand already are kept, however many. */
  async limit(command: Command, owner: Owner, limits: MeetingLimits): Promise<AvailabilityView> {
    return this.transactions.command(command, async (tx) => {
      await tx.em.query(
        `INSERT INTO meeting_limit (participant_id, gap_minutes, per_day, quiet_until, quiet) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT meeting_limit_pk DO UPDATE SET gap_minutes = excluded.gap_minutes, per_day = excluded.per_day,
           quiet_until = excluded.quiet_until, quiet = excluded.quiet`,
        [owner.participantId, limits.gapMinutes, limits.perDay, limits.quietUntil, limits.quiet],
      );
      tx.hint(`event:${owner.eventId}`, 'slots.changed', { eventId: owner.eventId });
      return this.view(owner, tx);
    });
  }

  private async blocks(em: EntityManager, eventId: string): Promise<BlockDays[]> {
    const rows = (await em.query(
      `SELECT block.id, block.offered, lower(day.during) AS starts_at, upper(day.during) AS ends_at
       FROM meeting_block block JOIN meeting_block_day day ON day.block_id = block.id
       WHERE block.event_id = $1 ORDER BY day.during`,
      [eventId],
    )) as { id: string; offered: boolean; starts_at: Date; ends_at: Date }[];
    return [...Map.groupBy(rows, ({ id }) => id)].map(([id, days]) => ({
      id,
      offered: days[0]!.offered,
      days: days.map((day) => ({ start: day.starts_at.toTemporalInstant(), end: day.ends_at.toTemporalInstant() })),
    }));
  }

  private async agendaOf({ userId, eventId }: Owner, tx?: Tx): Promise<OwnBusy[]> {
    const items = await this.agenda.of(userId, eventId, tx);
    return items.map(({ startsAt, endsAt, kind, title }) => ({ startsAt, endsAt, why: kind, title }));
  }

  private async meetingsOutside(participantId: string, em: EntityManager): Promise<MeetingId[]> {
    const rows = (await em.query(
      `SELECT seat.meeting_id
       FROM meeting_seat seat JOIN meeting_slot slot ON slot.id = seat.slot_id
       JOIN block_availability availability ON availability.participant_id = seat.participant_id AND availability.block_id = slot.block_id
       WHERE seat.participant_id = $1 AND seat.live AND NOT availability.everything AND NOT availability.offered @> seat.during
       ORDER BY seat.during`,
      [participantId],
    )) as { meeting_id: MeetingId }[];
    return rows.map((row) => row.meeting_id);
  }
}

/** What a person's own limits close of the blocks, for themselves to see. */
function limitedBy(blocks: readonly BlockDays[], known: LimitRow | undefined): OwnBusy[] {
  const days = normalise(blocks.flatMap((block) => block.days));
  const [first, last] = [days[0], days.at(-1)];
  if (!known || !first || !last) return [];
  const span = { start: first.start, end: last.end };
  return limitedTimes(known.limits, { ...known, span }).flatMap(({ why, ...time }) =>
    intersect([time], days).map((part) => ({ ...wire(part), why, title: null })),
  );
}

const wire = (one: Interval): { startsAt: string; endsAt: string } => ({
  startsAt: new Date(one.start.epochMilliseconds).toISOString(),
  endsAt: new Date(one.end.epochMilliseconds).toISOString(),
});
