import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Jobs, LiveKit, type Tx } from '../../../platform/index.js';
import type { OutageOf } from './outage.entity.js';

export interface Outage {
  of: OutageOf;
  from: Date;
  until: Date;
}

const lookEverySeconds = 10;
/** Silence that is no outage, in seconds: a restart, a slow answer. */
const silenceAllowed = 60;

/** Every silence that is an outage, the one that goes on too: `of`, `began_at`, `ended_at`. */
export const silences = `
  SELECT of, began_at, ended_at FROM outage
  UNION ALL
  SELECT of, seen_at, seen_at + (clock_timestamp() - really_at) FROM sign_of_life
  WHERE clock_timestamp() - really_at > interval '${silenceAllowed} seconds'`;

/** Whether a stay was last seen when a silence began: what became of it meanwhile nobody knows until it is seen again. */
export const lostInSilence = `EXISTS (
  SELECT FROM (${silences}) AS silence
  WHERE silence.ended_at > stay.seen_at
    AND stay.seen_at BETWEEN silence.began_at - interval '${silenceAllowed} seconds'
                         AND silence.began_at + interval '${silenceAllowed} seconds')`;

/**
 * When the platform or its video server did not work. Nobody can write down that they are gone: each leaves a sign of life
 * while it works, and the silence between two signs is the outage.
 */
@Injectable()
export class Outages implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly livekit: LiveKit,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('rooms signs of life', lookEverySeconds, (tx) => this.look(tx));
  }

  /** @returns how many outages ended */
  private async look(tx: Tx): Promise<number> {
    const alive: OutageOf[] = this.livekit.available() ? ['instance', 'video'] : ['instance'];
    // Where video was taken out of the configuration its silence is no outage.
    if (this.livekit.url() === null) await tx.em.query(`DELETE FROM sign_of_life WHERE of = 'video'`);
    const ended = (await tx.em.query(
      `INSERT INTO outage (of, began_at, ended_at)
       SELECT of, seen_at, seen_at + (clock_timestamp() - really_at) FROM sign_of_life
       WHERE of = ANY ($1) AND clock_timestamp() - really_at > $2 * interval '1 second' RETURNING id`,
      [alive, silenceAllowed],
    )) as unknown[];
    await tx.em.query(
      `INSERT INTO sign_of_life (of, seen_at, really_at) SELECT of, domain_now(), clock_timestamp() FROM unnest($1::text[]) AS of
       ON CONFLICT (of) DO UPDATE SET seen_at = excluded.seen_at, really_at = excluded.really_at`,
      [alive],
    );
    return ended.length;
  }

  /** Those that touch this time, also one that goes on. By beginning. */
  async during({ from, until }: { from: Date; until: Date }, em: EntityManager): Promise<Outage[]> {
    return (await em.query(
      `SELECT of, began_at AS "from", ended_at AS until FROM (${silences}) AS silence
       WHERE ended_at > $1 AND began_at < $2 ORDER BY 2, 1`,
      [from, until],
    )) as Outage[];
  }
}
