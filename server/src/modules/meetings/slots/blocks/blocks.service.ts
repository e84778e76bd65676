import { Injectable } from '@nestjs/common';
import type { BlockChange, BlockInput, BlockMeeting, BlockMode, BlockPreview, BlockView } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import {
  Audit,
  type AuditAct,
  type AuditState,
  type Command,
  DomainClock,
  DomainError,
  Transactions,
  type Tx,
  violatedConstraint,
} from '../../../../platform/index.js';
import { slotsChange, type KnownSlot } from './block-change.rules.js';
import { type BlockRow, blocksOf, blockView, heldBlock, slotsOfBlocks } from './block-rows.js';
import { planBlock } from './block-terms.rules.js';
import {
  insertBlock,
  meetingsIn,
  openRequestsOn,
  replaceDays,
  replacePhases,
  setSlots,
  setTables,
  updateBlock,
} from './block-writing.js';
import { closedBy, PhaseEdits } from '../phases/phase-edits.js';
import { RequestEndings } from '../../requests/endings/request-endings.js';

/** A block as it is kept, or as it is shown. */
type LoggedTerms = Pick<
  BlockView,
  'dates' | 'from' | 'until' | 'slotMinutes' | 'gapMinutes' | 'rooms' | 'offered' | 'mode' | 'pairing' | 'apart'
> & { phases: readonly { mode: BlockMode; opensAt: string | Date; closesAt: string | Date; atEnd: string }[] };

interface Place {
  id: string;
  zone: string;
}

