import { Injectable } from '@nestjs/common';
import type { AgendaItem, AgendaKind, EventId } from '@musubi/contracts';
import type { Interval } from '@musubi/time';
import { DataSource } from 'typeorm';
import type { Tx } from '../../platform/index.js';

export interface NewCommitment {
  userId: string;
  eventId: string;
  kind: AgendaKind;
  /** Session id or meeting id. */
  sourceId: string;
  startsAt: Date;
  endsAt: Date;
  title: { en: string; ja: string };
  /** Names it in calendars: the same for as long as the source lives. */
  uid: string;
  /** Raised by the caller with every change that calendars must hear of. */
  sequence: number;
}

export interface KeptCommitment extends AgendaItem {
  userId: string;
  uid: string;
  sequence: number;
}

interface Row {
  user_id: string;
  event_id: EventId;
  kind: AgendaKind;
  source_id: string;
  starts_at: Date;
  ends_at: Date;
  title_en: string;
  title_ja: string;
  uid: string;
  sequence: number;
}

const columns = `user_id, event_id, kind, source_id, lower(during) AS starts_at, upper(during) AS ends_at,
  title_en, title_ja, uid, sequence`;

/** Every writer takes rows in this order, so that no two wait for each other in a circle. */
const inOrder = 'ORDER BY user_id, kind, source_id FOR UPDATE';

/** What people have promised their time to. Whoever gives or takes time (programme, meetings) writes it here. */
@Injectable()
export class Agenda {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Enters commitments, or moves those that the person already has for the same source. One statement for any number,
   * in sorted order so that two writers never wait for each other in a circle.
   */
  async commit(tx: Tx, given: NewCommitment | readonly NewCommitment[]): Promise<void> {
    const commitments = [given].flat() as NewCommitment[];
    if (commitments.length === 0) return;
    const changed = (await tx.em.query(
      `INSERT INTO commitment (user_id, event_id, kind, source_id, during, title_en, title_ja, uid, sequence)
       SELECT given."userId", given."eventId", given.kind, given."sourceId",
              tstzrange(given."startsAt", given."endsAt"), given.title->>'en', given.title->>'ja', given.uid, given.sequence
       FROM jsonb_to_recordset($1) AS given ("userId" uuid, "eventId" uuid, kind text, "sourceId" uuid,
            "startsAt" timestamptz, "endsAt" timestamptz, title jsonb, uid text, sequence integer)
       ORDER BY given."userId", given.kind, given."sourceId"
       ON CONFLICT ON CONSTRAINT commitment_once DO UPDATE
         SET during = excluded.during, title_en = excluded.title_en, title_ja = excluded.title_ja,
             uid = excluded.uid, sequence = excluded.sequence
         WHERE (commitment.during, commitment.title_en, commitment.title_ja, commitment.uid, commitment.sequence)
            IS DISTINCT FROM (excluded.during, excluded.title_en, excluded.title_ja, excluded.uid, excluded.sequence)
       RETURNING user_id, event_id`,
      [JSON.stringify(commitments)],
    )) as Pick<Row, 'user_id' | 'event_id'>[];
    tellOwners(tx, changed);
  }

  /** Gives the time back; of everybody, or of some. Says whose it was. */
  async release(
    tx: Tx,
    {
      kind,
      sourceId,
      userIds,
    }: { kind: AgendaKind; sourceId: string | readonly string[]; userIds?: readonly string[] },
  ): Promise<string[]> {
    const [released] = (await tx.em.query(
      `WITH given AS (
         SELECT id FROM commitment
         WHERE kind = $1 AND source_id = ANY ($2) AND ($3::uuid[] IS NULL OR user_id = ANY ($3)) ${inOrder}
       ) DELETE FROM commitment WHERE id IN (SELECT id FROM given) RETURNING user_id, event_id`,
      [kind, [sourceId].flat(), userIds ?? null],
    )) as [Pick<Row, 'user_id' | 'event_id'>[], number];
    tellOwners(tx, released);
    return released.map((row) => row.user_id);
  }

