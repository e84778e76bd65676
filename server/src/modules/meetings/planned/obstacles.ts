import { Injectable } from '@nestjs/common';
import type { StaysEnded } from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import { PersonBlocks } from '../../registration/index.js';
import { RequestEndings } from '../requests/endings/request-endings.js';
import type { RequestRow } from '../requests/request-rows.js';
import { blocksOf } from '../slots/blocks/block-rows.js';
import { momentOf } from '../slots/phases/phases.rules.js';

const pairKey = ({ fromParticipantId: one, toParticipantId: other }: Sides): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

type Sides = Pick<RequestRow, 'fromParticipantId' | 'toParticipantId'>;
type Against = Map<string, StaysEnded>;

/** What stands against a request's being open again when the plan that had answered it is taken back. */
@Injectable()
export class Obstacles {
  constructor(
    private readonly requests: RequestEndings,
    private readonly personBlocks: PersonBlocks,
  ) {}

  /** @returns why, by request; those that can open are missing. Of two between the same people the one comes first that is given first */
  async against(tx: Tx, eventId: string, requests: readonly RequestRow[]): Promise<Against> {
    const [reachable, open, phases] = [
      await this.reachable(tx, requests),
      await this.openPairs(tx, eventId, requests),
      await this.phases(tx, eventId, requests),
    ];
    const against: Against = new Map();
    for (const request of requests) {
      const why = this.why(tx, request, { reachable, open, phases });
      if (why) against.set(request.id, why);
      else open.add(pairKey(request));
    }
    return against;
  }

  /** The phase that ended meanwhile would have given these to whoever makes the organisers' plan. */
  async giveToPlan(tx: Tx, requestIds: readonly string[]): Promise<void> {
    await tx.em.query(
      `INSERT INTO meeting_plan_wish (request_id, block_id, offered_at)
       SELECT choice.request_id, (array_agg(slot.block_id ORDER BY choice.place))[1], $2
       FROM meeting_request_slot choice JOIN meeting_slot slot ON slot.id = choice.slot_id
       WHERE choice.request_id = ANY ($1) GROUP BY choice.request_id ON CONFLICT DO NOTHING`,
      [[...requestIds], tx.now],
    );
  }

  private why(
    tx: Tx,
    request: RequestRow,
    { reachable, open, phases }: { reachable: ReadonlySet<string>; open: ReadonlySet<string>; phases: Against },
  ): StaysEnded | null {
    if (request.answerBy <= tx.now) return 'deadline';
    // Who has left and who blocks whom look the same.
    if (!reachable.has(request.id)) return 'not_available';
    if (open.has(pairKey(request))) return 'another_open';
    return phases.get(request.id) ?? null;
  }

  /** Both take part, and neither blocks the other. */
  private async reachable(tx: Tx, requests: readonly RequestRow[]): Promise<Set<string>> {
    const rows = (await tx.em.query(`SELECT id FROM registration WHERE id = ANY ($1) AND state = 'complete'`, [
      requests.flatMap(({ fromParticipantId, toParticipantId }) => [fromParticipantId, toParticipantId]),
    ])) as { id: string }[];
    const here = new Set(rows.map(({ id }) => id));
    const userIds = [...new Set(requests.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]))];
    const blocked = await this.personBlocks.between(userIds, tx.em);
    const both = requests.filter(
      (one) =>
        here.has(one.fromParticipantId) && here.has(one.toParticipantId) && !blocked.has(one.fromUserId, one.toUserId),
    );
    return new Set(both.map(({ id }) => id));
  }

  /** Between whom something is open. What has run out makes room, whether or not a sweep has come by. */
  private async openPairs(tx: Tx, eventId: string, requests: readonly RequestRow[]): Promise<Set<string>> {
    const found = (await tx.em.query(
      `SELECT from_participant_id AS "fromParticipantId", to_participant_id AS "toParticipantId", answer_by <= $4 AS late
       FROM meeting_request WHERE event_id = $1 AND turn IS NOT NULL
         AND (least(from_participant_id, to_participant_id), greatest(from_participant_id, to_participant_id))
           IN (SELECT least(a, b), greatest(a, b) FROM unnest($2::uuid[], $3::uuid[]) AS pair (a, b))`,
      [
        eventId,
        requests.map(({ fromParticipantId }) => fromParticipantId),
        requests.map(({ toParticipantId }) => toParticipantId),
        tx.now,
      ],
    )) as (Sides & { late: boolean })[];
    for (const { fromParticipantId: one, toParticipantId: other } of found.filter(({ late }) => late))
      await this.requests.expireBetween(tx, { eventId, one, other });
    return new Set(found.filter(({ late }) => !late).map(pairKey));
  }

  /** Those that the end of a block's phase would have ended, had the plan not answered them before. */
  private async phases(tx: Tx, eventId: string, requests: readonly RequestRow[]): Promise<Against> {
    const rows = (await tx.em.query(
      `SELECT choice.request_id AS id, slot.block_id AS "blockId", phase.at_end AS "atEnd"
       FROM meeting_request_slot choice JOIN meeting_slot slot ON slot.id = choice.slot_id
       JOIN meeting ON meeting.request_id = choice.request_id
       LEFT JOIN LATERAL (
         SELECT at_end FROM meeting_phase
         WHERE block_id = slot.block_id AND at_end <> 'carry' AND ended_at >= meeting.booked_at ORDER BY ended_at DESC LIMIT 1
       ) AS phase ON true
       WHERE choice.request_id = ANY ($1) ORDER BY choice.place`,
      [requests.map(({ id }) => id)],
    )) as { id: string; blockId: string; atEnd: 'close' | 'to_plan' | null }[];
    if (!rows.some(({ atEnd }) => atEnd)) return new Map();
    const open = new Set(
      (await blocksOf(tx.em, eventId)).filter((block) => momentOf(block, tx.now).open).map(({ id }) => id),
    );
    const ended = [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, choices]): [string, StaysEnded][] => {
      const last = choices.find(({ atEnd }) => atEnd);
      if (!last || choices.some(({ blockId, atEnd }) => !atEnd && open.has(blockId))) return [];
      return [[id, last.atEnd === 'to_plan' ? 'to_plan' : 'phase_closed']];
    });
    return new Map(ended);
  }
}
