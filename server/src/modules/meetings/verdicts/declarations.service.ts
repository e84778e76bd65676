import { Injectable } from '@nestjs/common';
import type { DeclaredPlace } from '@musubi/contracts';
import { Audit, type Tx } from '../../../platform/index.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { bothSides } from '../booked/views/meeting-sides.js';
import { stateOf, VerdictBook } from './verdict-book.js';
import { verdictFile } from './verdict-rows.js';
import { declared, finalAt, isAgreed } from './verdict.rules.js';

/** Whose word it is, and who said it for them. */
interface Speaker {
  userId: string;
  /** An assistant. */
  by?: string | undefined;
}

/** What people say of having met: when both sides do, their word stands against what the room saw. */
@Injectable()
export class Declarations {
  constructor(
    private readonly book: VerdictBook,
    private readonly audit: Audit,
  ) {}

  /**
   * Somebody says that they met, or no longer says so. The transaction holds the meeting. What both have said, so that it
   * stands as held, is not taken back by one.
   * @param place null where they did not say: in the room, or where they said before
   * @returns the meeting as it is then
   */
  async say(
    tx: Tx,
    meeting: MeetingRow,
    { userId, by, met, place }: Speaker & { met: boolean; place: DeclaredPlace | null },
  ): Promise<MeetingRow> {
    if (!met && (await this.standsAgreed(tx, meeting))) return meeting;
    await tx.em.query(
      met
        ? `INSERT INTO meeting_declaration (meeting_id, user_id, at, place) VALUES ($1, $2, $3, coalesce($4::text, 'room'))
           ON CONFLICT ON CONSTRAINT meeting_declaration_pk DO UPDATE SET place = coalesce($4, meeting_declaration.place)`
        : 'DELETE FROM meeting_declaration WHERE meeting_id = $1 AND user_id = $2',
      met ? [meeting.id, userId, tx.now, place] : [meeting.id, userId],
    );
    return this.believeBoth(tx, meeting, { userId, by });
  }

  /**
   * Held as declared, if both sides say so, it was not held anyway, no organiser has decided, and the time for it is not
   * over. Whatever is in dispute still waits for the organisers.
   * @param last who said so last; null where both had before there was a verdict
   */
  async believeBoth(tx: Tx, meeting: MeetingRow, last: Speaker | null): Promise<MeetingRow> {
    const { standing, declarations } = await verdictFile(tx.em, meeting.id);
    if (!standing || finalAt(standing) <= tx.now) return meeting;
    if (!bothSides(meeting.sides, ({ userId }) => declarations.has(userId))) return meeting;
    const finding = declared(standing);
    if (!finding) return meeting;
    const held = await this.book.enter(tx, meeting, standing.place, finding);
    await this.audit.record(tx, {
      by: last?.by ?? last?.userId ?? null,
      onBehalfOf: last?.by ? last.userId : null,
      did: 'verdict.declared',
      on: { kind: 'meeting', id: meeting.id },
      eventId: meeting.eventId,
      before: stateOf(standing),
      after: stateOf(finding),
    });
    return held;
  }

  private async standsAgreed(tx: Tx, { id }: MeetingRow): Promise<boolean> {
    const { standing } = await verdictFile(tx.em, id);
    return standing !== null && isAgreed(standing);
  }
}
