import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/index.js';
import { PersonBlocks } from '../../../registration/index.js';
import { RequestEndings } from '../../requests/endings/request-endings.js';
import { inOrderOfChoice } from '../assignment/assignment.rules.js';
import type { Member } from '../members/delegation.rules.js';
import { Loads } from '../members/loads.js';
import { Members } from '../members/members.js';
import { Handovers } from './handovers.js';

interface Open {
  id: string;
  language: string;
  partnerId: string;
  partnerUserId: string;
  /** Colleagues with whom the partner has something else open already. */
  engaged: string[];
}

/**
 * What is open with somebody who leaves a delegation that shares what comes in stays open with a colleague: whoever has the
 * fewest meetings of those who come, a backup only where nobody else is there.
 */
@Injectable()
export class PassingOn {
  constructor(
    private readonly members: Members,
    private readonly loads: Loads,
    private readonly blocks: PersonBlocks,
    private readonly handovers: Handovers,
    private readonly requests: RequestEndings,
  ) {}

  /**
   * Where everybody keeps a calendar of their own nothing happens, nor to requests that no colleague can take, nor to those
   * that move a meeting: they go with it.
   */
  async of(tx: Tx, participantId: string): Promise<void> {
    const [shared] = (await tx.em.query(
      `SELECT registration.event_id AS "eventId", registration.organisation_id AS "organisationId"
       FROM registration JOIN delegation ON delegation.event_id = registration.event_id
        AND delegation.organisation_id = registration.organisation_id AND delegation.mode <> 'own'
       WHERE registration.id = $1`,
      [participantId],
    )) as { eventId: string; organisationId: string }[];
    if (!shared) return;
    const { eventId, organisationId } = shared;
    const colleagues = (await this.members.of(eventId, organisationId, tx.em)).filter(
      (member) => member.participantId !== participantId,
    );
    if (colleagues.length === 0) return;
    const loads = await this.loads.meetings(eventId, colleagues, tx);
    const meetings = new Map([...loads].map(([userId, met]) => [userId, met.length]));
    const takers = new Set<string>();
    for (const { id } of await heldOpen(tx, participantId)) {
      const request = await openOf(tx, id, participantId);
      if (colleagues.some((one) => one.participantId === request.partnerId)) continue;
      const next = await this.choose(tx, request, colleagues, meetings);
      if (!next) continue;
      await this.handovers.stand(tx, id, participantId, next.participantId);
      meetings.set(next.userId, (meetings.get(next.userId) ?? 0) + 1);
      takers.add(next.userId);
      await this.tell(tx, eventId, request, next.userId);
    }
    if (takers.size > 0) await this.requests.tellRefilled(tx, [...takers]);
  }

  private async choose(
    tx: Tx,
    { language, partnerUserId, engaged }: Open,
    colleagues: readonly Member[],
    meetings: ReadonlyMap<string, number>,
  ): Promise<Member | null> {
    const blocked = await this.blocks.between([partnerUserId, ...colleagues.map(({ userId }) => userId)], tx.em);
    const able = colleagues
      .filter(({ participantId, userId }) => !engaged.includes(participantId) && !blocked.has(partnerUserId, userId))
      .map((one) => ({ ...one, free: true, meetings: meetings.get(one.userId) ?? 0 }));
    const wish = { contactId: '', language };
    const first = inOrderOfChoice(
      able.filter(({ part }) => part === 'required'),
      wish,
    );
    const others = inOrderOfChoice(
      able.filter(({ part }) => part !== 'required'),
      wish,
    ).toSorted((a, b) => Number(a.part === 'backup') - Number(b.part === 'backup'));
    return first[0] ?? others[0] ?? null;
  }

  /** Whoever is answering at this moment reads it again, and finds who stands for the side now. */
  private async tell(tx: Tx, eventId: string, { id, partnerUserId }: Open, userId: string): Promise<void> {
    const [[passed]] = (await tx.em.query(
      `UPDATE meeting_request SET version = version + 1 WHERE id = $1
       RETURNING state, from_user_id AS "fromUserId", to_user_id AS "toUserId",
                 (turn = 'from') = (from_user_id = $2) AS "isTheirs"`,
      [id, userId],
    )) as [[{ state: 'requested' | 'countered'; fromUserId: string; toUserId: string; isTheirs: boolean }], number];
    tx.tell([partnerUserId, userId], 'meeting_request.changed', { requestId: id, eventId });
    await tx.fact({ name: 'meeting_request.passed_on', requestId: id, eventId, userId, ...passed });
  }
}

/** In one order, as whatever else ends several of somebody's requests holds them. */
const heldOpen = (tx: Tx, participantId: string): Promise<{ id: string }[]> =>
  tx.em.query(
    `SELECT id FROM meeting_request WHERE turn IS NOT NULL AND $1 IN (from_participant_id, to_participant_id)
       AND NOT EXISTS (SELECT FROM meeting_reschedule WHERE request_id = meeting_request.id)
     ORDER BY id FOR NO KEY UPDATE`,
    [participantId],
  ) as Promise<{ id: string }[]>;

async function openOf(tx: Tx, requestId: string, participantId: string): Promise<Open> {
  const [open] = (await tx.em.query(
    `SELECT request.id, request.language, partner.id AS "partnerId", partner.user_id AS "partnerUserId", ARRAY(
       SELECT unnest(ARRAY[other.from_participant_id, other.to_participant_id]) FROM meeting_request other
       WHERE other.turn IS NOT NULL AND other.id <> request.id
         AND partner.id IN (other.from_participant_id, other.to_participant_id)) AS engaged
     FROM meeting_request request
     JOIN registration partner ON partner.id = CASE request.from_participant_id
       WHEN $2 THEN request.to_participant_id ELSE request.from_participant_id END
     WHERE request.id = $1`,
    [requestId, participantId],
  )) as Open[];
  return open!;
}
