import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Notices } from '../database/notices.js';
import type { Tx } from '../database/transactions/tx.js';
import { DomainError } from '../http/problems/domain-error.js';

/** Domain time: `domain_now()`, real time plus the instance's offset. Zero outside the demo and a rehearsal. */
@Injectable()
export class DomainClock {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notices: Notices,
  ) {}

  async now(): Promise<Date> {
    return (await this.read()).now;
  }

  /** How far domain time is ahead of real time, in milliseconds. */
  async offsetMs(): Promise<number> {
    return (await this.read()).offsetMs;
  }

  async read(): Promise<{ now: Date; offsetMs: number }> {
    const [row] = (await this.dataSource.query('SELECT domain_now() AS now, offset_ms FROM domain_clock')) as {
      now: Date;
      offset_ms: string;
    }[];
    return { now: row!.now, offsetMs: Number(row!.offset_ms) };
  }

  /**
   * Sets the clock forward.
   * @throws DomainError `clock.backwards`
   */
  async jumpTo(tx: Tx, instant: Date): Promise<number> {
    const [rows] = (await tx.em.query(
      `UPDATE domain_clock SET offset_ms = ceil(extract(epoch FROM ($1::timestamptz - date_trunc('milliseconds', now()))) * 1000)
       WHERE domain_now() <= $1 RETURNING offset_ms`,
      [instant],
    )) as [{ offset_ms: string }[], number];
    if (!rows[0]) throw new DomainError('clock.backwards');
    const offsetMs = Number(rows[0].offset_ms);
    await tx.fact({ name: 'clock.moved', now: instant, offsetMs });
    await this.notices.tell(tx, 'clock.moved', { offsetMs });
    return offsetMs;
  }
}
