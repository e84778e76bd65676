import type { GapState } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { metStates } from '../event/wishes/met.js';

export interface GapRow {
  id: string;
  eventId: string;
  slotId: string;
  blockId: string;
  startsAt: Date;
  endsAt: Date;
  one: string;
  other: string;
  offeredAt: Date;
  state: GapState;
  answeredBy: string | null;
  requestId: string | null;
  meetingId: string | null;
}

const select = `
  SELECT gap.id, gap.event_id AS "eventId", gap.slot_id AS "slotId", slot.block_id AS "blockId", slot.starts_at AS "startsAt",
         slot.ends_at AS "endsAt", one_participant_id AS "one", other_participant_id AS "other", offered_at AS "offeredAt", gap.state,
         answered_by AS "answeredBy", gap.request_id AS "requestId", meeting.id AS "meetingId"
  FROM schedule_gap gap JOIN meeting_slot slot ON slot.id = gap.slot_id LEFT JOIN meeting ON meeting.request_id = gap.request_id`;

/** Open ones of a participant, by start; none with somebody who left, or between whom and them a block stands or interest ended. */
export async function openGapsOf(em: EntityManager, participantId: string, now: Date): Promise<GapRow[]> {
  return em.query(
    `${select}
     JOIN registration one ON one.id = one_participant_id AND one.state = 'complete'
     JOIN registration other ON other.id = other_participant_id AND other.state = 'complete'
     WHERE gap.state = 'open' AND $1 IN (one_participant_id, other_participant_id) AND slot.starts_at > $2 AND NOT EXISTS (
       SELECT FROM person_block
       WHERE (by_user_id, person_block.user_id) IN ((one.user_id, other.user_id), (other.user_id, one.user_id)))
       AND NOT EXISTS (
       SELECT FROM recommendation_dismissal dismissal WHERE dismissal.at > gap.offered_at
         AND (participant_id, dismissed_id) IN ((one.id, other.id), (other.id, one.id)))
     ORDER BY slot.starts_at, gap.id`,
    [participantId, now],
  );
}

export async function gapById(em: EntityManager, gapId: string): Promise<GapRow | null> {
  const [row] = (await em.query(`${select} WHERE gap.id = $1`, [gapId])) as GapRow[];
  return row ?? null;
}

/**
 * Answers an open one; one that was taken is taken, whatever was said of it while the meeting was booked. @returns false where it was
 * answered before
 */
export async function answerGap(
  em: EntityManager,
  gapId: string,
  answer: { state: Exclude<GapState, 'open'>; by: string | null; at: Date; requestId: string | null },
): Promise<boolean> {
  const [, changed] = (await em.query(
    `UPDATE schedule_gap SET state = $2, answered_by = $3, answered_at = $4, request_id = $5 WHERE id = $1 AND (state = 'open' OR ($2 = 'taken' AND state <> 'taken'))`,
    [gapId, answer.state, answer.by, answer.at, answer.requestId],
  )) as [unknown, number];
  return changed > 0;
}

/** Two who both wish to meet, and how much. */
export interface Wanting {
  one: string;
  other: string;
  musts: number;
}

/** With whom each of these participants has a wish in common and no meeting yet, the strongest wishes first. */
export async function mutualWishes(em: EntityManager, participantIds: readonly string[]): Promise<Wanting[]> {
  return em.query(
    `SELECT DISTINCT least(mine.from_participant_id, mine.to_participant_id) AS "one",
            greatest(mine.from_participant_id, mine.to_participant_id) AS "other",
            (mine.preference = 'must')::int + (theirs.preference = 'must')::int AS musts
     FROM meeting_preference mine JOIN meeting_preference theirs
       ON theirs.from_participant_id = mine.to_participant_id AND theirs.to_participant_id = mine.from_participant_id
     JOIN registration them ON them.id = mine.to_participant_id AND them.state = 'complete'
     JOIN registration me ON me.id = mine.from_participant_id AND me.state = 'complete'
     WHERE mine.from_participant_id = ANY ($1) AND mine.preference <> 'no_thanks' AND theirs.preference <> 'no_thanks'
       AND NOT EXISTS (
         SELECT FROM meeting JOIN meeting_seat a ON a.meeting_id = meeting.id AND a.participant_id = mine.from_participant_id
         JOIN meeting_seat b ON b.meeting_id = meeting.id AND b.participant_id = mine.to_participant_id
         WHERE meeting.state = ANY ($2))
     ORDER BY musts DESC, "one", "other"`,
    [participantIds, metStates],
  );
}

/** Offers the time to the two. @returns the pairs to whom it was not offered before */
export async function offer(
  em: EntityManager,
  pairs: readonly Pick<Wanting, 'one' | 'other'>[],
  { eventId, slotId, at }: { eventId: string; slotId: string; at: Date },
): Promise<{ one: string; other: string }[]> {
  return em.query(
    `INSERT INTO schedule_gap (event_id, slot_id, one_participant_id, other_participant_id, offered_at, state)
     SELECT $1, $2, one, other, $3, 'open' FROM unnest($4::uuid[], $5::uuid[]) AS pair (one, other)
     ON CONFLICT ON CONSTRAINT schedule_gap_once DO NOTHING
     RETURNING one_participant_id AS "one", other_participant_id AS "other"`,
    [eventId, slotId, at, pairs.map(({ one }) => one), pairs.map(({ other }) => other)],
  );
}
