import { Injectable } from '@nestjs/common';
import type { LanguagePair } from '@musubi/contracts';
import { violatedConstraint, type Tx } from '../../../../platform/index.js';
import {
  acceptRequest,
  type MeetingRequest,
  type Mover,
  type RequestSide,
} from '../../requests/meeting-request.rules.js';
import type { ProposedSlotRow, RequestRow } from '../../requests/request-rows.js';
import { elsewhere } from '../../slots/takes-both.js';
import { meetingById, type MeetingRow, type SideRow } from '../views/meeting-rows.js';

export interface Booked {
  meeting: MeetingRow;
  /** Open requests of the two that proposed this time as well; they have lost an option. */
  othersLost: boolean;
  /** Further people were asked to come: those who must be there have their seats, the others are still to be looked after. */
  hasGuests: boolean;
  /** Of a meeting that was moved: who had a seat and has none at the new time. */
  leftBehind?: readonly SideRow[];
}

const slotTaken = [
  'meeting_seat_occupant_slot_live',
  'meeting_seat_occupant_apart',
  'meeting_seat_within_limits',
  'meeting_table_free',
  'meeting_slot_offered',
];

/**
 * True when a seat was refused because its occupant is taken then, takes on no more, or no table is free; the transaction
 * is lost.
 */
export function isSlotTaken(error: unknown): boolean {
  const constraint = violatedConstraint(error);
  return constraint !== null && slotTaken.includes(constraint);
}

/** One of the two has given the time to a session or a talk since it was proposed; the transaction is lost. */
export class Elsewhere extends Error {}

interface Claimed {
  id: string;
  elsewhere: boolean;
  others_lost: boolean;
  has_guests: boolean;
  languages: LanguagePair | null;
}

/**
 * Gives an accepted request its slot. One statement claims the seats of both people, and of guests without whom it is not
 * booked, held so that none of them goes at that moment: each occupant's queue is joined in sorted order first, so that two bookings never wait for each other in a circle;
 * then the constraints decide. Whoever is seated later in the transaction stands in the queue from here on, too: the table
 * comes after the people.
 */
@Injectable()
export class Booking {
  /**
   * @param choice `told`: whose move it is in the history, where it is not that of the side that accepts
   * @param along users who are to be seated once it is booked
   * @returns null when the request is no longer what it was when it was read
   * @throws DomainError what {@link acceptRequest} refuses; {@link Elsewhere}; a violated constraint where {@link isSlotTaken}
   */
  async book(
    tx: Tx,
    request: RequestRow,
    { slotId, by, told = by }: { slotId: string; by: RequestSide; told?: Mover },
    along: readonly string[] = [],
  ): Promise<Booked | null> {
    const next = acceptRequest(request, { slotId, by, at: tx.now });
    const slot = request.slots.find((one) => one.slotId === slotId)!;
    const claimed = await this.claim(tx, request, next, { slot, told, along });
    if (!claimed) return null;
    if (claimed.elsewhere) throw new Elsewhere();
    const { id, others_lost: othersLost, has_guests: hasGuests, languages } = claimed;
    const known = newMeeting(id, request, slot, tx.now);
    const meeting = hasGuests ? (await meetingById(tx.em, id))! : known;
    const interpretation = languages && { languages, interpreter: null };
    return { meeting: { ...meeting, interpretation }, othersLost, hasGuests };
  }

  private async claim(
    tx: Tx,
    request: RequestRow,
    next: MeetingRequest,
    { slot, told, along }: { slot: ProposedSlotRow; told: Mover; along: readonly string[] },
  ): Promise<Claimed | null> {
    const [row] = (await tx.em.query(
      `WITH accepted AS (
         UPDATE meeting_request SET state = $3, turn = NULL, version = $4 WHERE id = $1 AND version = $2 RETURNING id, event_id
       ), told AS (
         INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, $4, $5, $3, $6::timestamptz FROM accepted
       ), booked AS (
         INSERT INTO meeting (event_id, request_id, slot_id, booked_at) SELECT event_id, id, $7::uuid, $6 FROM accepted RETURNING id
       ), willing AS MATERIALIZED (
         SELECT user_id, participant_id, side, part FROM meeting_guest
         WHERE request_id IN (SELECT id FROM accepted) AND state = 'accepted' FOR SHARE
       ), queued AS MATERIALIZED (
         SELECT occupant_id, participant_id, side, now, pg_advisory_xact_lock(hashtextextended('seats of ' || occupant_id, 0))
         FROM (SELECT *, true AS now FROM unnest($8::uuid[], $9::uuid[], '{0,1}'::smallint[]) AS person (occupant_id, participant_id, side)
               UNION ALL SELECT user_id, participant_id, side, part = 'required' FROM willing
               UNION ALL SELECT id, NULL, NULL, false FROM unnest($12::uuid[]) AS along (id) ORDER BY 1) AS person
       ), seated AS (
         INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during)
         SELECT booked.id, occupant_id, 'user', participant_id, side, 'required', slot.id, slot.during
         FROM booked CROSS JOIN queued JOIN meeting_slot slot ON slot.id = $7 WHERE queued.now ORDER BY occupant_id
       )
       SELECT booked.id, ${elsewhere('SELECT unnest($8)', 'tstzrange($10, $11)')} AS elsewhere, EXISTS (
         SELECT FROM meeting_request other
         JOIN meeting_request_slot choice ON choice.request_id = other.id
         JOIN meeting_slot slot ON slot.id = choice.slot_id
         WHERE other.turn IS NOT NULL AND other.emptied_at IS NULL AND other.id <> $1
           AND (other.from_user_id = ANY ($8) OR other.to_user_id = ANY ($8))
           AND slot.during && tstzrange($10, $11)
       ) AS others_lost,
       EXISTS (SELECT FROM meeting_guest WHERE request_id = $1 AND state IN ('invited', 'accepted')) AS has_guests,
       (SELECT languages FROM meeting_interpretation WHERE request_id = $1) AS languages FROM booked`,
      [
        request.id,
        request.version,
        next.state,
        next.version,
        told,
        tx.now,
        slot.slotId,
        [request.fromUserId, request.toUserId],
        [request.fromParticipantId, request.toParticipantId],
        slot.startsAt,
        slot.endsAt,
        along,
      ],
    )) as Claimed[];
    return row ?? null;
  }
}

export function newMeeting(
  id: string,
  request: RequestRow,
  slot: Pick<ProposedSlotRow, 'slotId' | 'startsAt' | 'endsAt'>,
  bookedAt: Date,
): MeetingRow {
  const person = (userId: string, participantId: string, side: 0 | 1): SideRow => ({
    userId,
    participantId,
    side,
    part: 'required',
    outcomeAt: null,
    attendedSeconds: null,
  });
  return {
    id,
    eventId: request.eventId,
    requestId: request.id,
    slotId: slot.slotId,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    state: 'confirmed',
    version: 1,
    sequence: 0,
    language: request.language,
    reason: request.reason,
    arranged: request.arranged,
    opportunityIds: request.opportunityIds,
    bookedAt,
    cancelledBy: null,
    cancelledThrough: null,
    cancelledBecause: null,
    cancelledNote: null,
    settledFrom: null,
    settledAt: null,
    interpretation: null,
    principalIds: [request.fromParticipantId, request.toParticipantId],
    sides: [
      person(request.fromUserId, request.fromParticipantId, 0),
      person(request.toUserId, request.toParticipantId, 1),
    ],
  };
}
