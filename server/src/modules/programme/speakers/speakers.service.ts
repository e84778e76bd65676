import { Injectable } from '@nestjs/common';
import type { SpeakerAccountPut, SpeakerRow } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainError, holds, Transactions, type Tx } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { Participants } from '../../registration/index.js';
import { SpeakerEntity } from '../draft/speaker.entity.js';
import { lockProgramme } from '../programme-lock.js';
import { letterSequences } from '../releases/letter-sequences.js';
import { Releases } from '../releases/releases.service.js';
import { SessionCommitments } from '../saved/session-commitments.js';
import { SpeakerLinkEntity } from './speaker-link.entity.js';
import { speakerRows } from './speaker-rows.js';

/** Which accounts the speakers of a programme are. Backstage and agendas follow at once; who did what is kept. */
@Injectable()
export class Speakers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly users: Users,
    private readonly participants: Participants,
    private readonly releases: Releases,
    private readonly commitments: SessionCommitments,
  ) {}

  /** Of the draft, by name. */
  async ofEvent(actor: Actor, eventId: string): Promise<SpeakerRow[]> {
    return speakerRows(this.dataSource.manager, eventId, knowsEverybody(actor));
  }

  /** @throws DomainError `not_found` for a speaker of another event, or somebody who takes no part in this one */
  async link(command: Command, eventId: string, speakerId: string, to: SpeakerAccountPut): Promise<SpeakerRow> {
    return this.transactions.command(command, async (tx) => {
      const speaker = await this.hold(tx, eventId, speakerId);
      const userId = await this.account(tx, eventId, to);
      if (speaker.userId !== userId) {
        await this.change(tx, speaker, userId, command.actor.userId);
        const sequence = await sequenceOf(tx, eventId, userId);
        await tx.fact({ name: 'speaker.linked', eventId, speakerId, userId, sequence });
      }
      return this.row(tx.em, command.actor, eventId, speakerId);
    });
  }

  /** Nobody's account any more; the programme still names the speaker. */
  async unlink(command: Command, eventId: string, speakerId: string): Promise<SpeakerRow> {
    return this.transactions.command(command, async (tx) => {
      const speaker = await this.hold(tx, eventId, speakerId);
      if (speaker.userId) await this.change(tx, speaker, null, command.actor.userId);
      return this.row(tx.em, command.actor, eventId, speakerId);
    });
  }

  /** The speaker, while nobody else changes the programme. */
  private async hold(tx: Tx, eventId: string, speakerId: string): Promise<SpeakerEntity> {
    await lockProgramme(tx, eventId);
    const speaker = await tx.em.findOneBy(SpeakerEntity, { id: speakerId, eventId });
    if (!speaker) throw new DomainError('not_found');
    return speaker;
  }

  private async account(tx: Tx, eventId: string, to: SpeakerAccountPut): Promise<string> {
    if (to.by === 'address') return (await this.users.ensureByAddress(tx, to.address, to.lang)).id;
    const participant = await this.participants.get(to.participantId, tx.em);
    if (participant?.eventId !== eventId) throw new DomainError('not_found');
    return participant.userId;
  }

  private async change(tx: Tx, speaker: SpeakerEntity, userId: string | null, byUserId: string): Promise<void> {
    const { id: speakerId, eventId } = speaker;
    const entry = { speakerId, byUserId, at: tx.now };
    if (speaker.userId) await tx.em.insert(SpeakerLinkEntity, { ...entry, did: 'unlinked', userId: speaker.userId });
    if (userId) await tx.em.insert(SpeakerLinkEntity, { ...entry, did: 'linked', userId });
    await tx.em.update(SpeakerEntity, { id: speakerId }, { userId });
    const sessions = await this.releases.spokenBy(speakerId, eventId, tx.em);
    await this.commitments.follow(tx, sessions);
    if (speaker.userId) {
      const sessionIds = sessions.map(({ view }) => view.sessionId);
      const sequence = await sequenceOf(tx, eventId, speaker.userId);
      await tx.fact({ name: 'speaker.unlinked', eventId, userId: speaker.userId, sessionIds, sequence });
    }
    tx.hint(`event:${eventId}`, 'programme.changed', { eventId });
  }

  private async row(em: EntityManager, actor: Actor, eventId: string, speakerId: string): Promise<SpeakerRow> {
    const [row] = await speakerRows(em, eventId, knowsEverybody(actor), speakerId);
    return row!;
  }
}

async function sequenceOf(tx: Tx, eventId: string, userId: string): Promise<number> {
  return (await letterSequences(tx.em, eventId, [userId])).get(userId)!;
}

/** Who organises one event would learn by its speakers whose an address is. */
const knowsEverybody = (actor: Actor): boolean => holds(actor, ['organiser', 'owner']);
