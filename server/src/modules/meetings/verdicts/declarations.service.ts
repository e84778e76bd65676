import { Injectable } from '@nestjs/common';
import type { DeclaredPlace } from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import type { MeetingRow } from '../booked/meeting-rows.js';
import { bothSides } from '../booked/meeting-sides.js';
import { DisputeDesk } from './dispute-desk.js';
import { VerdictBook } from './verdict-book.js';
import { verdictFile } from './verdict-rows.js';
import { declared, finalAt } from './verdict.rules.js';

/** What people say of having met: when both sides do, their word stands against what the room saw. */
@Injectable()
export class Declarations {
  constructor(
    private readonly book: VerdictBook,
    private readonly disputes: DisputeDesk,
  ) {}

  /**
   * Somebody says that they met, or no longer says so. The transaction holds the meeting.
   * @param place null where they did not say: in the room, or where they said before
   * @returns the meeting as it is then
   */
  async say(
    tx: Tx,
    meeting: MeetingRow,
    { userId, met, place }: { userId: string; met: boolean; place: DeclaredPlace | null },
  ): Promise<MeetingRow> {
    await tx.em.query(
      met
        ? `INSERT INTO meeting_declaration (meeting_id, user_id, at, place) VALUES ($1, $2, $3, coalesce($4::text, 'room'))
           ON CONFLICT ON CONSTRAINT meeting_declaration_pk DO UPDATE SET place = coalesce($4, meeting_declaration.place)`
        : 'DELETE FROM meeting_declaration WHERE meeting_id = $1 AND user_id = $2',
      met ? [meeting.id, userId, tx.now, place] : [meeting.id, userId],
    );
    return this.believeBoth(tx, meeting);
  }

  /** Held as declared, if both sides say so, it was not held anyway, and the time for it is not over. */
  async believeBoth(tx: Tx, meeting: MeetingRow): Promise<MeetingRow> {
    const { standing, declarations } = await verdictFile(tx.em, meeting.id);
    if (!standing || finalAt(standing) <= tx.now) return meeting;
    if (!bothSides(meeting.sides, ({ userId }) => declarations.has(userId))) return meeting;
    const finding = declared(standing);
    if (!finding) return meeting;
    const held = await this.book.enter(tx, meeting, standing.place, finding);
    await this.disputes.close(tx, meeting.id, standing.place + 1, 'changed');
    return held;
  }
}
