import { Injectable } from '@nestjs/common';
import type { BlockId, BlockInput, BlockView, EventId, SlotId } from '@musubi/contracts';
import { slotsOf, wallInterval } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { MeetingBlockEntity } from './meeting-block.entity.js';

interface SlotRow {
  id: SlotId;
  block_id: string;
  starts_at: Date;
  ends_at: Date;
}

/** Periods for meetings: written on the wall of the event's zone, kept as slots that never move. */
@Injectable()
export class Blocks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** By their first date. */
  async ofEvent(eventId: string, em: EntityManager = this.dataSource.manager): Promise<BlockView[]> {
    const blocks = await em.findBy(MeetingBlockEntity, { eventId });
    const slots = (await em.query(
      'SELECT id, block_id, starts_at, ends_at FROM meeting_slot WHERE event_id = $1 ORDER BY starts_at, id',
      [eventId],
    )) as SlotRow[];
    const slotsByBlock = Map.groupBy(slots, (slot) => slot.block_id);
    return blocks
      .map((block) => viewOf(block, slotsByBlock.get(block.id) ?? []))
      .sort((a, b) => (a.slots[0]?.startsAt ?? '').localeCompare(b.slots[0]?.startsAt ?? ''));
  }

  async create(command: Command, event: { id: string; zone: string }, input: BlockInput): Promise<BlockView> {
    return this.transactions.command(command, (tx) => this.add(tx, event, input));
  }

  /** @throws DomainError `request.invalid` where no slot fits; an overlap is refused by the exclusion on its days */
  async add(tx: Tx, event: { id: string; zone: string }, input: BlockInput): Promise<BlockView> {
    const dates = [...new Set(input.dates)].sort();
    if (input.from === input.until) throw invalid('until', 'the block has no length');
    const plan = { ...input, dates, zone: event.zone };
    const slots = slotsOf(plan);
    if (slots.length === 0) throw invalid('slotMinutes', 'no slot fits into the block');
    const days = dates.map((date) => ({ date, ...wallInterval(date, input.from, input.until, event.zone) }));
    const [block] = (await tx.em.query(
      `INSERT INTO meeting_block (event_id, dates, from_wall, until_wall, slot_minutes, gap_minutes)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [event.id, dates, input.from, input.until, input.slotMinutes, input.gapMinutes],
    )) as { id: string }[];
    await tx.em.query(
      `INSERT INTO meeting_block_day (block_id, date, event_id, during)
       SELECT $1, date, $2, tstzrange(starts_at, ends_at)
       FROM unnest($3::text[], $4::timestamptz[], $5::timestamptz[]) AS day (date, starts_at, ends_at)`,
      [
        block!.id,
        event.id,
        days.map((day) => day.date),
        days.map((day) => iso(day.start)),
        days.map((day) => iso(day.end)),
      ],
    );
    await tx.em.query(
      `INSERT INTO meeting_slot (event_id, block_id, starts_at, ends_at, during)
       SELECT $1, $2, starts_at, ends_at, tstzrange(starts_at, ends_at)
       FROM unnest($3::timestamptz[], $4::timestamptz[]) AS slot (starts_at, ends_at)`,
      [event.id, block!.id, slots.map((slot) => iso(slot.start)), slots.map((slot) => iso(slot.end))],
    );
    tx.hint(`event:${event.id}`, 'slots.changed', { eventId: event.id });
    const views = await this.ofEvent(event.id, tx.em);
    return views.find((view) => view.blockId === block!.id)!;
  }
}

const iso = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds).toISOString();

const invalid = (path: string, message: string) => new DomainError('request.invalid', undefined, [{ path, message }]);

function viewOf(block: MeetingBlockEntity, slots: readonly SlotRow[]): BlockView {
  return {
    blockId: block.id as BlockId,
    eventId: block.eventId as EventId,
    from: block.fromWall,
    until: block.untilWall,
    dates: block.dates,
    slotMinutes: block.slotMinutes,
    gapMinutes: block.gapMinutes,
    slots: slots.map((slot) => ({
      slotId: slot.id,
      startsAt: slot.starts_at.toISOString(),
      endsAt: slot.ends_at.toISOString(),
    })),
  };
}
