import type { LanguagePair } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import type { Stint } from './interpreter.rules.js';

export interface InterpreterRow {
  id: string;
  userId: string;
  pairs: string[];
  /** Empty means always. */
  available: { startsAt: string; endsAt: string }[];
  inARow: number;
  breakMinutes: number;
}

/** By when they were added. */
export async function interpretersOf(em: EntityManager, eventId: string): Promise<InterpreterRow[]> {
  return em.query(
    `SELECT id, user_id AS "userId", pairs, in_a_row AS "inARow", break_minutes AS "breakMinutes",
            coalesce((SELECT jsonb_agg(jsonb_build_object('startsAt', lower(part), 'endsAt', upper(part)) ORDER BY part)
                      FROM unnest(available) AS part), '[]') AS available
     FROM event_interpreter WHERE event_id = $1 ORDER BY id`,
    [eventId],
  );
}

/** Between which languages a request or its meeting wants an interpreter; null where none is wanted. */
export async function languagesOf(em: EntityManager, requestId: string): Promise<LanguagePair | null> {
  const [row] = (await em.query('SELECT languages FROM meeting_interpretation WHERE request_id = $1', [requestId])) as {
    languages: LanguagePair;
  }[];
  return row?.languages ?? null;
}

/** All meetings that these people interpret, of any event, by user; without the one that is to be moved. */
export async function stintsOf(
  em: EntityManager,
  userIds: readonly string[],
  besides: string | null = null,
): Promise<Map<string, Stint[]>> {
  const rows = (await em.query(
    `SELECT occupant_id AS "userId", lower(during) AS "startsAt", upper(during) AS "endsAt"
     FROM meeting_seat WHERE occupant_id = ANY ($1) AND kind = 'interpreter' AND live AND meeting_id IS DISTINCT FROM $2 ORDER BY during`,
    [userIds, besides],
  )) as (Stint & { userId: string })[];
  return Map.groupBy(rows, ({ userId }) => userId);
}

/** Meetings that somebody interprets, by start; what was cancelled is nobody's any more. */
export async function interpretedBy(em: EntityManager, userId: string): Promise<MeetingRow[]> {
  const rows = (await em.query(
    `SELECT meeting_id AS id FROM meeting_seat WHERE occupant_id = $1 AND kind = 'interpreter'`,
    [userId],
  )) as { id: string }[];
  return rows.length > 0 ? meetingsIn(em, { ids: rows.map(({ id }) => id) }) : [];
}

/** Who could take each of the meetings, breaks aside: who speaks both languages, offers the time and has nothing then. One query. */
export async function freeInterpreters(
  em: EntityManager,
  eventId: string,
  meetingIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = (await em.query(
    `SELECT meeting.id AS "meetingId", array_agg(interpreter.id ORDER BY interpreter.id) AS free
     FROM meeting
     JOIN meeting_slot slot ON slot.id = meeting.slot_id
     JOIN meeting_interpretation wanted ON wanted.request_id = meeting.request_id
     JOIN event_interpreter interpreter ON interpreter.event_id = meeting.event_id
       AND least(wanted.languages[1], wanted.languages[2]) || '-' || greatest(wanted.languages[1], wanted.languages[2]) = ANY (pairs)
       AND (available IS NULL OR available @> slot.during)
       AND NOT EXISTS (SELECT FROM meeting_seat seat
         WHERE seat.live AND seat.occupant_id = interpreter.user_id AND seat.during && slot.during)
     WHERE meeting.event_id = $1 AND meeting.id = ANY ($2) GROUP BY meeting.id`,
    [eventId, meetingIds],
  )) as { meetingId: string; free: string[] }[];
  return new Map(rows.map(({ meetingId, free }) => [meetingId, free]));
}