  /**
   * Makes the given commitments the only ones of these sources and kinds: enters and moves them, and gives all others back.
   * Two statements for any number.
   */
  async settle(
    tx: Tx,
    { kinds, sourceIds }: { kinds: readonly AgendaKind[]; sourceIds: readonly string[] },
    commitments: readonly NewCommitment[],
  ): Promise<void> {
    const [released] = (await tx.em.query(
      `WITH given AS (
         SELECT id FROM commitment
         WHERE kind = ANY ($1) AND source_id = ANY ($2) AND (user_id, kind, source_id) NOT IN (
           SELECT kept."userId", kept.kind, kept."sourceId"
           FROM jsonb_to_recordset($3) AS kept ("userId" uuid, kind text, "sourceId" uuid)) ${inOrder}
       ) DELETE FROM commitment WHERE id IN (SELECT id FROM given) RETURNING user_id, event_id`,
      [[...kinds], [...sourceIds], JSON.stringify(commitments)],
    )) as [Pick<Row, 'user_id' | 'event_id'>[], number];
    tellOwners(tx, released);
    await this.commit(tx, commitments);
  }

  /**
   * When each of the people is busy between two instants, as intervals that may overlap; nobody is missing from the answer.
   * Never why. One query for any number of people; inside a transaction pass it to see its own changes.
   */
  async busy(userIds: readonly string[], from: Date, to: Date, tx?: Tx): Promise<Map<string, Interval[]>> {
    const rows = await this.select(
      tx,
      `SELECT ${columns} FROM commitment WHERE user_id = ANY ($1) AND during && tstzrange($2, $3) ORDER BY during`,
      [[...new Set(userIds)], from, to],
    );
    const busy = new Map<string, Interval[]>(userIds.map((userId) => [userId, []]));
    for (const row of rows) {
      busy.get(row.user_id)!.push({ start: row.starts_at.toTemporalInstant(), end: row.ends_at.toTemporalInstant() });
    }
    return busy;
  }

  /** One person's plan of one event, by start. */
  async of(userId: string, eventId: string, tx?: Tx): Promise<AgendaItem[]> {
    const rows = await this.select(
      tx,
      `SELECT ${columns} FROM commitment WHERE user_id = $1 AND event_id = $2 ORDER BY during, kind, source_id`,
      [userId, eventId],
    );
    return rows.map(itemOf);
  }

  /** Everything one person has promised, in every event, by start. */
  async allOf(userId: string): Promise<KeptCommitment[]> {
    const rows = await this.select(
      undefined,
      `SELECT ${columns} FROM commitment WHERE user_id = $1 ORDER BY during, uid`,
      [userId],
    );
    return rows.map(keptOf);
  }

  /** What the people have promised of one kind between two instants. */
  async between(userIds: readonly string[], kind: AgendaKind, from: Date, to: Date): Promise<KeptCommitment[]> {
    const rows = await this.select(
      undefined,
      `SELECT ${columns} FROM commitment
       WHERE user_id = ANY ($1) AND kind = $2 AND during && tstzrange($3, $4) ORDER BY during, user_id`,
      [[...userIds], kind, from, to],
    );
    return rows.map(keptOf);
  }

  private select(tx: Tx | undefined, sql: string, parameters: unknown[]): Promise<Row[]> {
    return (tx?.em ?? this.dataSource.manager).query(sql, parameters) as Promise<Row[]>;
  }
}

function itemOf(row: Row): AgendaItem {
  return {
    kind: row.kind,
    sourceId: row.source_id,
    eventId: row.event_id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    title: { en: row.title_en, ja: row.title_ja },
  };
}

function keptOf(row: Row): KeptCommitment {
  return { ...itemOf(row), userId: row.user_id, uid: row.uid, sequence: row.sequence };
}

function tellOwners(tx: Tx, rows: readonly Pick<Row, 'user_id' | 'event_id'>[]): void {
  for (const [eventId, owners] of Map.groupBy(rows, (row) => row.event_id)) {
    tx.tell(
      owners.map((row) => row.user_id),
      'agenda.changed',
      { eventId },
    );
  }
}
