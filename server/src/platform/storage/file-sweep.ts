import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/transactions/tx.js';
import { Jobs } from '../jobs/jobs.js';
import { ByteStore } from './byte-store.js';
import { lockBytes } from './files.js';
import { FileUses } from './file-uses.js';

const everySeconds = 1_800;
const dayMs = 24 * 60 * 60 * 1_000;

/** Takes away what nobody refers to a day after it came, and bytes without a row. Real time. */
@Injectable()
export class FileSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly store: ByteStore,
    private readonly uses: FileUses,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('files', everySeconds, async (tx) => (await this.forgetRows(tx)) + (await this.removeBytes(tx)));
  }

  /** Something may attach a file at this moment: its row is looked at again once the other has committed. */
  private async forgetRows({ em }: Tx): Promise<number> {
    const [, gone] = (await em.query(
      `DELETE FROM stored_file
       WHERE coalesce(attached_at, uploaded_at) < now() - interval '1 day' AND ${this.uses.unused()}`,
    )) as [unknown[], number];
    return gone;
  }

  private async removeBytes({ em }: Tx): Promise<number> {
    const before = new Date(Date.now() - dayMs);
    await this.store.dropDrafts(before);
    let gone = 0;
    for await (const hashes of this.store.putBefore(before)) {
      const rows = (await em.query(
        `SELECT hash FROM unnest($1::text[]) AS hash WHERE NOT EXISTS (SELECT FROM stored_file WHERE sha256 = hash) ORDER BY hash`,
        [hashes],
      )) as { hash: string }[];
      for (const { hash } of rows) {
        await lockBytes(em, hash);
        const [row] = (await em.query('SELECT FROM stored_file WHERE sha256 = $1 LIMIT 1', [hash])) as unknown[];
        if (row) continue;
        await this.store.remove(hash);
        gone++;
      }
    }
    return gone;
  }
}