/** Periods for meetings: written on the wall of the event's zone, kept as slots that never move. */
@Injectable()
export class Blocks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly endings: RequestEndings,
    private readonly ending: PhaseEdits,
    private readonly audit: Audit,
  ) {}

  /** By their first slot. Who is kept apart is told to organisers alone. */
  async ofEvent(eventId: string, reader: 'organiser' | 'participant' = 'organiser', tx?: Tx): Promise<BlockView[]> {
    const em = tx?.em ?? this.dataSource.manager;
    const now = tx?.now ?? (await this.clock.now());
    const blocks = await blocksOf(em, eventId);
    const slots = await slotsOfBlocks(
      em,
      blocks.map(({ id }) => id),
    );
    return blocks
      .map((block) => blockView(block, slots.get(block.id) ?? [], now, reader))
      .sort((a, b) => (a.slots[0]?.startsAt ?? '').localeCompare(b.slots[0]?.startsAt ?? ''));
  }

  async create(command: Command, event: Place, input: BlockInput): Promise<BlockView> {
    return this.transactions.command(command, async (tx) => {
      const block = await this.add(tx, event, input);
      await this.log(tx, command, 'block.added', event.id, block.blockId, { after: termsOf(block) });
      return block;
    });
  }

  /** @throws DomainError `request.invalid` where no slot fits; an overlap is refused by the exclusion on its days */
  async add(tx: Tx, event: Place, input: BlockInput): Promise<BlockView> {
    const { terms, days, slots } = planBlock(input, event.zone);
    const blockId = await insertBlock(tx.em, event.id, terms);
    await replaceDays(tx.em, { eventId: event.id, blockId }, days);
    await setTables(tx.em, blockId, terms.rooms);
    await replacePhases(tx, blockId, terms.phases);
    await setSlots(tx, { eventId: event.id, blockId }, { kept: [], revived: [], removed: [], added: [...slots] });
    return this.changed(tx, event.id, blockId);
  }

  /** What a change would do, without doing it. @throws DomainError `not_found`, `request.invalid` */
  async preview(event: Place, blockId: string, input: BlockInput): Promise<BlockPreview> {
    const em = this.dataSource.manager;
    const { slots, terms } = planBlock(input, event.zone);
    const block = (await blocksOf(em, event.id)).find(({ id }) => id === blockId);
    if (!block) throw new DomainError('not_found');
    const { kept, revived, removed, added } = slotsChange(await knownSlots(em, blockId), slots);
    const closes = closedBy(block, terms, await this.clock.now());
    return {
      kept: kept.length,
      added: added.length + revived.length,
      removed: removed.length,
      requests: await openRequestsOn(em, closes ? [...kept, ...removed] : removed),
      inTheWay: await meetingsIn(em, removed),
    };
  }

  /**
   * Slots that nobody sits in follow the new terms; those that stay keep their ids.
   * @throws DomainError `not_found`, `block.changed` when somebody else was faster, `block.in_use` naming the meetings to be moved first
   */
  async change(
    command: Command,
    event: Place,
    blockId: string,
    { version, ...input }: BlockChange,
  ): Promise<BlockView> {
    return this.transactions.command(command, async (tx) => {
      const { terms, days, slots } = planBlock(input, event.zone);
      const block = await this.require(tx, event.id, blockId);
      if (block.version !== version) throw new DomainError('block.changed');
      // Before its slots are held: whoever answers one of these requests holds it and comes for a slot.
      await this.ending.endBy(tx, block, terms);
      const change = slotsChange(await knownSlots(tx.em, blockId, 'held'), slots);
      this.assertFree(await meetingsIn(tx.em, change.removed));
      await updateBlock(tx.em, blockId, terms);
      await replaceDays(tx.em, { eventId: event.id, blockId }, days);
      await replacePhases(tx, blockId, terms.phases);
      await setSlots(tx, { eventId: event.id, blockId }, change);
      await this.setTables(tx, blockId, terms.rooms);
      if (change.removed.length > 0) await this.endings.tellEmptied(tx);
      const changed = await this.changed(tx, event.id, blockId);
      const before = termsOf({ ...block, from: block.fromWall, until: block.untilWall });
      await this.log(tx, command, 'block.changed', event.id, blockId, { before, after: termsOf(changed) });
      return changed;
    });
  }

  /** @throws DomainError `not_found`, `block.in_use` naming the meetings to be moved first */
  async remove(command: Command, eventId: string, blockId: string): Promise<null> {
    return this.transactions.command(command, async (tx) => {
      const block = await this.require(tx, eventId, blockId, 'or removed');
      if (block.removedAt) return null;
      const offered = (await knownSlots(tx.em, blockId, 'held')).filter(({ retired }) => !retired).map(({ id }) => id);
      this.assertFree(await meetingsIn(tx.em, offered));
      await tx.em.query('UPDATE meeting_block SET removed_at = $2, version = version + 1 WHERE id = $1', [
        blockId,
        tx.now,
      ]);
      await replaceDays(tx.em, { eventId, blockId }, []);
      await tx.em.query('UPDATE meeting_slot SET retired_at = $2 WHERE id = ANY ($1)', [offered, tx.now]);
      await this.endings.tellEmptied(tx);
      tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
      await this.log(tx, command, 'block.removed', eventId, blockId);
      return null;
    });
  }

  /** Undoes a removal. @throws DomainError `not_found`; an overlap with what took its place is refused by the exclusion */
  async restore(command: Command, event: Place, blockId: string): Promise<BlockView> {
    return this.transactions.command(command, async (tx) => {
      const block = await this.require(tx, event.id, blockId, 'or removed');
      if (!block.removedAt) return this.changed(tx, event.id, blockId);
      const { dates, fromWall: from, untilWall: until, slotMinutes, gapMinutes } = block;
      const { days, slots } = planBlock({ dates, from, until, slotMinutes, gapMinutes }, event.zone);
      await tx.em.query('UPDATE meeting_block SET removed_at = NULL, version = version + 1 WHERE id = $1', [blockId]);
      await replaceDays(tx.em, { eventId: event.id, blockId }, days);
      const change = slotsChange(await knownSlots(tx.em, blockId, 'held'), slots);
      await setSlots(tx, { eventId: event.id, blockId }, change);
      await this.log(tx, command, 'block.restored', event.id, blockId);
      return this.changed(tx, event.id, blockId);
    });
  }

  /** From now on people book by themselves what the organisers' plan has left; published again it stays as it is. */
  async publishPlan(command: Command, eventId: string, blockId: string): Promise<BlockView> {
    return this.transactions.command(command, async (tx) => {
      const block = await this.require(tx, eventId, blockId);
      if (block.planPublishedAt) return this.changed(tx, eventId, blockId);
      await tx.em.query('UPDATE meeting_block SET plan_published_at = $2, version = version + 1 WHERE id = $1', [
        blockId,
        tx.now,
      ]);
      await this.log(tx, command, 'block.plan_published', eventId, blockId);
      return this.changed(tx, eventId, blockId);
    });
  }

  /** With a plan that the organisers publish or take back: from now on people book by themselves what it has left, or do not. */
  async planned(tx: Tx, eventId: string, blockIds: readonly string[], publishedAt: Date | null): Promise<void> {
    await tx.em.query(
      `UPDATE meeting_block SET plan_published_at = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE coalesce(plan_published_at, $3) END,
              version = version + 1 WHERE event_id = $1 AND id = ANY ($2)`,
      [eventId, [...blockIds], publishedAt],
    );
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
  }

  private async log(
    tx: Tx,
    { actor }: Command,
    did: string,
    eventId: string,
    id: string,
    states: Pick<AuditAct, 'before' | 'after'> = {},
  ): Promise<void> {
    await this.audit.record(tx, { by: actor.userId, did, on: { kind: 'block', id }, eventId, ...states });
  }

  private async require(
    tx: Tx,
    eventId: string,
    blockId: string,
    state: 'standing' | 'or removed' = 'standing',
  ): Promise<BlockRow> {
    const block = await heldBlock(tx.em, eventId, blockId);
    if (!block || (block.removedAt && state === 'standing')) throw new DomainError('not_found');
    return block;
  }

  /** @throws DomainError `block.in_use` where more meetings stand at once than there would be tables */
  private async setTables(tx: Tx, blockId: string, rooms: number | null): Promise<void> {
    await setTables(tx.em, blockId, rooms).catch((error: unknown) => {
      if (violatedConstraint(error) !== 'meeting_table_free') throw error;
      throw new DomainError('block.in_use', { meetings: [], rooms });
    });
  }

  private assertFree(meetings: readonly BlockMeeting[]): void {
    if (meetings.length > 0) throw new DomainError('block.in_use', { meetings });
  }

  private async changed(tx: Tx, eventId: string, blockId: string): Promise<BlockView> {
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
    const views = await this.ofEvent(eventId, 'organiser', tx);
    return views.find((view) => view.blockId === blockId)!;
  }
}

