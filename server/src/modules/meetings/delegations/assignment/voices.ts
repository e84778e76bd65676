import { Injectable } from '@nestjs/common';
import type { PersonName } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, DomainError, type Tx } from '../../../../platform/index.js';
import { Users } from '../../../identity/index.js';
import type { MeetingRow } from '../../booked/views/meeting-rows.js';
import type { RequestSide } from '../../requests/meeting-request.rules.js';
import type { RequestRow } from '../../requests/request-rows.js';
import { Members } from '../members/members.js';

/** Whose place somebody takes who answers a request: their own, or a colleague's of the same pool. */
export interface Voice {
  side: RequestSide;
  /** Whose turn it is, or was. */
  userId: string;
}

/** Who made a move, and in whose place. */
export interface Spoken {
  requestId: string;
  version: number;
  userId: string;
  forUserId: string;
}

type Asked = Pick<RequestRow, 'fromParticipantId' | 'toParticipantId' | 'fromUserId' | 'toUserId'>;

/** Who may answer what is asked of a delegation, and who did. */
@Injectable()
export class Voices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: Members,
    private readonly users: Users,
  ) {}

  /** @returns null for somebody who has no say in it. Without a query for its two people. */
  async of(
    actor: { userId: string },
    request: Asked,
    em: EntityManager = this.dataSource.manager,
  ): Promise<Voice | null> {
    const { fromUserId, toUserId, fromParticipantId, toParticipantId } = request;
    if (actor.userId === fromUserId) return { side: 'from', userId: fromUserId };
    if (actor.userId === toUserId) return { side: 'to', userId: toUserId };
    const sides = [
      { side: 'to', id: toParticipantId, userId: toUserId, other: fromUserId },
      { side: 'from', id: fromParticipantId, userId: fromUserId, other: toUserId },
    ] as const;
    const speaks: Voice[] = [];
    for (const { side, id, userId, other } of sides) {
      const reach = (await this.members.shared([id], other, em)).get(id);
      if (reach?.mode === 'pool' && reach.members.some((member) => member.userId === actor.userId))
        speaks.push({ side, userId });
    }
    // Whoever belongs to both sides is no third party to it: the two settle it themselves.
    return speaks.length === 1 ? speaks[0]! : null;
  }

  /** Keeps who has just made the request's last move, where that was not the person whose turn it was. */
  async keep(tx: Tx, requestId: string, actor: Actor, voice: Voice): Promise<void> {
    const did = actor.by ?? actor.userId;
    const inPlaceOf = actor.by ? actor.userId : voice.userId;
    if (did !== inPlaceOf) await this.insert(tx, requestId, did, inPlaceOf);
  }

  /** The same for an acceptance: the one who accepts may have been asked, and a colleague comes. */
  async keepAccepted(
    tx: Tx,
    { id, movesFrom }: RequestRow,
    actor: Actor,
    voice: Voice,
    { sides }: Pick<MeetingRow, 'sides'>,
  ): Promise<void> {
    const comes = sides.find(({ side }) => side === (voice.side === 'from' ? 0 : 1));
    // Whoever accepts that a meeting is moved comes to it.
    const alone = !movesFrom && !actor.by && actor.userId === voice.userId && comes && comes.userId !== actor.userId;
    if (alone) await this.insert(tx, id, actor.userId, comes.userId);
    else await this.keep(tx, id, actor, voice);
  }

  private async insert(tx: Tx, requestId: string, userId: string, forUserId: string): Promise<void> {
    await tx.em.query(
      `INSERT INTO meeting_request_voice (request_id, version, user_id, for_user_id)
       SELECT id, version, $2, $3 FROM meeting_request WHERE id = $1 ON CONFLICT DO NOTHING`,
      [requestId, userId, forUserId],
    );
  }

  /**
   * Two of a pool answer at once: the one who was later reads what the other did.
   * @throws DomainError `delegation.answered`
   */
  async assertUnanswered(em: EntityManager, request: RequestRow, actor: Actor, { side }: Voice): Promise<void> {
    const last = request.history.at(-1);
    if (!last || last.by !== side || request.turn === side) return;
    const [spoken] = await this.spoken([request.id], em, request.version);
    const standing = side === 'from' ? request.fromUserId : request.toUserId;
    const doers = spoken ? [spoken.userId, spoken.forUserId] : [standing];
    if (doers.includes(actor.userId)) return;
    const doer = (await this.users.cards([doers[0]!], em)).get(doers[0]!);
    throw new DomainError('delegation.answered', { did: last.did, by: doer?.name ?? null });
  }

  /** Every move of the requests that somebody made in another's place. */
  async spoken(requestIds: readonly string[], em?: EntityManager, version: number | null = null): Promise<Spoken[]> {
    return (em ?? this.dataSource.manager).query(
      `SELECT request_id AS "requestId", version, user_id AS "userId", for_user_id AS "forUserId"
       FROM meeting_request_voice WHERE request_id = ANY ($1) AND ($2::int IS NULL OR version = $2)`,
      [[...requestIds], version],
    ) as Promise<Spoken[]>;
  }

  /** The names of the last two things that {@link spoken} tells, for each request and version. */
  async names(
    requestIds: readonly string[],
    em?: EntityManager,
  ): Promise<Map<string, { by: PersonName; for: PersonName }>> {
    const spoken = requestIds.length > 0 ? await this.spoken(requestIds, em) : [];
    if (spoken.length === 0) return new Map();
    const cards = await this.users.cards(
      spoken.flatMap(({ userId, forUserId }) => [userId, forUserId]),
      em,
    );
    return new Map(
      spoken.map(({ requestId, version, userId, forUserId }) => [
        `${requestId} ${version}`,
        { by: cards.get(userId)!.name!, for: cards.get(forUserId)!.name! },
      ]),
    );
  }
}
