import { Injectable } from '@nestjs/common';
import type { DeclarationInput, DisputeInput, VerdictView } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import {
  type Actor,
  Audit,
  type Command,
  DomainClock,
  DomainError,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import type { MeetingRow, SideRow } from '../booked/views/meeting-rows.js';
import { counts } from '../booked/views/meeting-sides.js';
import { Meetings } from '../booked/meetings.service.js';
import { MeetingPresence } from '../room/meeting-presence.js';
import { Declarations } from './declarations.service.js';
import { MeetingDisputeEntity } from './verdict.entity.js';
import { type VerdictFile, verdictFile } from './verdict-rows.js';
import { verdictView } from './views/verdict-views.js';
import { assertOpen, isAgreed } from './verdict.rules.js';

/** What became of a meeting, for its people, and what they may say against it. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly meetings: Meetings,
    private readonly presence: MeetingPresence,
    private readonly declarations: Declarations,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not_found` for anybody but its people, `meeting.wrong_state` while there is none */
  async view(actor: Actor, meetingId: string): Promise<VerdictView> {
    const em = this.dataSource.manager;
    const meeting = await this.meetings.require(actor, meetingId);
    const presence = await this.presence.wasHere([meeting], em);
    const stays = presence.get(meetingId)!;
    return verdictView(meeting, sideOf(meeting, actor), {
      file: await settledFile(meeting, em),
      stays,
      now: await this.clock.now(),
    });
  }

  /** @throws DomainError what {@link view} refuses, `forbidden` to guests, `verdict.final`, `verdict.disputed` */
  async dispute(command: Command, meetingId: string, { reason, statement }: DisputeInput): Promise<VerdictView> {
    return this.act(command, meetingId, async (tx, meeting, me, { standing, disputes }) => {
      assertOpen(standing!, tx.now);
      if (disputes.some(({ side }) => side === me.side)) throw new DomainError('verdict.disputed');
      const { userId, participantId, side } = me;
      await tx.em.insert(MeetingDisputeEntity, {
        meetingId,
        side,
        userId,
        participantId,
        reason,
        statement,
        at: tx.now,
      });
      await this.audit.record(tx, {
        by: command.actor.by ?? userId,
        onBehalfOf: command.actor.by ? userId : null,
        did: 'verdict.disputed',
        on: { kind: 'meeting', id: meetingId },
        eventId: meeting.eventId,
        after: { reason, side },
      });
    });
  }

  /** @throws DomainError what {@link view} refuses, `forbidden` to guests, `verdict.final`, `verdict.agreed` */
  async declare(command: Command, meetingId: string, { met, place }: DeclarationInput): Promise<VerdictView> {
    return this.act(command, meetingId, async (tx, meeting, me, { standing }) => {
      assertOpen(standing!, tx.now);
      if (!met && isAgreed(standing!)) throw new DomainError('verdict.agreed');
      await this.declarations.say(tx, meeting, { userId: me.userId, by: command.actor.by, met, place });
    });
  }

  /** By one of the two sides, on a meeting that is held until the end of the transaction. */
  private async act(
    command: Command,
    meetingId: string,
    work: (tx: Tx, meeting: MeetingRow, me: SideRow, file: VerdictFile) => Promise<void>,
  ): Promise<VerdictView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const meeting = await this.meetings.requireHeld(tx, actor, meetingId);
      const me = sideOf(meeting, actor);
      if (me.side > 1 || !counts(me)) throw new DomainError('forbidden');
      await work(tx, meeting, me, await settledFile(meeting, tx.em));
      const { eventId } = meeting;
      tx.tell(
        meeting.sides.map((side) => side.userId),
        'meeting.changed',
        { meetingId, eventId },
      );
      tx.hint(`organise:${eventId}`, 'verdicts.changed', { eventId, meetingId });
      tx.hint(`organise:${eventId}`, 'funnel.changed', { eventId });
      const stays = (await this.presence.wasHere([meeting], tx.em)).get(meetingId)!;
      return verdictView(meeting, me, { file: await verdictFile(tx.em, meetingId), stays, now: tx.now });
    });
  }
}

const sideOf = ({ sides }: MeetingRow, { userId }: Actor): SideRow => sides.find((side) => side.userId === userId)!;

async function settledFile(meeting: MeetingRow, em: Tx['em']): Promise<VerdictFile> {
  const file = await verdictFile(em, meeting.id);
  if (!file.standing) throw new DomainError('meeting.wrong_state', { state: meeting.state });
  return file;
}
