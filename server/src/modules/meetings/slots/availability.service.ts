import { Injectable } from '@nestjs/common';
import type { AvailabilityPut, AvailabilityView, MeetingId } from '@musubi/contracts';
import type { Interval } from '@musubi/time';
import { DataSource } from 'typeorm';
import { type Command, Transactions, type Tx } from '../../../platform/index.js';
import { offer } from './availability.rules.js';

interface Row {
  participant_id: string;
  everything: boolean;
  starts_at: Date | null;
  ends_at: Date | null;
}

/** The times that people offer inside an event's blocks. */
@Injectable()
export class Availabilities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** What each has limited themselves to; who offers everything is not in the answer. */
  async offeredBy(participantIds: readonly string[], tx?: Tx): Promise<Map<string, Interval[]>> {
    const rows = (await (tx?.em ?? this.dataSource.manager).query(
      `SELECT participant_id, everything, lower(part) AS starts_at, upper(part) AS ends_at
       FROM meeting_availability LEFT JOIN LATERAL unnest(offered) AS part ON true
       WHERE participant_id = ANY ($1) AND NOT everything ORDER BY part`,
      [participantIds],
    )) as Row[];
    const offered = new Map<string, Interval[]>();
    for (const { participant_id, starts_at, ends_at } of rows) {
      const known = offered.get(participant_id) ?? [];
      if (starts_at && ends_at) known.push({ start: starts_at.toTemporalInstant(), end: ends_at.toTemporalInstant() });
      offered.set(participant_id, known);
    }
    return offered;
  }

  async view(participantId: string, tx?: Tx): Promise<AvailabilityView> {
    const offered = (await this.offeredBy([participantId], tx)).get(participantId);
    return {
      everything: offered === undefined,
      intervals: (offered ?? []).map(({ start, end }) => ({ startsAt: iso(start), endsAt: iso(end) })),
      outside: await this.meetingsOutside(participantId, tx),
    };
  }

  /** Narrowing over a confirmed meeting is allowed: the meeting stays, and the answer says so. */
  async put(
    command: Command,
    { participantId, eventId }: { participantId: string; eventId: string },
    input: AvailabilityPut,
  ): Promise<AvailabilityView> {
    return this.transactions.command(command, async (tx) => {
      const offered = offer(input, await this.blocks(tx, eventId));
      await tx.em.query(
        `INSERT INTO meeting_availability (participant_id, everything, offered)
         SELECT $1, $2, coalesce(range_agg(tstzrange(starts_at, ends_at)), '{}')
         FROM unnest($3::timestamptz[], $4::timestamptz[]) AS part (starts_at, ends_at)
         ON CONFLICT ON CONSTRAINT meeting_availability_pk DO UPDATE SET everything = excluded.everything, offered = excluded.offered`,
        [participantId, input.everything, offered.map(({ start }) => iso(start)), offered.map(({ end }) => iso(end))],
      );
      tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
      return this.view(participantId, tx);
    });
  }

  private async blocks(tx: Tx, eventId: string): Promise<Interval[]> {
    const rows = (await tx.em.query(
      `SELECT lower(during) AS starts_at, upper(during) AS ends_at FROM meeting_block_day WHERE event_id = $1 ORDER BY during`,
      [eventId],
    )) as { starts_at: Date; ends_at: Date }[];
    return rows.map((row) => ({ start: row.starts_at.toTemporalInstant(), end: row.ends_at.toTemporalInstant() }));
  }

  private async meetingsOutside(participantId: string, tx?: Tx): Promise<MeetingId[]> {
    const rows = (await (tx?.em ?? this.dataSource.manager).query(
      `SELECT seat.meeting_id
       FROM meeting_seat seat JOIN meeting_availability availability USING (participant_id)
       WHERE participant_id = $1 AND seat.live AND NOT availability.everything AND NOT availability.offered @> seat.during
       ORDER BY seat.during`,
      [participantId],
    )) as { meeting_id: MeetingId }[];
    return rows.map((row) => row.meeting_id);
  }
}

const iso = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds).toISOString();
