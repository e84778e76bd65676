import type {
  Arrangement,
  Cancellation,
  LanguagePair,
  MeetingState,
  PersonName,
  SeatPart,
  VerdictSource,
} from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import type { Meeting } from '../meeting.rules.js';

export interface SideRow {
  userId: string;
  participantId: string;
  /** 0 asked first, 1 was asked, then further sides. */
  side: number;
  part: SeatPart;
  /** When this person last said how it went. */
  outcomeAt: Date | null;
  attendedSeconds: number | null;
}

export interface InterpretationRow {
  languages: LanguagePair;
  interpreter: { userId: string; name: PersonName } | null;
}

/**
 * A meeting with its slot's times, five minutes more where it was extended, and its people by side, who asked first. A side may have several people, and the first two
 * may have none: whoever stands for them is not named yet.
 */
export interface MeetingRow extends Meeting {
  id: string;
  eventId: string;
  requestId: string;
  slotId: string;
  language: string;
  /** Empty where nobody wrote one: it was arranged for the two. */
  reason: string;
  arranged: Arrangement | null;
  opportunityIds: string[];
  bookedAt: Date;
  cancelledBy: string | null;
  /** User who did it in that one's place. */
  cancelledThrough: string | null;
  cancelledNote: string | null;
  settledAt: Date | null;
  /** Participants: who asked, who was asked, whoever stands for them since. */
  principalIds: readonly [string, string];
  /** An interpreter is wanted, and who it is; null where nobody wants one. */
  interpretation: InterpretationRow | null;
  sides: readonly SideRow[];
}

interface Raw {
  id: string;
  event_id: string;
  request_id: string;
  slot_id: string;
  state: MeetingState;
  version: number;
  sequence: number;
  booked_at: Date;
  cancelled_by: string | null;
  cancelled_through: string | null;
  cancelled_because: Cancellation | null;
  cancelled_note: string | null;
  settled_from: VerdictSource | null;
  settled_at: Date | null;
  starts_at: Date;
  ends_at: Date;
  language: string;
  reason: string;
  arranged: Arrangement | null;
  opportunity_ids: string[];
  principal_ids: [string, string];
  interpretation: InterpretationRow | null;
  sides: (Omit<SideRow, 'outcomeAt'> & { outcomeAt: string | null })[] | null;
}

const select = `
  SELECT meeting.*, slot.starts_at, coalesce(meeting.extended_until, slot.ends_at) AS ends_at, request.language, request.reason, request.arranged, request.opportunity_ids,
         ARRAY[request.from_participant_id, request.to_participant_id] AS principal_ids, people.sides,
         wanted.interpretation
  FROM meeting
  JOIN meeting_slot slot ON slot.id = meeting.slot_id
  JOIN meeting_request request ON request.id = meeting.request_id
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('userId', occupant_id, 'participantId', participant_id, 'side', side, 'part', part,
             'outcomeAt', outcome_at, 'attendedSeconds', attended_seconds)
             ORDER BY side, part = 'required' DESC, part = 'optional' DESC,
               participant_id IN (request.from_participant_id, request.to_participant_id) DESC, participant_id) AS sides
    FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.kind = 'user'
  ) AS people
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('languages', languages, 'interpreter', CASE WHEN person.id IS NOT NULL THEN
             jsonb_build_object('userId', person.id, 'name', person.name) END) AS interpretation
    FROM meeting_interpretation
    LEFT JOIN meeting_seat seat ON seat.meeting_id = meeting.id AND seat.kind = 'interpreter'
    LEFT JOIN app_user person ON person.id = seat.occupant_id
    WHERE meeting_interpretation.request_id = meeting.request_id
  ) AS wanted ON true`;

/** Which meetings to read. */
export type MeetingScope =
  | { ids: readonly string[] }
  | { eventId: string; participantId: string }
  | { eventIds: readonly string[] }
  | { overAt: Date; atMost: number };

/** By start. */
export async function meetingsIn(em: EntityManager, scope: MeetingScope): Promise<MeetingRow[]> {
  const [where, parameters] = condition(scope);
  const rows = (await em.query(`${select} WHERE ${where}`, parameters)) as Raw[];
  return rows.map(rowOf).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
}

export async function meetingById(em: EntityManager, meetingId: string): Promise<MeetingRow | null> {
  return (await meetingsIn(em, { ids: [meetingId] }))[0] ?? null;
}

function condition(scope: MeetingScope): [string, unknown[]] {
  if ('ids' in scope) return ['meeting.id = ANY ($1)', [scope.ids]];
  if ('overAt' in scope) {
    const due = `meeting.state = 'confirmed' AND coalesce(meeting.extended_until, slot.ends_at) <= $1 ORDER BY slot.ends_at, meeting.id LIMIT $2 FOR NO KEY UPDATE OF meeting SKIP LOCKED`;
    return [due, [scope.overAt, scope.atMost]];
  }
  if ('participantId' in scope) {
    const own =
      'EXISTS (SELECT FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.participant_id = $2)';
    return [`meeting.event_id = $1 AND ${own}`, [scope.eventId, scope.participantId]];
  }
  return ['meeting.event_id = ANY ($1)', [scope.eventIds]];
}

/**
 * Keeps what became of a meeting, if it still is as it was when that was decided.
 * @returns false when somebody else was faster
 */
export async function saveMeeting(em: EntityManager, before: MeetingRow, next: MeetingRow): Promise<boolean> {
  const [row] = (await em.query(
    `WITH changed AS (
       UPDATE meeting SET state = $3, version = $4, sequence = $5, cancelled_by = $6, cancelled_because = $7, cancelled_note = $8,
              settled_from = $9, settled_at = $10, cancelled_through = $14
       WHERE id = $1 AND version = $2 RETURNING id
     ), seats AS (
       UPDATE meeting_seat seat SET live = seat.live AND $11, attended_seconds = coalesce(
         (SELECT attended FROM unnest($12::uuid[], $13::int[]) AS side (user_id, attended) WHERE user_id = seat.occupant_id),
         seat.attended_seconds)
       FROM changed WHERE seat.meeting_id = changed.id
     )
     SELECT id FROM changed`,
    [
      before.id,
      before.version,
      next.state,
      next.version,
      next.sequence,
      next.cancelledBy,
      next.cancelledBecause,
      next.cancelledNote,
      next.settledFrom,
      next.settledAt,
      next.state !== 'cancelled',
      next.sides.map((side) => side.userId),
      next.sides.map((side) => side.attendedSeconds),
      next.cancelledThrough,
    ],
  )) as { id: string }[];
  return row !== undefined;
}

function rowOf(raw: Raw): MeetingRow {
  return {
    id: raw.id,
    eventId: raw.event_id,
    requestId: raw.request_id,
    slotId: raw.slot_id,
    state: raw.state,
    version: raw.version,
    sequence: raw.sequence,
    startsAt: raw.starts_at,
    endsAt: raw.ends_at,
    language: raw.language,
    reason: raw.reason,
    arranged: raw.arranged,
    opportunityIds: raw.opportunity_ids,
    bookedAt: raw.booked_at,
    cancelledBy: raw.cancelled_by,
    cancelledThrough: raw.cancelled_through,
    cancelledBecause: raw.cancelled_because,
    cancelledNote: raw.cancelled_note,
    settledFrom: raw.settled_from,
    settledAt: raw.settled_at,
    principalIds: raw.principal_ids,
    interpretation: raw.interpretation,
    sides: (raw.sides ?? []).map((side) => ({ ...side, outcomeAt: side.outcomeAt ? new Date(side.outcomeAt) : null })),
  };
}
