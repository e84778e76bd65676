import type { BlockMeeting, BlockTerms } from '@musubi/contracts';
import { type Interval, toWire } from '@musubi/time';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../../../platform/index.js';
import type { SlotsChange } from './block-change.rules.js';

interface Of {
  eventId: string;
  blockId: string;
}

const columns = `name_en, name_ja, dates, from_wall, until_wall, slot_minutes, gap_minutes, rooms, pairing, apart, offered, mode`;
const valuesOf = (terms: BlockTerms) => [
  terms.name.en,
  terms.name.ja,
  terms.dates,
  terms.from,
  terms.until,
  terms.slotMinutes,
  terms.gapMinutes,
  terms.rooms,
  JSON.stringify(terms.pairing),
  JSON.stringify(terms.apart),
  terms.offered,
  terms.mode,
];

/** @returns its id */
export async function insertBlock(em: EntityManager, eventId: string, terms: BlockTerms): Promise<string> {
  const [block] = (await em.query(
    `INSERT INTO meeting_block (event_id, ${columns})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
    [eventId, ...valuesOf(terms)],
  )) as { id: string }[];
  return block!.id;
}

/** Its next version. */
export async function updateBlock(em: EntityManager, blockId: string, terms: BlockTerms): Promise<void> {
  await em.query(
    `UPDATE meeting_block SET version = version + 1, (${columns}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     WHERE id = $1`,
    [blockId, ...valuesOf(terms)],
  );
}

export async function replaceDays(
  em: EntityManager,
  { eventId, blockId }: Of,
  days: readonly (Interval & { date: string })[],
): Promise<void> {
  await em.query('DELETE FROM meeting_block_day WHERE block_id = $1', [blockId]);
  await em.query(
    `INSERT INTO meeting_block_day (block_id, date, event_id, during)
     SELECT $1, day.date, $2, tstzrange(day."startsAt", day."endsAt")
     FROM jsonb_to_recordset($3) AS day (date text, "startsAt" timestamptz, "endsAt" timestamptz)`,
    [blockId, eventId, JSON.stringify(days.map((day) => ({ date: day.date, ...toWire(day) })))],
  );
}

/** A phase that stays as it was has its end behind it where that is dealt with; what is over when it is set needs no end. */
export async function replacePhases(tx: Tx, blockId: string, phases: BlockTerms['phases']): Promise<void> {
  const ended = (await tx.em.query(
    'DELETE FROM meeting_phase WHERE block_id = $1 RETURNING closes_at AS "closesAt", ended_at AS "endedAt"',
    [blockId],
  )) as [{ closesAt: Date; endedAt: Date | null }[], number];
  const endOf = new Map(ended[0].map(({ closesAt, endedAt }) => [closesAt.getTime(), endedAt]));
  const rows = phases.map((phase) => {
    const closesAt = Date.parse(phase.closesAt);
    return {
      ...phase,
      endedAt: endOf.has(closesAt) ? endOf.get(closesAt) : closesAt <= tx.now.getTime() ? tx.now : null,
    };
  });
  await tx.em.query(
    `INSERT INTO meeting_phase (block_id, mode, opens_at, closes_at, at_end, ended_at)
     SELECT $1, phase.mode, phase."opensAt", phase."closesAt", phase."atEnd", phase."endedAt"
     FROM jsonb_to_recordset($2) AS phase (mode text, "opensAt" timestamptz, "closesAt" timestamptz, "atEnd" text, "endedAt" timestamptz)`,
    [blockId, JSON.stringify(rows)],
  );
}

/**
 * As many tables as the block has rooms; none where any number of meetings may stand at once. Meetings whose table goes,
 * or that had none, take one that is free: the trigger on meetings finds it, and refuses where there is none.
 */
export async function setTables(em: EntityManager, blockId: string, rooms: number | null): Promise<void> {
  await em.query(
    `INSERT INTO meeting_table (block_id, number) SELECT $1, number FROM generate_series(1, $2::int) AS number
     ON CONFLICT ON CONSTRAINT meeting_table_once DO NOTHING`,
    [blockId, rooms ?? 0],
  );
  await em.query(
    `WITH dropped AS (DELETE FROM meeting_table WHERE block_id = $1 AND number > $2 RETURNING id)
     DELETE FROM meeting_seat USING dropped WHERE occupant_id = dropped.id AND kind = 'room' AND live`,
    [blockId, rooms ?? 0],
  );
  if (rooms === null) return;
  await em.query(
    `UPDATE meeting SET slot_id = meeting.slot_id FROM meeting_slot slot
     WHERE slot.id = meeting.slot_id AND slot.block_id = $1 AND meeting.state = 'confirmed'
       AND NOT EXISTS (SELECT FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.kind = 'room')`,
    [blockId],
  );
}

/** Offers exactly the wanted slots. What nothing refers to is dropped by nobody: it is kept out of sight. */
export async function setSlots(
  tx: Tx,
  { eventId, blockId }: Of,
  { revived, removed, added }: SlotsChange,
): Promise<void> {
  await tx.em.query('UPDATE meeting_slot SET retired_at = $2 WHERE id = ANY ($1)', [removed, tx.now]);
  await tx.em.query('UPDATE meeting_slot SET retired_at = NULL WHERE id = ANY ($1)', [revived]);
  await tx.em.query(
    `INSERT INTO meeting_slot (event_id, block_id, starts_at, ends_at, during)
     SELECT $1, $2, slot."startsAt", slot."endsAt", tstzrange(slot."startsAt", slot."endsAt")
     FROM jsonb_to_recordset($3) AS slot ("startsAt" timestamptz, "endsAt" timestamptz)`,
    [eventId, blockId, JSON.stringify(added.map((slot) => toWire(slot)))],
  );
}

/** Meetings that stand in these slots, by start, with the names of their people. */
export async function meetingsIn(em: EntityManager, slotIds: readonly string[]): Promise<BlockMeeting[]> {
  const rows = (await em.query(
    `SELECT meeting.id AS "meetingId", slot.starts_at AS "startsAt",
            array_agg(concat_ws(' ', person.name->>'givenLatin', person.name->>'familyLatin') ORDER BY seat.participant_id) AS people
     FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id
     JOIN meeting_seat seat ON seat.meeting_id = meeting.id AND seat.kind = 'user'
     JOIN app_user person ON person.id = seat.occupant_id
     WHERE meeting.state = 'confirmed' AND meeting.slot_id = ANY ($1)
     GROUP BY meeting.id, slot.starts_at ORDER BY slot.starts_at, meeting.id`,
    [slotIds],
  )) as { meetingId: BlockMeeting['meetingId']; startsAt: Date; people: string[] }[];
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }));
}

export async function openRequestsOn(em: EntityManager, slotIds: readonly string[]): Promise<number> {
  const [row] = (await em.query(
    `SELECT count(DISTINCT request.id)::int AS requests
     FROM meeting_request request JOIN meeting_request_slot choice ON choice.request_id = request.id
     WHERE request.turn IS NOT NULL AND choice.slot_id = ANY ($1)`,
    [slotIds],
  )) as { requests: number }[];
  return row!.requests;
}
