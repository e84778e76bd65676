import type { Interval } from '@musubi/time';
import type { EntityManager } from 'typeorm';
import type { Limits } from '../limits/limits.rules.js';

/** What a person said about a block. */
export interface BlockOffer {
  everything: boolean;
  intervals: Interval[];
}

/** By participant and block; where somebody said nothing, the block's default holds. */
export type Offers = ReadonlyMap<string, ReadonlyMap<string, BlockOffer>>;

export async function offersOf(em: EntityManager, participantIds: readonly string[]): Promise<Offers> {
  const rows = (await em.query(
    `SELECT participant_id, block_id, everything, lower(part) AS starts_at, upper(part) AS ends_at
     FROM block_availability LEFT JOIN LATERAL unnest(offered) AS part ON NOT everything
     WHERE participant_id = ANY ($1) ORDER BY part`,
    [participantIds],
  )) as {
    participant_id: string;
    block_id: string;
    everything: boolean;
    starts_at: Date | null;
    ends_at: Date | null;
  }[];
  const offers = new Map<string, Map<string, BlockOffer>>();
  for (const { participant_id, block_id, everything, starts_at, ends_at } of rows) {
    const mine = offers.get(participant_id) ?? new Map<string, BlockOffer>();
    const offer = mine.get(block_id) ?? { everything, intervals: [] };
    if (starts_at && ends_at)
      offer.intervals.push({ start: starts_at.toTemporalInstant(), end: ends_at.toTemporalInstant() });
    offers.set(participant_id, mine.set(block_id, offer));
  }
  return offers;
}

/** A person's limits, and the meetings that count towards them, wherever they are. */
export interface LimitRow {
  limits: Limits;
  zone: string;
  meetings: Interval[];
}

/**
 * Only of those who have set any. One query for any number of people.
 * @param besides a meeting that is to be moved, and does not count
 */
export async function limitsOf(
  em: EntityManager,
  participantIds: readonly string[],
  besides: string | null = null,
): Promise<Map<string, LimitRow>> {
  const rows = (await em.query(
    `SELECT own.participant_id AS "participantId", own.gap_minutes AS "gapMinutes", own.per_day AS "perDay",
            own.quiet_until AS "quietUntil", own.quiet, person.zone, seats.meetings
     FROM meeting_limit own JOIN registration person ON person.id = own.participant_id
     CROSS JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_array(lower(during), upper(during))) AS meetings FROM meeting_seat seat
       WHERE seat.occupant_id = person.user_id AND seat.live AND seat.meeting_id IS DISTINCT FROM $2) AS seats
     WHERE own.participant_id = ANY ($1)`,
    [participantIds, besides],
  )) as (Limits & { participantId: string; zone: string; meetings: [string, string][] | null })[];
  return new Map(
    rows.map(({ participantId, zone, meetings, ...limits }) => [
      participantId,
      {
        limits,
        zone,
        meetings: (meetings ?? []).map(([start, end]) => ({
          start: new Date(start).toTemporalInstant(),
          end: new Date(end).toTemporalInstant(),
        })),
      },
    ]),
  );
}
