import type { Arrangement, DeclineReason, LanguagePair, MeetingRequestState, StaysEnded } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { takesBoth } from '../slots/takes-both.js';
import type { MeetingRequest, Mover, RequestSide } from './meeting-request.rules.js';
import { reminderOf } from './endings/request-reminders.js';

export interface ProposedSlotRow {
  slotId: string;
  startsAt: Date;
  endsAt: Date;
  /** Ahead, and neither of the two has something else then or takes on no more. */
  open: boolean;
}

export interface MoveRow {
  by: Mover;
  did: MeetingRequestState;
  at: Date;
  note: string | null;
  /** Where the plan that had answered it was taken back: why it does not open again. */
  because: StaysEnded | null;
  /** What the request became by it; nobody's move raises it, too, such as another who comes to stand for a side. */
  version: number;
}

/** A request with all that belongs to it. */
export interface RequestRow extends MeetingRequest {
  id: string;
  eventId: string;
  fromParticipantId: string;
  toParticipantId: string;
  fromUserId: string;
  toUserId: string;
  /** Empty where nobody wrote one: it was arranged for the two. */
  reason: string;
  arranged: Arrangement | null;
  opportunityIds: string[];
  language: string;
  /** Between which languages an interpreter is asked for. */
  interpretation: LanguagePair | null;
  sentAt: Date;
  slots: readonly ProposedSlotRow[];
  history: readonly MoveRow[];
  /** What came of it, or the meeting that it wants to move. */
  meetingId: string | null;
  /** Of the meeting to be moved: when it stood as this was asked. */
  movesFrom: { slotId: string; startsAt: Date; endsAt: Date } | null;
}

/** The columns of a `RequestRow`; its dates inside JSON come as text. */
const select = `
  SELECT request.id, request.event_id, request.from_participant_id, request.to_participant_id, request.from_user_id,
         request.to_user_id, request.state, request.turn, request.version, request.reason, request.arranged, request.opportunity_ids,
         request.language, interpreted.languages AS interpretation, request.sent_at, request.answer_by, request.declined_because, request.note,
         coalesce(meeting.id, reschedule.meeting_id) AS meeting_id, origin.id AS origin_id, origin.starts_at AS origin_starts_at,
         origin.ends_at AS origin_ends_at, proposed.slots, told.history
  FROM meeting_request request
  LEFT JOIN meeting ON meeting.request_id = request.id
  LEFT JOIN meeting_reschedule reschedule ON reschedule.request_id = request.id
  LEFT JOIN meeting moved ON moved.id = reschedule.meeting_id
  LEFT JOIN meeting_interpretation interpreted ON interpreted.request_id = coalesce(moved.request_id, request.id)
  LEFT JOIN meeting_slot origin ON origin.id = reschedule.from_slot_id
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('slotId', slot.id, 'startsAt', slot.starts_at, 'endsAt', slot.ends_at, 'open',
             slot.starts_at > domain_now() AND ${takesBoth('slot', 'request', 'reschedule.meeting_id')}) ORDER BY choice.place) AS slots
    FROM meeting_request_slot choice JOIN meeting_slot slot ON slot.id = choice.slot_id
    WHERE choice.request_id = request.id
  ) AS proposed
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('by', move.by, 'did', move.did, 'at', move.at, 'note', move.note, 'because', move.because, 'version', move.version) ORDER BY move.version) AS history
    FROM meeting_request_move move WHERE move.request_id = request.id
  ) AS told`;

interface Raw {
  id: string;
  event_id: string;
  from_participant_id: string;
  to_participant_id: string;
  from_user_id: string;
  to_user_id: string;
  state: MeetingRequestState;
  turn: RequestSide | null;
  version: number;
  reason: string;
  arranged: Arrangement | null;
  opportunity_ids: string[];
  language: string;
  interpretation: LanguagePair | null;
  sent_at: Date;
  answer_by: Date;
  declined_because: DeclineReason | null;
  note: string | null;
  meeting_id: string | null;
  origin_id: string | null;
  origin_starts_at: Date | null;
  origin_ends_at: Date | null;
  slots: { slotId: string; startsAt: string; endsAt: string; open: boolean }[] | null;
  history:
    | {
        by: Mover;
        did: MeetingRequestState;
        at: string;
        note: string | null;
        because: StaysEnded | null;
        version: number;
      }[]
    | null;
}

export async function requestById(em: EntityManager, requestId: string): Promise<RequestRow | null> {
  const [row] = (await em.query(`${select} WHERE request.id = $1`, [requestId])) as Raw[];
  return row ? rowOf(row) : null;
}

