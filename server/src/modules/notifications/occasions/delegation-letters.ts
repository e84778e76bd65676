import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Facts, type Tx } from '../../../platform/index.js';
import { Grants, type User } from '../../identity/index.js';
import { aboutIn, Meetings } from '../../meetings/index.js';
import { Organisations } from '../../organisations/index.js';
import { Participants } from '../../registration/index.js';
import { type LetterOrder, letterQueue, lineOf } from '../letter-order.js';
import { delegationLetter, type DelegationNews, type DelegationStory } from '../letters/delegation-letter.js';
import type { Written } from '../written.js';

type Order = Extract<LetterOrder, { about: 'delegation' }>;

/** Who is written to about a delegation, and what. */
@Injectable()
export class DelegationLetters implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: Facts,
    private readonly grants: Grants,
    private readonly meetings: Meetings,
    private readonly organisations: Organisations,
    private readonly participants: Participants,
  ) {}

  onModuleInit(): void {
    this.facts.on('meeting.unassigned', async ({ meetingId, eventId, delegationUserIds }, tx) => {
      for (const userId of delegationUserIds) await order(tx, 'nobody_comes', eventId, meetingId, userId);
    });
    this.facts.on('meeting.backup_missing', async ({ meetingId, eventId }, tx) => {
      const told = await Promise.all(
        (['organiser', 'owner'] as const).map((role) => this.grants.holders(role, eventId, tx.em)),
      );
      for (const userId of new Set(told.flat())) await order(tx, 'no_backup', eventId, meetingId, userId);
    });
    this.facts.on(
      'assistant.changed',
      async ({ news, assistantId, eventId, principalUserId, assistantUserId, byUserId }, tx) => {
        const other = byUserId === principalUserId ? assistantUserId : principalUserId;
        await order(tx, `assistant_${news}`, eventId, assistantId, other);
      },
    );
    // Who changes one's own delegation tells the colleagues oneself.
    this.facts.on('delegation.changed', async ({ eventId, organisationId, organiser }, tx) => {
      if (!organiser) return;
      const members = (await tx.em.query(
        'SELECT user_id AS id FROM delegation_member WHERE event_id = $1 AND organisation_id = $2 ORDER BY user_id',
        [eventId, organisationId],
      )) as { id: string }[];
      for (const { id } of members) await order(tx, 'kept_for_you', eventId, organisationId, id);
    });
  }

  /** @param pages addresses of the event's pages, for participants and for organisers */
  async compose(
    { news, subjectId }: Order,
    to: User,
    pages: { participants: string; organisers: string },
  ): Promise<Written | null> {
    const url = news === 'no_backup' ? `${pages.organisers}/meetings` : `${pages.participants}/delegation`;
    const nothing = { meeting: null, organisation: null, colleague: null };
    const found = news.startsWith('assistant_')
      ? await this.colleague(subjectId, to)
      : news === 'kept_for_you'
        ? { organisation: (await this.organisations.cards([subjectId])).get(subjectId) ?? null }
        : await this.meeting(subjectId, to);
    return found && { letter: delegationLetter({ news, to, url, ...nothing, ...found }) };
  }

  /** Somebody may have been found meanwhile. */
  private async meeting(
    meetingId: string,
    to: User,
  ): Promise<Pick<DelegationStory, 'meeting' | 'organisation'> | null> {
    const [vacancy] = (await this.dataSource.query(
      'SELECT side, organisation_id AS "organisationId" FROM meeting_vacancy WHERE meeting_id = $1',
      [meetingId],
    )) as { side: number; organisationId: string }[];
    const meeting = (await this.meetings.byIds([meetingId])).get(meetingId);
    if (!vacancy || meeting?.state !== 'confirmed') return null;
    const { organisationId, side } = vacancy;
    const other = meeting.sides.find((one) => one.side !== side);
    const partner = other && (await this.participants.cards([other.participantId])).get(other.participantId);
    const { startsAt, endsAt } = meeting;
    const reason = aboutIn(to.lang, meeting);
    const organisation = (await this.organisations.cards([organisationId])).get(organisationId) ?? null;
    return { meeting: { startsAt, endsAt, reason, partner: partner ?? null }, organisation };
  }

  private async colleague(assistantId: string, to: User): Promise<Pick<DelegationStory, 'colleague'> | null> {
    const [ids] = (await this.dataSource.query(
      'SELECT principal_id AS principal, assistant_id AS assistant FROM assistant WHERE id = $1',
      [assistantId],
    )) as { principal: string; assistant: string }[];
    if (!ids) return null;
    const cards = [...(await this.participants.cards([ids.principal, ids.assistant])).values()];
    return { colleague: cards.find(({ userId }) => userId !== to.id) ?? null };
  }
}

async function order(tx: Tx, news: DelegationNews, eventId: string, subjectId: string, userId: string): Promise<void> {
  const letter = { about: 'delegation', news, eventId, subjectId, userId } as const;
  await tx.job(letterQueue, { id: randomUUID(), ...letter } satisfies LetterOrder, { key: lineOf(letter) });
}
