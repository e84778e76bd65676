import { Injectable } from '@nestjs/common';
import type { MeetingFile, MessageId, ParticipantId } from '@musubi/contracts';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Participants } from '../../registration/index.js';
import type { MeetingRow, SideRow } from '../booked/views/meeting-rows.js';
import { counts } from '../booked/views/meeting-sides.js';
import { Meetings } from '../booked/meetings.service.js';
import { keepContact } from '../requests/contact.js';
import { MeetingDoor } from '../room/meeting-door.js';
import { ThreadFiles } from './thread-files.service.js';
import { insertMessage, ownersOf, queueUp, unreadBy } from './thread-rows.js';

/**
 * Documents that somebody brings to a meeting, whether or not its thread is theirs: guests, and who comes in another's place.
 * They stand in the thread under their name, without words.
 */
@Injectable()
export class MeetingDocuments {
  constructor(
    private readonly transactions: Transactions,
    private readonly participants: Participants,
    private readonly meetings: Meetings,
    private readonly door: MeetingDoor,
    private readonly files: ThreadFiles,
  ) {}

  /**
   * @throws DomainError `not_found` for anybody but its people, `forbidden` for observers, `thread.closed` once it is cancelled, on
   * a block, and for whoever no longer takes part; `file.unknown`
   */
  async send(command: Command, meetingId: string, fileIds: readonly string[]): Promise<MeetingFile[]> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { sides, requestId, eventId } = await this.meetings.require(actor, meetingId, tx.em);
      await keepContact(
        tx.em,
        sides.map(({ userId }) => userId),
      );
      const me = await this.requireWriting(tx, actor, await this.meetings.requireHeld(tx, actor, meetingId));
      await queueUp(tx.em, requestId);
      const owners = (await ownersOf(tx.em, requestId)).filter(({ userId }) => userId !== actor.userId);
      const caughtUp: string[] = [];
      for (const { userId, participantId } of owners)
        if ((await unreadBy(tx.em, participantId, requestId)).length === 0) caughtUp.push(userId);
      const message = await insertMessage(tx.em, {
        requestId,
        participantId: me.participantId,
        text: '',
        files: fileIds.length,
        at: tx.now,
      });
      const sent = await this.files.attach(tx, message.id, fileIds, actor);
      const people = [...sides, ...owners].map(({ userId }) => userId);
      tx.tell([...new Set(people)], 'thread.changed', { requestId, eventId });
      // One letter until it is read, as for words.
      for (const userId of caughtUp)
        await tx.fact({ name: 'thread.awaits_reading', requestId, eventId, messageId: message.id, userId });
      return sent.map((file) => ({
        ...file,
        messageId: message.id as MessageId,
        by: me.participantId as ParticipantId,
        sentAt: message.sentAt.toISOString(),
      }));
    });
  }

  private async requireWriting(tx: Tx, actor: Actor, meeting: MeetingRow): Promise<SideRow> {
    const me = meeting.sides.find(({ userId }) => userId === actor.userId)!;
    if (!counts(me)) throw new DomainError('forbidden');
    const isOpen =
      meeting.state !== 'cancelled' &&
      (await this.participants.get(me.participantId, tx.em)) !== null &&
      !(await this.door.isApart(meeting, actor.userId, tx.em));
    if (!isOpen) throw new DomainError('thread.closed');
    return me;
  }
}
