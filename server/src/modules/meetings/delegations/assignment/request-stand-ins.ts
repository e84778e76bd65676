import { Injectable } from '@nestjs/common';
import type { MeetingRequestView } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { Users } from '../../../identity/index.js';
import type { RequestSide } from '../../requests/meeting-request.rules.js';

type StandIn = NonNullable<MeetingRequestView['standIns']>[number];

/** Who came to stand for a side of a request in another's place, as its history tells it. */
@Injectable()
export class RequestStandIns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
  ) {}

  /** Of those requests of which anybody did, oldest first. Two queries for any number. */
  async of(
    requestIds: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, StandIn[]>> {
    const rows = (await em.query(
      `SELECT request_id AS "requestId", side, from_user_id AS "fromUserId", to_user_id AS "toUserId", at
       FROM meeting_request_stand_in WHERE request_id = ANY ($1) ORDER BY id`,
      [[...requestIds]],
    )) as { requestId: string; side: RequestSide; fromUserId: string; toUserId: string; at: Date }[];
    if (rows.length === 0) return new Map();
    const cards = await this.users.cards(
      rows.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]),
      em,
    );
    const told = Map.groupBy(rows, ({ requestId }) => requestId);
    return new Map(
      [...told].map(([requestId, ones]) => [
        requestId,
        ones.map(({ side, fromUserId, toUserId, at }) => ({
          side,
          from: cards.get(fromUserId)!.name!,
          to: cards.get(toUserId)!.name!,
          at: at.toISOString(),
        })),
      ]),
    );
  }
}
