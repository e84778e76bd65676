import { Injectable } from '@nestjs/common';
import {
  type FileView,
  type MeetingRequestId,
  type MessageId,
  type MessageInput,
  type MessageView,
  messagesAtOnce,
  type ParticipantId,
  type ThreadView,
  type UnreadThread,
} from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import { Rooms } from '../../rooms/index.js';
import { keepContact } from '../requests/contact.js';
import {
  insertMessage,
  keepReading,
  type MessageRow,
  messagesOf,
  queueUp,
  readUntil,
  type ThreadRow,
  threadOf,
  unreadBy,
  wasSaid,
} from './thread-rows.js';
import { ThreadFiles } from './thread-files.service.js';

/** What the two sides of a request and its meeting say to each other. Nobody else reads it, organisers neither. */
@Injectable()
export class Threads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly participants: Participants,
    private readonly blocks: PersonBlocks,
    private readonly files: ThreadFiles,
    private readonly rooms: Rooms,
  ) {}

  /** @throws DomainError `not_found` for anybody but its two sides */
  async view(actor: Actor, requestId: string, before: string | null): Promise<ThreadView> {
    const em = this.dataSource.manager;
    const thread = await this.require(em, actor, requestId);
    const found = await messagesOf(em, thread.requestId, before);
    const { participantId } = thread.me;
    const [unread] = await unreadBy(em, participantId, thread.requestId);
    const open = await this.isOpen(thread);
    const read = open ? await readUntil(em, thread.requestId, thread.them.participantId) : null;
    const files = await this.files.of(em, found);
    return {
      requestId: thread.requestId as MeetingRequestId,
      messages: found.slice(-messagesAtOnce).map((message) => viewOf(message, participantId, files.get(message.id))),
      earlier: found.length > messagesAtOnce,
      unread: unread?.unread ?? 0,
      open,
      readByThemUntil: read?.toISOString() ?? null,
    };
  }

  /** Threads of the event with something unread. */
  async unread(actor: Actor, eventId: string): Promise<UnreadThread[]> {
    const { participantId } = await this.participants.require(actor, eventId);
    return (await unreadBy(this.dataSource.manager, participantId)) as UnreadThread[];
  }

  /**
   * @throws DomainError `not_found`, `thread.closed` once the request has ended or the meeting is cancelled, on a block, and
   * when one of the two no longer takes part; `file.unknown`
   */
  async write(command: Command, requestId: string, { text, fileIds }: MessageInput): Promise<MessageView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { requestId: of, them: other } = await this.require(tx.em, actor, requestId);
      await keepContact(tx.em, [actor.userId, other.userId]);
      await queueUp(tx.em, of);
      const thread = await this.require(tx.em, actor, of);
      if (!(await this.isOpen(thread, tx))) throw new DomainError('thread.closed');
      const { me, them, eventId } = thread;
      const [waiting] = await unreadBy(tx.em, them.participantId, of);
      const message = await insertMessage(tx.em, {
        requestId: of,
        participantId: me.participantId,
        text,
        files: fileIds.length,
        at: tx.now,
      });
      const files = await this.files.attach(tx, message.id, fileIds, actor);
      // Who writes has read what stands above.
      await keepReading(tx.em, tx.now, { ...me, requestId: of, throughId: message.id });
      const readers = files.length > 0 ? await this.files.readers(tx.em, of) : [];
      tx.tell([me.userId, them.userId, ...readers], 'thread.changed', { requestId: of, eventId });
      // One letter until it is read, however much is written meanwhile.
      if (!waiting)
        await tx.fact({
          name: 'thread.awaits_reading',
          requestId: of,
          eventId,
          messageId: message.id,
          userId: them.userId,
        });
      return viewOf(message, me.participantId, files);
    });
  }

  /**
   * Everything up to a message has been seen. An older one changes nothing, and of a thread that is closed the other side hears nothing.
   * @throws DomainError `not_found`, also for a message of others
   */
  async read(command: Command, requestId: string, messageId: string): Promise<void> {
    const { actor } = command;
    await this.transactions.command(command, async (tx) => {
      const thread = await this.require(tx.em, actor, requestId);
      const { me, them, eventId, requestId: of } = thread;
      await queueUp(tx.em, of);
      const reading = { requestId: of, participantId: me.participantId, throughId: messageId };
      if (!(await wasSaid(tx.em, reading))) throw new DomainError('not_found');
      if (await keepReading(tx.em, tx.now, reading)) {
        const hear = (await this.isOpen(thread, tx)) ? [me.userId, them.userId] : [me.userId];
        tx.tell(hear, 'thread.changed', { requestId: of, eventId });
      }
      return {};
    });
  }

  /**
   * A message that still waits to be read by this person, while the two may write to each other: for a letter about it. Whoever
   * is in the room where it was said needs none.
   */
  async waiting(
    messageId: string,
    userId: string,
  ): Promise<{ text: string; requestId: string; by: string; files: string[] } | null> {
    const em = this.dataSource.manager;
    const [message] = (await em.query(
      'SELECT request_id AS "requestId", participant_id AS by, text FROM thread_message WHERE id = $1',
      [messageId],
    )) as { requestId: string; by: string; text: string }[];
    const thread = message && (await threadOf(em, message.requestId, userId));
    if (!thread || !(await this.isOpen(thread))) return null;
    const read = (await em.query(
      'SELECT FROM thread_reading WHERE request_id = $1 AND participant_id = $2 AND through_id >= $3',
      [thread.requestId, thread.me.participantId, messageId],
    )) as unknown[];
    if (read.length > 0 || (await this.isWhereItIsSaid(thread))) return null;
    const files = (await this.files.of(em, [{ id: messageId }])).get(messageId) ?? [];
    return { ...message!, files: files.map(({ name }) => name) };
  }

  private async require(em: EntityManager, actor: Actor, requestId: string): Promise<ThreadRow> {
    const thread = await threadOf(em, requestId, actor.userId);
    if (!thread) throw new DomainError('not_found');
    return thread;
  }

  /** In the room of their meeting one has what is written there before one's eyes. */
  private async isWhereItIsSaid({ requestId, me }: ThreadRow): Promise<boolean> {
    const [meeting] = (await this.dataSource.query('SELECT id FROM meeting WHERE request_id = $1', [requestId])) as {
      id: string;
    }[];
    const here = meeting && (await this.rooms.here('meeting', [meeting.id]));
    return here?.get(meeting!.id)?.has(me.userId) ?? false;
  }

  /** Whether the two may write to each other: neither ended it, left, or blocks the other. */
  private async isOpen({ me, them, open }: ThreadRow, tx?: Tx): Promise<boolean> {
    return open && !(await this.blocks.between([me.userId, them.userId], tx?.em)).has(me.userId, them.userId);
  }
}

const viewOf = (
  { id, participantId, text, sentAt }: MessageRow,
  viewer: string,
  files: FileView[] = [],
): MessageView => ({
  messageId: id as MessageId,
  by: participantId as ParticipantId,
  mine: participantId === viewer,
  text,
  files,
  sentAt: sentAt.toISOString(),
});