/** Of these ids, in no order. */
export async function requestsByIds(em: EntityManager, ids: readonly string[]): Promise<RequestRow[]> {
  if (ids.length === 0) return [];
  const rows = (await em.query(`${select} WHERE request.id = ANY ($1)`, [[...ids]])) as Raw[];
  return rows.map(rowOf);
}

/** Sent and received, the newest first. */
export async function requestsOf(em: EntityManager, participantId: string): Promise<RequestRow[]> {
  const rows = (await em.query(
    `${select} WHERE request.from_participant_id = $1 OR request.to_participant_id = $1 ORDER BY request.sent_at DESC, request.id DESC`,
    [participantId],
  )) as Raw[];
  return rows.map(rowOf);
}

/** Open ones of any of these, sent and received, the newest first. */
export async function openOf(em: EntityManager, participantIds: readonly string[]): Promise<RequestRow[]> {
  const rows = (await em.query(
    `${select} WHERE request.turn IS NOT NULL AND (request.from_participant_id = ANY ($1) OR request.to_participant_id = ANY ($1))
     ORDER BY request.sent_at DESC, request.id DESC`,
    [[...participantIds]],
  )) as Raw[];
  return rows.map(rowOf);
}

/** Two participants of an event, whoever asked whom. */
export interface Between {
  eventId: string;
  one: string;
  other: string;
}

/** SQL: whether a row of `meeting_request` is between these two; takes the parameters that hold them. */
export const isBetween = (eventId: string, one: string, other: string): string => `(event_id = ${eventId}
  AND least(from_participant_id, to_participant_id) = least(${one}::uuid, ${other}::uuid)
  AND greatest(from_participant_id, to_participant_id) = greatest(${one}::uuid, ${other}::uuid))`;

/** The request between the two that is open then: its deadline counts from its own instant, as rules have it. */
export async function openBetween(
  em: EntityManager,
  at: Date,
  { eventId, one, other }: Between,
): Promise<RequestRow | null> {
  const [row] = (await em.query(
    `${select} WHERE request.id = (
       SELECT id FROM meeting_request WHERE turn IS NOT NULL AND answer_by > $1 AND ${isBetween('$2', '$3', '$4')})`,
    [at, eventId, one, other],
  )) as Raw[];
  return row ? rowOf(row) : null;
}

/** How many requests this person has sent in the event that are open then; those to move a meeting do not count. */
export async function openOutgoing(em: EntityManager, at: Date, eventId: string, userId: string): Promise<number> {
  const [row] = (await em.query(
    `SELECT count(*)::int AS open FROM meeting_request
     WHERE turn IS NOT NULL AND answer_by > $3 AND from_user_id = $1 AND event_id = $2
       AND NOT EXISTS (SELECT FROM meeting_reschedule WHERE request_id = meeting_request.id)`,
    [userId, eventId, at],
  )) as { open: number }[];
  return row!.open;
}

export interface NewRequest {
  eventId: string;
  from: { participantId: string; userId: string };
  to: { participantId: string; userId: string };
  reason: string;
  arranged?: Arrangement | null;
  opportunityIds: readonly string[];
  language: string;
  request: MeetingRequest;
  /** The meeting to be moved, and its slot now. */
  moves?: { meetingId: string; slotId: string };
}

/**
 * Writes a new request with its slots and first move in one statement.
 * @returns its id, or null while another request between the two is open
 */
export async function insertRequest(
  em: EntityManager,
  at: Date,
  { request, ...given }: NewRequest,
): Promise<string | null> {
  const [row] = (await em.query(
    `WITH sent AS (
       INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn,
                                    version, reason, opportunity_ids, language, sent_at, answer_by, note, remind_at, arranged)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $15, $18, $19)
       ON CONFLICT (event_id, least(from_participant_id, to_participant_id), greatest(from_participant_id, to_participant_id))
         WHERE turn IS NOT NULL DO NOTHING
       RETURNING id, version, state
     ), proposed AS (
       INSERT INTO meeting_request_slot (request_id, slot_id, place)
       SELECT sent.id, slot_id, place FROM sent, unnest($14::uuid[]) WITH ORDINALITY AS choice (slot_id, place)
     ), moves AS (
       INSERT INTO meeting_reschedule (request_id, meeting_id, from_slot_id) SELECT id, $16, $17 FROM sent WHERE $16::uuid IS NOT NULL
     ), told AS (
       INSERT INTO meeting_request_move (request_id, version, by, did, at, note) SELECT id, version, 'from', state, $12, $15 FROM sent
     )
     SELECT id FROM sent`,
    [
      given.eventId,
      given.from.participantId,
      given.to.participantId,
      given.from.userId,
      given.to.userId,
      request.state,
      request.turn,
      request.version,
      given.reason,
      given.opportunityIds,
      given.language,
      at,
      request.answerBy,
      request.slots.map((slot) => slot.slotId),
      request.note,
      given.moves?.meetingId ?? null,
      given.moves?.slotId ?? null,
      request.turn && reminderOf(at, request.answerBy),
      given.arranged ?? null,
    ],
  )) as { id: string }[];
  return row?.id ?? null;
}

