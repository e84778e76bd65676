import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Tx } from '../database/transactions/tx.js';
import { AuditEntryEntity } from './audit-entry.entity.js';

/** Ids, states and numbers; never what somebody wrote in private. */
export type AuditState = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AuditAct {
  /** Who did it; null when time or circumstances did. */
  by: string | null;
  onBehalfOf?: string | null;
  /** `noun.past`, such as `verdict.changed`. */
  did: string;
  on: { kind: string; id: string };
  eventId?: string | null;
  before?: AuditState | null;
  after?: AuditState | null;
  /** The reason that was given for the record. */
  reason?: string | null;
}

/** Which entries to read, the latest first. */
export interface AuditScope {
  eventId?: string | undefined;
  actorId?: string | undefined;
  did?: string | undefined;
  subjectId?: string | undefined;
  /** Domain time, half-open. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Only those recorded before this one. */
  beforeId?: string | undefined;
  atMost: number;
}

/** The log of what people in charge did: written in the transaction of the act, never changed. */
@Injectable()
export class Audit {
  constructor(private readonly dataSource: DataSource) {}

  async record(tx: Tx, act: AuditAct): Promise<void> {
    const { by, onBehalfOf = null, did, on, eventId = null, before = null, after = null, reason = null } = act;
    await tx.em.query(
      `INSERT INTO audit_entry (at, actor_id, on_behalf_of, did, subject_kind, subject_id, event_id, before, after, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10)`,
      [tx.now, by, onBehalfOf, did, on.kind, on.id, eventId, json(before), json(after), reason],
    );
  }

  /** In the order of recording, the latest first. */
  async read(scope: AuditScope, em: EntityManager = this.dataSource.manager): Promise<AuditEntryEntity[]> {
    const { eventId, actorId, did, subjectId, from, until, beforeId, atMost } = scope;
    const query = em.createQueryBuilder(AuditEntryEntity, 'entry');
    if (eventId) query.andWhere('entry.eventId = :eventId', { eventId });
    if (actorId) query.andWhere('entry.actorId = :actorId', { actorId });
    if (did) query.andWhere('entry.did = :did', { did });
    if (subjectId) query.andWhere('entry.subjectId = :subjectId', { subjectId });
    if (from) query.andWhere('entry.at >= :from', { from });
    if (until) query.andWhere('entry.at < :until', { until });
    if (beforeId) query.andWhere('entry.id < :beforeId', { beforeId });
    return query.orderBy('entry.id', 'DESC').limit(atMost).getMany();
  }

  /** What has been done so far, for choosing among it. */
  async kinds(em: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = (await em.query('SELECT DISTINCT did FROM audit_entry ORDER BY did')) as { did: string }[];
    return rows.map((row) => row.did);
  }
}

const json = (state: AuditState | null): string | null => (state === null ? null : JSON.stringify(state));