/** What the log keeps of a block: its times, who may meet whom, and how and when it is booked. */
function termsOf(block: LoggedTerms): AuditState {
  const { dates, from, until, slotMinutes, gapMinutes, rooms, offered, mode, pairing, apart, phases } = block;
  return {
    ...{ dates, from, until, slotMinutes, gapMinutes, rooms, offered, mode },
    pairing: pairing.kind === 'kinds' ? [...pairing.one, '×', ...pairing.other] : pairing.kind,
    apart: apart.map(({ one, other }) => `${one} × ${other}`),
    phases: phases.map(({ mode: how, opensAt, closesAt, atEnd }) =>
      [how, new Date(opensAt).toISOString(), new Date(closesAt).toISOString(), atEnd].join(' '),
    ),
  };
}

/** All that a block ever had. Held, so that a booking that is under way comes before the change or after it. */
async function knownSlots(em: EntityManager, blockId: string, how: 'read' | 'held' = 'read'): Promise<KnownSlot[]> {
  if (how === 'held')
    await em.query('SELECT id FROM meeting_slot WHERE block_id = $1 ORDER BY id FOR UPDATE', [blockId]);
  return em.query(
    `SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", retired_at IS NOT NULL AS retired FROM meeting_slot WHERE block_id = $1`,
    [blockId],
  ) as Promise<KnownSlot[]>;
}
