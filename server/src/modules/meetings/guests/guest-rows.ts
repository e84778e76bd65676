import type { GuestState, SeatPart } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

export interface GuestRow {
  id: string;
  requestId: string;
  eventId: string;
  participantId: string;
  userId: string;
  side: number;
  part: SeatPart;
  state: GuestState;
  invitedBy: string;
  invitedAt: Date;
  answeredAt: Date | null;
}

const select = `
  SELECT guest.id, guest.request_id AS "requestId", request.event_id AS "eventId", guest.participant_id AS "participantId",
         guest.user_id AS "userId", guest.side, guest.part, guest.state, guest.invited_by AS "invitedBy",
         guest.invited_at AS "invitedAt", guest.answered_at AS "answeredAt"
  FROM meeting_guest guest JOIN meeting_request request ON request.id = guest.request_id`;

export async function guestById(em: EntityManager, guestId: string): Promise<GuestRow | null> {
  const [row] = (await em.query(`${select} WHERE guest.id = $1`, [guestId])) as GuestRow[];
  return row ?? null;
}

/** In the order in which they were asked. */
export async function guestsOf(em: EntityManager, requestId: string): Promise<GuestRow[]> {
  return em.query(`${select} WHERE guest.request_id = $1 ORDER BY guest.invited_at, guest.id`, [requestId]);
}

/** Of several requests at once, each in the order in which they were asked. */
export async function guestsOfMany(em: EntityManager, requestIds: readonly string[]): Promise<Map<string, GuestRow[]>> {
  const rows = (await em.query(`${select} WHERE guest.request_id = ANY ($1) ORDER BY guest.invited_at, guest.id`, [
    [...requestIds],
  ])) as GuestRow[];
  return Map.groupBy(rows, (row) => row.requestId);
}

/** To this person in the event, the newest first. */
export async function invitationsTo(em: EntityManager, participantId: string, atMost: number): Promise<GuestRow[]> {
  return em.query(`${select} WHERE guest.participant_id = $1 ORDER BY guest.invited_at DESC, guest.id DESC LIMIT $2`, [
    participantId,
    atMost,
  ]);
}

export type NewGuest = Pick<GuestRow, 'participantId' | 'userId' | 'side' | 'part'>;

/** @throws a violated `meeting_guest_once` for somebody who is asked already */
export async function insertGuests(
  em: EntityManager,
  { requestId, invitedBy, at }: { requestId: string; invitedBy: string; at: Date },
  people: readonly NewGuest[],
): Promise<void> {
  await em.query(
    `INSERT INTO meeting_guest (request_id, participant_id, user_id, side, part, invited_by, invited_at)
     SELECT $1, person."participantId", person."userId", person.side, person.part, $2, $3
     FROM jsonb_to_recordset($4) AS person ("participantId" uuid, "userId" uuid, side smallint, part text)
     ORDER BY person."participantId"`,
    [requestId, invitedBy, at, JSON.stringify(people)],
  );
}

/** Keeps what became of invitations, of those that are still open for it. @returns those that changed */
export async function saveGuests(
  em: EntityManager,
  ids: readonly string[],
  state: Exclude<GuestState, 'invited'>,
  at: Date,
): Promise<GuestRow[]> {
  const changed = (await em.query(
    `WITH changed AS (
       UPDATE meeting_guest SET state = $2, answered_at = $3
       WHERE id = ANY ($1) AND state IN ('invited', 'accepted') AND state <> $2 RETURNING id
     ) SELECT id FROM changed`,
    [[...ids], state, at],
  )) as { id: string }[];
  return em.query(`${select} WHERE guest.id = ANY ($1) ORDER BY guest.id`, [changed.map(({ id }) => id)]);
}

/** Where the meeting of a request is, if the two have agreed on one. */
export async function meetingOf(em: EntityManager, requestId: string): Promise<string | null> {
  const [row] = (await em.query('SELECT id FROM meeting WHERE request_id = $1', [requestId])) as { id: string }[];
  return row?.id ?? null;
}

/** The same for several requests at once; those without a meeting are missing. */
export async function meetingsOf(em: EntityManager, requestIds: readonly string[]): Promise<string[]> {
  const rows = (await em.query('SELECT id FROM meeting WHERE request_id = ANY ($1)', [[...requestIds]])) as {
    id: string;
  }[];
  return rows.map(({ id }) => id);
}

/** The request that asked for the meeting, where this one only wants to move it. */
export async function originOf(em: EntityManager, requestId: string): Promise<string> {
  const [row] = (await em.query(
    `SELECT meeting.request_id AS id FROM meeting_reschedule reschedule JOIN meeting ON meeting.id = reschedule.meeting_id
     WHERE reschedule.request_id = $1`,
    [requestId],
  )) as { id: string }[];
  return row?.id ?? requestId;
}
