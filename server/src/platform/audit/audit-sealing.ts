import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InstanceKey } from '../config/instance-key.js';
import type { Tx } from '../database/transactions/tx.js';
import { Jobs } from '../jobs/jobs.js';
import { beforeTheFirst, type SealedText, sealedText, sealHash } from './seal-hash.js';

const everySeconds = 5;
const atOnce = 1_000;

/** Of no other use. */
export const sealPurpose = 'audit log';

/**
 * Links what was recorded to the chain, after it was committed: in the transaction of the act every two acts would have to wait for
 * each other. One node at a time does it.
 */
@Injectable()
export class AuditSealing implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly instanceKey: InstanceKey,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('audit log', everySeconds, (tx) => this.seal(tx));
  }

  /** How many entries got their seal. */
  async seal({ em }: Tx): Promise<number> {
    const key = this.instanceKey.derive(sealPurpose);
    let sealed = 0;
    let head = await headOf(em);
    for (let entries = await unsealed(em); entries.length > 0; entries = await unsealed(em)) {
      const seals = entries.map(({ id, text }) => {
        const number = head.number + 1;
        head = { number, hash: sealHash(key, number, head.hash, text) };
        return { ...head, id };
      });
      await em.query(
        `INSERT INTO audit_seal (number, entry_id, hash) SELECT * FROM unnest($1::int[], $2::uuid[], $3::text[])`,
        [seals.map(({ number }) => number), seals.map(({ id }) => id), seals.map(({ hash }) => hash)],
      );
      sealed += entries.length;
    }
    return sealed;
  }
}

async function headOf(em: EntityManager): Promise<{ number: number; hash: string }> {
  const [head] = (await em.query('SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1')) as {
    number: number;
    hash: string;
  }[];
  return head ?? { number: 0, hash: beforeTheFirst };
}

/**
 * Entries without a seal, in the order of recording. Ids begin with the time: those from a day before the last sealing on are enough,
 * as no transaction takes a day.
 */
async function unsealed(em: EntityManager): Promise<{ id: string; text: SealedText }[]> {
  return (await em.query(
    `SELECT entry.id, ${sealedText} AS text
     FROM audit_entry entry
     WHERE entry.id > coalesce(
         (SELECT uuidv7(sealed_at - clock_timestamp() - interval '1 day') FROM audit_seal
          WHERE sealed_at < now() ORDER BY number DESC LIMIT 1), '00000000-0000-0000-0000-000000000000')
       AND NOT EXISTS (SELECT FROM audit_seal WHERE entry_id = entry.id)
     ORDER BY entry.id LIMIT $1`,
    [atOnce],
  )) as { id: string; text: SealedText }[];
}
