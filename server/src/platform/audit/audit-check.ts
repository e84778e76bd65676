import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InstanceKey } from '../config/instance-key.js';
import { sealPurpose } from './audit-sealing.js';
import { beforeTheFirst, type SealedText, sealedText, sealHash } from './seal-hash.js';

/** A place in the chain, by which it is known outside of the database. */
export interface SealMark {
  number: number;
  hash: string;
}

export type AuditFault =
  /** The entry is not what was sealed, or its seal is not. */
  | { kind: 'changed'; number: number; entryId: string }
  /** The entry or its seal is gone. */
  | { kind: 'removed'; number: number; entryId: string | null }
  /** The entry bears an earlier time than it came. */
  | { kind: 'inserted'; number: number | null; entryId: string }
  /** The chain does not hold a mark that was noted before: its end was cut off, or all of it was made anew. */
  | { kind: 'mark_missing'; number: number; entryId: null };

export interface AuditFindings {
  /** Entries in the chain. */
  sealed: number;
  /** Entries that will be sealed in a moment. */
  waiting: number;
  head: (SealMark & { sealedAt: Date }) | null;
  /** The first of them. */
  faults: AuditFault[];
  /** There are others. */
  more: boolean;
}

const rowsAtOnce = 2_000;
const faultsAtMost = 100;

/** Nobody takes longer from the first statement to the commit. */
const longestTransactionMs = 600_000;

interface Row {
  number: number;
  entryId: string;
  hash: string;
  sealedAt: Date;
  recordedAt: Date | null;
  text: SealedText;
}

/** Whether the log is what it was: reads all of it, and trusts nothing in the database but what the instance's key confirms. */
@Injectable()
export class AuditCheck {
  constructor(
    private readonly dataSource: DataSource,
    private readonly instanceKey: InstanceKey,
  ) {}

  /** @param known marks that were noted earlier, outside of the database */
  async run(known: readonly SealMark[] = []): Promise<AuditFindings> {
    const faults: AuditFault[] = [];
    const wanted = new Map(known.map(({ number, hash }) => [number, hash]));
    let before: SealMark | null = { number: 0, hash: beforeTheFirst };
    let last: Row | null = null;
    let sealedBefore: Date | null = null;
    for await (const row of this.seals()) {
      for (let missing = (last?.number ?? 0) + 1; missing < row.number && faults.length <= faultsAtMost; missing++) {
        faults.push({ kind: 'removed', number: missing, entryId: null });
        before = null;
      }
      if (last && last.sealedAt.getTime() !== row.sealedAt.getTime()) sealedBefore = last.sealedAt;
      const fault = this.faultOf(row, before, sealedBefore);
      if (fault) faults.push(fault);
      if (wanted.get(row.number) === row.hash) wanted.delete(row.number);
      before = row;
      last = row;
    }
    for (const number of wanted.keys()) faults.push({ kind: 'mark_missing', number, entryId: null });
    const { waiting, late } = await this.withoutSeal(last?.sealedAt ?? null);
    for (const entryId of late) faults.push({ kind: 'inserted', number: null, entryId });
    return {
      sealed: last?.number ?? 0,
      waiting,
      head: last && { number: last.number, hash: last.hash, sealedAt: last.sealedAt },
      faults: faults.slice(0, faultsAtMost),
      more: faults.length > faultsAtMost,
    };
  }

  private faultOf(
    { number, entryId, hash, recordedAt, text }: Row,
    before: SealMark | null,
    sealedBefore: Date | null,
  ): AuditFault | null {
    if (!recordedAt) return { kind: 'removed', number, entryId };
    // After a gap nothing is known of what stood before: the gap is the finding.
    if (before && sealHash(this.instanceKey.derive(sealPurpose), number, before.hash, text) !== hash)
      return { kind: 'changed', number, entryId };
    if (sealedBefore && recordedAt.getTime() < sealedBefore.getTime() - longestTransactionMs)
      return { kind: 'inserted', number, entryId };
    return null;
  }

  private async *seals(): AsyncGenerator<Row> {
    for (let after = 0; ;) {
      const rows = (await this.dataSource.query(
        `SELECT seal.number, seal.entry_id AS "entryId", seal.hash, seal.sealed_at AS "sealedAt", entry.recorded_at AS "recordedAt",
                ${sealedText} AS text
         FROM audit_seal seal LEFT JOIN audit_entry entry ON entry.id = seal.entry_id
         WHERE seal.number > $1 ORDER BY seal.number LIMIT $2`,
        [after, rowsAtOnce],
      )) as Row[];
      yield* rows;
      if (rows.length < rowsAtOnce) return;
      after = rows.at(-1)!.number;
    }
  }

  /** Those that were recorded before the last sealing should have been part of it. */
  private async withoutSeal(sealedAt: Date | null): Promise<{ waiting: number; late: string[] }> {
    const [row] = (await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE NOT late)::int AS waiting, coalesce((array_agg(id ORDER BY id) FILTER (WHERE late))[1:$2], '{}') AS late
       FROM (
         SELECT id, coalesce(recorded_at < $1::timestamptz, false) AS late FROM audit_entry entry
         WHERE NOT EXISTS (SELECT FROM audit_seal WHERE entry_id = entry.id)) AS unsealed`,
      [sealedAt && new Date(sealedAt.getTime() - longestTransactionMs), faultsAtMost + 1],
    )) as [{ waiting: number; late: string[] }];
    return row;
  }
}
