import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MeetingRequestState } from '@musubi/contracts';
import { Facts, Jobs, Transactions, type Tx } from '../../../../platform/index.js';
import type { PhaseEnding } from '../../meetings.facts.js';
import { takesBoth } from '../../slots/takes-both.js';
import { endContact } from '../contact.js';
import { RequestMoves } from '../request-moves.js';
import { type Between, isBetween } from '../request-rows.js';

/** Moved by one sweep; what is left goes with the next. */
const sweepAtMost = 500;

interface Ended {
  id: string;
  eventId: string;
  fromUserId: string;
  toUserId: string;
  state: MeetingRequestState;
}

const columns = `id, event_id AS "eventId", from_user_id AS "fromUserId", to_user_id AS "toUserId", state`;

const movedMeeting = '(SELECT meeting_id FROM meeting_reschedule WHERE request_id = request.id)';

/** Whether one of the proposed slots is still to be had by both. */
const hasTimeLeft = `EXISTS (
  SELECT FROM meeting_request_slot choice JOIN meeting_slot slot ON slot.id = choice.slot_id
  WHERE choice.request_id = request.id AND ${takesBoth('slot', 'request', movedMeeting)})`;

/** Endings that nobody chose: deadlines pass, people leave or block each other, every proposed time is taken. */
@Injectable()
export class RequestEndings implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly moves: RequestMoves,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('meeting requests expire', 5, (tx) => this.expire(tx));
    // What a cancellation or a move did not see, since somebody held the request: no time left, or one again.
    this.jobs.sweep('meeting requests without a time left', 30, async (tx) => {
      const emptied = await this.tellEmptied(tx);
      return emptied + (await this.tellRefilled(tx));
    });
    this.facts.on('person.blocked', async ({ byUserId, userId }, tx) => {
      await endContact(tx.em, byUserId);
      await this.close(tx, '$3 IN (from_user_id, to_user_id) AND $4 IN (from_user_id, to_user_id)', [byUserId, userId]);
    });
  }

  /** Neutral: nobody said no. */
  async expire(tx: Tx): Promise<number> {
    const due = `SELECT id FROM meeting_request WHERE turn IS NOT NULL AND answer_by <= $2 ORDER BY answer_by LIMIT ${sweepAtMost} FOR NO KEY UPDATE SKIP LOCKED`;
    return (await this.end(tx, 'expired', due, [])).length;
  }

  /** Of these two now, rather than with the next sweep. */
  async expireBetween(tx: Tx, { eventId, one, other }: Between): Promise<void> {
    const due = `SELECT id FROM meeting_request WHERE turn IS NOT NULL AND answer_by <= $2 AND ${isBetween('$3', '$4', '$5')} FOR NO KEY UPDATE`;
    await this.end(tx, 'expired', due, [eventId, one, other]);
  }

  /** After a booking: those of its people whose requests have lost their last option. A sweep finds what this misses. */
  async lookForEmptied(userIds: readonly string[]): Promise<void> {
    await this.transactions.run((tx) => this.tellEmptied(tx, userIds));
  }

  /**
   * Tells both sides, once for each proposal, that another time is needed; the request stays alive. Of these people it
   * waits for answers that are under way; of everybody it leaves those to the next time.
   */
  async tellEmptied(tx: Tx, userIds: readonly string[] | null = null): Promise<number> {
    const [emptied] = (await tx.em.query(
      `UPDATE meeting_request SET emptied_at = $1
       WHERE id IN (
         SELECT request.id FROM meeting_request request
         WHERE request.turn IS NOT NULL AND request.emptied_at IS NULL
           AND ($2::uuid[] IS NULL OR request.from_user_id = ANY ($2) OR request.to_user_id = ANY ($2))
           AND NOT ${hasTimeLeft}
         ORDER BY request.id LIMIT ${sweepAtMost} FOR NO KEY UPDATE ${userIds ? '' : 'SKIP LOCKED'})
       RETURNING ${columns}`,
      [tx.now, userIds],
    )) as [Ended[], number];
    for (const request of emptied) await this.moves.emptied(tx, request);
    return emptied.length;
  }

  /**
   * Requests that were without a time and have one again. After a cancellation or a move those of its people; with the slots
   * that it left also those of others who wait for a table there. Everybody's where nothing is said.
   */
  async tellRefilled(
    tx: Tx,
    userIds: readonly string[] | null = null,
    slotIds: readonly string[] = [],
  ): Promise<number> {
    const [refilled] = (await tx.em.query(
      `UPDATE meeting_request SET emptied_at = NULL
       WHERE id IN (
         SELECT request.id FROM meeting_request request
         WHERE request.turn IS NOT NULL AND request.emptied_at IS NOT NULL
           AND ($1::uuid[] IS NULL OR request.from_user_id = ANY ($1) OR request.to_user_id = ANY ($1) OR EXISTS (
             SELECT FROM meeting_request_slot choice WHERE choice.request_id = request.id AND choice.slot_id = ANY ($2)))
           AND ${hasTimeLeft}
         ORDER BY request.id LIMIT ${sweepAtMost} FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING ${columns}`,
      [userIds, slotIds],
    )) as [Ended[], number];
    for (const request of refilled) await this.moves.refilled(tx, request);
    return refilled.length;
  }

  /**
   * At the end of a block's phase: those that propose times of the block, and of no other that is open. Requests to move a
   * meeting go on. With `toPlan` they are kept for whoever makes the organisers' plan.
   */
  async endPhase(
    tx: Tx,
    blockId: string,
    { closed, toPlan }: { closed: readonly string[]; toPlan: boolean },
  ): Promise<void> {
    const within = (blocks: string): string =>
      `SELECT FROM meeting_request_slot choice JOIN meeting_slot slot ON slot.id = choice.slot_id
       WHERE choice.request_id = request.id AND ${blocks}`;
    const ended = await this.end(
      tx,
      'expired',
      `SELECT id FROM meeting_request request
       WHERE turn IS NOT NULL AND NOT EXISTS (SELECT FROM meeting_reschedule WHERE request_id = request.id)
         AND EXISTS (${within('slot.block_id = $3')})
         AND NOT EXISTS (${within('slot.block_id <> $3 AND slot.block_id <> ALL ($4)')})
       ORDER BY id FOR NO KEY UPDATE`,
      [blockId, closed],
      toPlan ? 'to_plan' : 'phase_closed',
    );
    if (!toPlan) return;
    await tx.em.query(
      'INSERT INTO meeting_plan_wish (request_id, block_id, offered_at) SELECT unnest($1::uuid[]), $2, $3',
      [ended, blockId, tx.now],
    );
  }

  /** A meeting that is cancelled cannot be moved any more. */
  async closeMoves(tx: Tx, meetingIds: readonly string[]): Promise<void> {
    await this.close(tx, 'id IN (SELECT request_id FROM meeting_reschedule WHERE meeting_id = ANY ($3))', [meetingIds]);
  }

  /** What is open with this person, or would have them as a guest, in one order: whoever is answering it comes before, or after. */
  async holdOf(tx: Tx, participantId: string): Promise<void> {
    await tx.em.query(
      `SELECT id FROM meeting_request request
       WHERE turn IS NOT NULL AND ($1 IN (from_participant_id, to_participant_id) OR EXISTS (
         SELECT FROM meeting_guest guest
         WHERE guest.request_id = request.id AND guest.participant_id = $1 AND guest.state IN ('invited', 'accepted')))
       ORDER BY id FOR NO KEY UPDATE`,
      [participantId],
    );
  }

  /** Whoever leaves: nobody reaches them any more, and nothing of theirs stays open. Their meetings come first. */
  async closeOf(tx: Tx, participantId: string): Promise<void> {
    await this.close(tx, '$3 IN (from_participant_id, to_participant_id)', [participantId]);
  }

  async closeAll(tx: Tx, eventId: string): Promise<void> {
    await this.close(tx, 'event_id = $3', [eventId]);
  }

  /** Closes without a word about why. */
  private async close(tx: Tx, which: string, parameters: readonly (string | readonly string[])[]): Promise<void> {
    await this.end(
      tx,
      'unavailable',
      `SELECT id FROM meeting_request WHERE turn IS NOT NULL AND ${which} ORDER BY id FOR NO KEY UPDATE`,
      parameters,
    );
  }

  /** @param which a query for ids; its parameters start at $3, $2 is now @returns their ids */
  private async end(
    tx: Tx,
    state: 'expired' | 'unavailable',
    which: string,
    parameters: readonly (string | readonly string[])[],
    because?: PhaseEnding,
  ): Promise<string[]> {
    const ended = (await tx.em.query(
      `WITH ended AS (
         UPDATE meeting_request SET state = $1, turn = NULL, version = version + 1
         WHERE id IN (${which}) AND turn IS NOT NULL RETURNING *
       ), told AS (
         INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, version, 'system', $1, $2::timestamptz FROM ended
       )
       SELECT ${columns} FROM ended ORDER BY id`,
      [state, tx.now, ...parameters],
    )) as Ended[];
    for (const request of ended) await this.moves.answered(tx, request, 'system', because);
    return ended.map(({ id }) => id);
  }
}
