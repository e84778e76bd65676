import { Injectable } from '@nestjs/common';
import { type AuditState, DomainError, type Tx } from '../../../platform/index.js';
import { type MeetingRow, saveMeeting } from '../booked/views/meeting-rows.js';
import { settleMeeting } from '../booked/meeting.rules.js';
import { MeetingVerdictEntity } from './verdict.entity.js';
import type { Finding } from './verdict.rules.js';

/** Who decided, why, and which entry it takes back; nothing of it for what was measured or declared. */
export interface Because {
  byUserId: string;
  reason: string;
  undoes?: number;
}

/** What the log keeps of a verdict. */
export const stateOf = ({ state, source, excluded, absent }: Finding): AuditState => ({
  state,
  source,
  excluded,
  absent: absent.map(String),
});

/** Enters what became of meetings, and tells everybody whom it concerns. */
@Injectable()
export class VerdictBook {
  /**
   * The next entry about a meeting that the transaction holds.
   * @param place of the last entry, 0 for none
   */
  async enter(tx: Tx, meeting: MeetingRow, place: number, finding: Finding, because?: Because): Promise<MeetingRow> {
    const { state, source, absent, excluded } = finding;
    const next = { ...settleMeeting(meeting, { state, source, at: tx.now }), settledAt: tx.now };
    if (!(await saveMeeting(tx.em, meeting, next))) throw new DomainError('verdict.moved_on');
    const { id: meetingId, eventId } = meeting;
    await tx.em.insert(MeetingVerdictEntity, {
      meetingId,
      place: place + 1,
      state,
      source,
      absent: [...absent],
      excluded,
      byUserId: because?.byUserId ?? null,
      reason: because?.reason ?? null,
      undoes: because?.undoes ?? null,
      at: tx.now,
    });
    const userIds = meeting.sides.map((side) => side.userId);
    const byUserId = because?.byUserId ?? null;
    await tx.fact({
      name: 'meeting.settled',
      meetingId,
      eventId,
      userIds,
      place: place + 1,
      state,
      excluded,
      byUserId,
    });
    tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
    tx.hint(`organise:${eventId}`, 'verdicts.changed', { eventId, meetingId });
    return next;
  }
}
