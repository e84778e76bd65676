import { messagesAtOnce } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

/** A thread, and where it stands for the one who looks. */
export interface ThreadRow {
  /** The request that the thread belongs to. */
  requestId: string;
  eventId: string;
  me: { participantId: string; userId: string };
  them: { participantId: string; userId: string };
  open: boolean;
}

export interface MessageRow {
  id: string;
  participantId: string;
  text: string;
  sentAt: Date;
}

/** The thread of a request, or of the meeting that a request wants to move; null for anybody but its two sides. */
export async function threadOf(em: EntityManager, requestId: string, userId: string): Promise<ThreadRow | null> {
  const [row] = (await em.query(
    `SELECT request.id AS "requestId", request.event_id AS "eventId",
            CASE WHEN request.from_user_id = $2 THEN request.from_participant_id ELSE request.to_participant_id END AS mine,
            CASE WHEN request.from_user_id = $2 THEN request.to_participant_id ELSE request.from_participant_id END AS theirs,
            CASE WHEN request.from_user_id = $2 THEN request.to_user_id ELSE request.from_user_id END AS "otherUserId",
            (request.turn IS NOT NULL OR coalesce(meeting.state <> 'cancelled', false)) AND NOT EXISTS (
              SELECT FROM registration
              WHERE id IN (request.from_participant_id, request.to_participant_id) AND state <> 'complete') AS open
     FROM meeting_request request
     LEFT JOIN meeting ON meeting.request_id = request.id
     WHERE request.id = coalesce(
             (SELECT moved.request_id FROM meeting_reschedule JOIN meeting moved ON moved.id = meeting_id
              WHERE meeting_reschedule.request_id = $1), $1)
       AND $2 IN (request.from_user_id, request.to_user_id)`,
    [requestId, userId],
  )) as { requestId: string; eventId: string; mine: string; theirs: string; otherUserId: string; open: boolean }[];
  if (!row) return null;
  const { mine, theirs, otherUserId, ...thread } = row;
  return {
    ...thread,
    me: { participantId: mine, userId },
    them: { participantId: theirs, userId: otherUserId },
  };
}

/** Oldest first; the newest of those before the given one. One more than an answer carries tells that there are older ones. */
export async function messagesOf(em: EntityManager, requestId: string, before: string | null): Promise<MessageRow[]> {
  const rows = (await em.query(
    `SELECT id, participant_id AS "participantId", text, sent_at AS "sentAt" FROM thread_message
     WHERE request_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT ${messagesAtOnce + 1}`,
    [requestId, before],
  )) as MessageRow[];
  return rows.reverse();
}

/** How many messages of the other side this one has not read, by thread; threads without any are missing. */
export async function unreadBy(
  em: EntityManager,
  participantId: string,
  requestId: string | null = null,
): Promise<{ requestId: string; unread: number }[]> {
  return em.query(
    `SELECT message.request_id AS "requestId", count(*)::int AS unread
     FROM meeting_request request
     JOIN thread_message message ON message.request_id = request.id AND message.participant_id <> $1
     LEFT JOIN thread_reading reading ON reading.request_id = request.id AND reading.participant_id = $1
     WHERE $1 IN (request.from_participant_id, request.to_participant_id) AND ($2::uuid IS NULL OR request.id = $2)
       AND (reading.through_id IS NULL OR message.id > reading.through_id)
     GROUP BY message.request_id ORDER BY message.request_id`,
    [participantId, requestId],
  ) as Promise<{ requestId: string; unread: number }[]>;
}

/** When the newest message that this participant has read was sent. */
export async function readUntil(em: EntityManager, requestId: string, participantId: string): Promise<Date | null> {
  const [row] = (await em.query(
    `SELECT message.sent_at AS "sentAt" FROM thread_reading JOIN thread_message message ON message.id = through_id
     WHERE thread_reading.request_id = $1 AND thread_reading.participant_id = $2`,
    [requestId, participantId],
  )) as { sentAt: Date }[];
  return row?.sentAt ?? null;
}

/** Whether this message was said in this thread. */
export async function wasSaid(
  em: EntityManager,
  { requestId, throughId }: { requestId: string; throughId: string },
): Promise<boolean> {
  const rows = (await em.query('SELECT FROM thread_message WHERE request_id = $1 AND id = $2', [
    requestId,
    throughId,
  ])) as unknown[];
  return rows.length > 0;
}

/** Reading never goes back. @returns whether it went on */
export async function keepReading(
  em: EntityManager,
  at: Date,
  { requestId, participantId, throughId }: { requestId: string; participantId: string; throughId: string },
): Promise<boolean> {
  const rows = (await em.query(
    `INSERT INTO thread_reading (request_id, participant_id, through_id, read_at)
     SELECT $1, $2, id, $4 FROM thread_message WHERE request_id = $1 AND id = $3
     ON CONFLICT ON CONSTRAINT thread_reading_pk DO UPDATE SET through_id = excluded.through_id, read_at = excluded.read_at
       WHERE thread_reading.through_id < excluded.through_id
     RETURNING request_id`,
    [requestId, participantId, throughId, at],
  )) as unknown[];
  return rows.length > 0;
}

/** What several write at one instant stands in one order, so that nobody counts as read what came in unseen. */
export async function queueUp(em: EntityManager, requestId: string): Promise<void> {
  await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('thread of ' || $1::uuid, 0))`, [requestId]);
}

export async function insertMessage(
  em: EntityManager,
  message: { requestId: string; participantId: string; text: string; files: number; at: Date },
): Promise<MessageRow> {
  const { requestId, participantId, text, files, at } = message;
  const [row] = (await em.query(
    `INSERT INTO thread_message (request_id, participant_id, text, sent_at, files) VALUES ($1, $2, $3, $4, $5)
     RETURNING id, participant_id AS "participantId", text, sent_at AS "sentAt"`,
    [requestId, participantId, text, at, files],
  )) as MessageRow[];
  return row!;
}

/** The two to whom a thread belongs. */
export async function ownersOf(
  em: EntityManager,
  requestId: string,
): Promise<{ userId: string; participantId: string }[]> {
  return em.query(
    `SELECT owner."userId", owner."participantId" FROM meeting_request,
       LATERAL (VALUES (from_user_id, from_participant_id), (to_user_id, to_participant_id)) AS owner ("userId", "participantId")
     WHERE id = $1`,
    [requestId],
  );
}
