import type { BlockId, BlockMode, BlockView, EventId, KeptApart, Pairing, SlotId } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { momentOf, type Moment, type Phase } from '../phases/phases.rules.js';

/** A block with its phases, by which everything about it is decided. */
export interface BlockRow {
  id: string;
  eventId: string;
  version: number;
  nameEn: string;
  nameJa: string;
  dates: string[];
  fromWall: string;
  untilWall: string;
  slotMinutes: number;
  gapMinutes: number;
  rooms: number | null;
  pairing: Pairing;
  apart: KeptApart[];
  offered: boolean;
  mode: BlockMode;
  planPublishedAt: Date | null;
  removedAt: Date | null;
  phases: Phase[];
  /** In milliseconds since 1970: its dates as instants, the end not included. */
  days: { startMs: number; endMs: number }[];
}

interface SlotRow {
  id: SlotId;
  blockId: string;
  startsAt: Date;
  endsAt: Date;
}

const select = `
  SELECT block.id, block.event_id AS "eventId", version, name_en AS "nameEn", name_ja AS "nameJa", dates, from_wall AS "fromWall",
         until_wall AS "untilWall", slot_minutes AS "slotMinutes", gap_minutes AS "gapMinutes", rooms, pairing, apart,
         offered, block.mode, plan_published_at AS "planPublishedAt", removed_at AS "removedAt", phase.phases, day.days
  FROM meeting_block block CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('mode', mode, 'opensAt', opens_at, 'closesAt', closes_at, 'atEnd', at_end, 'ended', ended_at IS NOT NULL) ORDER BY opens_at) AS phases
    FROM meeting_phase WHERE block_id = block.id
  ) AS phase CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(lower(during), upper(during)) ORDER BY during) AS days
    FROM meeting_block_day WHERE block_id = block.id
  ) AS day`;

type Raw = Omit<BlockRow, 'phases' | 'days'> & {
  days: [string, string][] | null;
  phases: (Omit<Phase, 'opensAt' | 'closesAt'> & { opensAt: string; closesAt: string })[] | null;
};

/** Those that are not removed. */
export async function blocksOf(em: EntityManager, eventId: string): Promise<BlockRow[]> {
  const rows = (await em.query(`${select} WHERE block.event_id = $1 AND removed_at IS NULL`, [eventId])) as Raw[];
  return rows.map(rowOf);
}

/** Those of the events in which these take part. */
export async function blocksAround(em: EntityManager, participantIds: readonly string[]): Promise<BlockRow[]> {
  const rows = (await em.query(
    `${select} WHERE removed_at IS NULL AND block.event_id IN (SELECT event_id FROM registration WHERE id = ANY ($1))`,
    [participantIds],
  )) as Raw[];
  return rows.map(rowOf);
}

/** The block that holds a time. */
export function blockAt(
  blocks: readonly BlockRow[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): BlockRow | undefined {
  return blocks.find(({ days }) =>
    days.some(({ startMs, endMs }) => startMs <= startsAt.getTime() && endsAt.getTime() <= endMs),
  );
}

/** One block, removed or not, held against other changes until the transaction ends. */
export async function heldBlock(em: EntityManager, eventId: string, blockId: string): Promise<BlockRow | null> {
  await em.query('SELECT id FROM meeting_block WHERE id = $1 FOR NO KEY UPDATE', [blockId]);
  const [row] = (await em.query(`${select} WHERE block.id = $1 AND block.event_id = $2`, [blockId, eventId])) as Raw[];
  return row ? rowOf(row) : null;
}

export async function slotsOfBlocks(em: EntityManager, blockIds: readonly string[]): Promise<Map<string, SlotRow[]>> {
  const rows = (await em.query(
    `SELECT id, block_id AS "blockId", starts_at AS "startsAt", ends_at AS "endsAt" FROM meeting_slot
     WHERE block_id = ANY ($1) AND retired_at IS NULL ORDER BY starts_at, id`,
    [blockIds],
  )) as SlotRow[];
  return Map.groupBy(rows, ({ blockId }) => blockId);
}

/** As everybody of the event sees it; who is kept apart is for organisers. */
export function blockView(
  block: BlockRow,
  slots: readonly SlotRow[],
  at: Date,
  reader: 'organiser' | 'participant',
): BlockView {
  return {
    blockId: block.id as BlockId,
    eventId: block.eventId as EventId,
    version: block.version,
    name: { en: block.nameEn, ja: block.nameJa },
    from: block.fromWall,
    until: block.untilWall,
    dates: block.dates,
    slotMinutes: block.slotMinutes,
    gapMinutes: block.gapMinutes,
    rooms: block.rooms,
    pairing: block.pairing,
    apart: reader === 'organiser' ? block.apart : [],
    offered: block.offered,
    mode: block.mode,
    phases: block.phases.map(({ mode, opensAt, closesAt, atEnd }) => ({
      mode,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      atEnd,
    })),
    planPublishedAt: block.planPublishedAt?.toISOString() ?? null,
    now: momentView(momentOf(block, at)),
    slots: slots.map(({ id, startsAt, endsAt }) => ({
      slotId: id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}

export const momentView = (moment: Moment): BlockView['now'] => ({
  ...moment,
  opensAt: moment.opensAt?.toISOString() ?? null,
  closesAt: moment.closesAt?.toISOString() ?? null,
});

const rowOf = ({ phases, days, ...raw }: Raw): BlockRow => ({
  ...raw,
  days: (days ?? []).map(([start, end]) => ({ startMs: Date.parse(start), endMs: Date.parse(end) })),
  phases: (phases ?? []).map((phase) => ({
    ...phase,
    opensAt: new Date(phase.opensAt),
    closesAt: new Date(phase.closesAt),
  })),
});