/** Cites these as well. @returns all that are cited */
export async function citeAlso(em: EntityManager, requestId: string, ids: readonly string[]): Promise<string[]> {
  const [rows] = (await em.query(
    `UPDATE meeting_request SET opportunity_ids = opportunity_ids || ARRAY(
       SELECT added.id FROM unnest($2::uuid[]) WITH ORDINALITY AS added (id, place)
       WHERE added.id <> ALL (opportunity_ids) ORDER BY place)
     WHERE id = $1 RETURNING opportunity_ids AS ids`,
    [requestId, [...ids]],
  )) as [{ ids: string[] }[], number];
  return rows[0]!.ids;
}

export interface MoveOf {
  by: Mover;
  at: Date;
  note: string | null;
}

/**
 * Keeps what a move made of a request, if the request still is as it was when the move was decided.
 * @returns false when somebody else was faster
 */
export async function saveMove(
  em: EntityManager,
  before: RequestRow,
  next: MeetingRequest,
  move: MoveOf,
): Promise<boolean> {
  const proposes = next.slots !== before.slots;
  const [row] = (await em.query(
    `WITH moved AS (
       UPDATE meeting_request SET state = $3, turn = $4, version = $5, answer_by = $6, declined_because = $7, note = $8,
              emptied_at = CASE WHEN $9::uuid[] IS NULL THEN emptied_at END, remind_at = $13
       WHERE id = $1 AND version = $2 RETURNING id
     ), dropped AS (
       DELETE FROM meeting_request_slot USING moved
       WHERE request_id = moved.id AND slot_id <> ALL ($9::uuid[])
     ), proposed AS (
       INSERT INTO meeting_request_slot (request_id, slot_id, place)
       SELECT moved.id, slot_id, place FROM moved, unnest($9::uuid[]) WITH ORDINALITY AS choice (slot_id, place)
       ON CONFLICT ON CONSTRAINT meeting_request_slot_pk DO UPDATE SET place = excluded.place
     ), told AS (
       INSERT INTO meeting_request_move (request_id, version, by, did, at, note) SELECT id, $5, $10, $3, $11::timestamptz, $12 FROM moved
     )
     SELECT id FROM moved`,
    [
      before.id,
      before.version,
      next.state,
      next.turn,
      next.version,
      next.answerBy,
      next.declinedBecause,
      next.note,
      proposes ? next.slots.map((slot) => slot.slotId) : null,
      move.by,
      move.at,
      move.note,
      next.turn && reminderOf(move.at, next.answerBy),
    ],
  )) as { id: string }[];
  return row !== undefined;
}

function rowOf(raw: Raw): RequestRow {
  return {
    id: raw.id,
    eventId: raw.event_id,
    fromParticipantId: raw.from_participant_id,
    toParticipantId: raw.to_participant_id,
    fromUserId: raw.from_user_id,
    toUserId: raw.to_user_id,
    state: raw.state,
    turn: raw.turn,
    version: raw.version,
    reason: raw.reason,
    arranged: raw.arranged,
    opportunityIds: raw.opportunity_ids,
    language: raw.language,
    interpretation: raw.interpretation,
    sentAt: raw.sent_at,
    answerBy: raw.answer_by,
    declinedBecause: raw.declined_because,
    note: raw.note,
    meetingId: raw.meeting_id,
    movesFrom: raw.origin_id
      ? { slotId: raw.origin_id, startsAt: raw.origin_starts_at!, endsAt: raw.origin_ends_at! }
      : null,
    slots: (raw.slots ?? []).map((slot) => ({
      ...slot,
      startsAt: new Date(slot.startsAt),
      endsAt: new Date(slot.endsAt),
    })),
    history: (raw.history ?? []).map((move) => ({ ...move, at: new Date(move.at) })),
  };
}
