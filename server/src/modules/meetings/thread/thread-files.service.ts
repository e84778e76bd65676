import { Injectable } from '@nestjs/common';
import type { FileView, MeetingFile, MessageId, ParticipantId } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, Files, FileUses, type Tx } from '../../../platform/index.js';
import { Meetings } from '../booked/meetings.service.js';

/** Documents in threads: read by the two who write there and by whoever else sits in the meeting, by no organiser. */
@Injectable()
export class ThreadFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: Files,
    private readonly meetings: Meetings,
    uses: FileUses,
  ) {
    uses.register({ table: 'thread_file', column: 'file_id', readable: isOfTheirs });
  }

  /** @throws DomainError `file.unknown` for a file that is not this person's own fresh one */
  async attach(tx: Tx, messageId: string, fileIds: readonly string[], actor: Actor): Promise<FileView[]> {
    // In one order, so that two messages with the same files wait for each other instead of in a ring.
    for (const fileId of fileIds.toSorted()) await this.files.attach(tx, fileId, actor);
    if (fileIds.length === 0) return [];
    await tx.em.query(
      `INSERT INTO thread_file (message_id, file_id, place)
       SELECT $1, id, place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS file (id, place)`,
      [messageId, fileIds],
    );
    const views = await this.files.views(fileIds, tx.em);
    return fileIds.map((fileId) => views.get(fileId)!);
  }

  /** The documents of these messages, in the order they were attached. Two queries. */
  async of(em: EntityManager, messages: readonly { id: string }[]): Promise<Map<string, FileView[]>> {
    const rows = (await em.query(
      `SELECT message_id AS "messageId", file_id AS "fileId" FROM thread_file WHERE message_id = ANY ($1) ORDER BY place`,
      [messages.map(({ id }) => id)],
    )) as { messageId: string; fileId: string }[];
    const views = await this.files.views(
      rows.map(({ fileId }) => fileId),
      em,
    );
    const byMessage = Map.groupBy(rows, ({ messageId }) => messageId);
    return new Map([...byMessage].map(([id, of]) => [id, of.map(({ fileId }) => views.get(fileId)!)]));
  }

  /** Who sits in the meeting of a thread, and so reads its documents. */
  async readers(em: EntityManager, requestId: string): Promise<string[]> {
    const rows = (await em.query(
      `SELECT occupant_id AS id FROM meeting JOIN meeting_seat seat ON seat.meeting_id = meeting.id
       WHERE meeting.request_id = $1 AND seat.kind = 'user'`,
      [requestId],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Every document of a meeting's thread, oldest first. @throws DomainError `not_found` for anybody but its people */
  async ofMeeting(actor: Actor, meetingId: string): Promise<MeetingFile[]> {
    const { requestId } = await this.meetings.require(actor, meetingId);
    const em = this.dataSource.manager;
    const rows = (await em.query(
      `SELECT id, participant_id AS by, sent_at AS "sentAt" FROM thread_message WHERE request_id = $1 AND files > 0 ORDER BY id`,
      [requestId],
    )) as { id: string; by: string; sentAt: Date }[];
    const files = await this.of(em, rows);
    return rows.flatMap(({ id, by, sentAt }) =>
      (files.get(id) ?? []).map((file) => ({
        ...file,
        messageId: id as MessageId,
        by: by as ParticipantId,
        sentAt: sentAt.toISOString(),
      })),
    );
  }
}

async function isOfTheirs(em: EntityManager, actor: Actor | null, fileId: string): Promise<boolean> {
  if (!actor) return false;
  const found = (await em.query(
    `SELECT FROM thread_file
     JOIN thread_message message ON message.id = message_id
     JOIN meeting_request request ON request.id = message.request_id
     WHERE file_id = $1 AND ($2 IN (request.from_user_id, request.to_user_id) OR EXISTS (
       SELECT FROM meeting JOIN meeting_seat seat ON seat.meeting_id = meeting.id
       WHERE meeting.request_id = request.id AND seat.kind = 'user' AND seat.occupant_id = $2))`,
    [fileId, actor.userId],
  )) as unknown[];
  return found.length > 0;
}
