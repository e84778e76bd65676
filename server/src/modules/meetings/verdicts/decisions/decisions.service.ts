import { Injectable } from '@nestjs/common';
import {
  type DecisionInput,
  disputedListed,
  type DisputeRow,
  type MeetingRecord,
  type UndoInput,
} from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { Audit, type Command, DomainError, Transactions, type Tx } from '../../../../platform/index.js';
import { meetingById, meetingsIn, type MeetingRow } from '../../booked/views/meeting-rows.js';
import { DisputeDesk } from './dispute-desk.js';
import { MeetingRecords } from '../views/meeting-records.js';
import { stateOf, VerdictBook } from '../verdict-book.js';
import { holdMeeting, verdictFile, type VerdictFile } from '../verdict-rows.js';
import { decided, isSame, isUndoable } from '../verdict.rules.js';

interface OfEvent {
  eventId: string;
  meetingId: string;
}

/** Organisers decide what became of a meeting, and may take it back; each act goes into the log. */
@Injectable()
export class Decisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly records: MeetingRecords,
    private readonly book: VerdictBook,
    private readonly disputes: DisputeDesk,
    private readonly audit: Audit,
  ) {}

  /** Meetings of which a side disputes, or disputed, the verdict: open ones first, then by start; of the decided the latest. */
  async disputed(eventId: string): Promise<DisputeRow[]> {
    const rows = (await this.dataSource.query(
      `SELECT meeting.id FROM meeting_dispute dispute JOIN meeting ON meeting.id = dispute.meeting_id
       WHERE meeting.event_id = $1
       GROUP BY meeting.id ORDER BY bool_or(dispute.decided_at IS NULL) DESC, max(dispute.at) DESC, meeting.id LIMIT $2`,
      [eventId, disputedListed],
    )) as { id: string }[];
    const meetings = await meetingsIn(this.dataSource.manager, { ids: rows.map(({ id }) => id) });
    return this.records.disputeRows(meetings);
  }

  /** @throws DomainError `not_found` for a meeting of another event */
  async record({ eventId, meetingId }: OfEvent): Promise<MeetingRecord> {
    const meeting = await meetingById(this.dataSource.manager, meetingId);
    if (meeting?.eventId !== eventId) throw new DomainError('not_found');
    return this.records.of(meeting);
  }

  /**
   * Upholds the verdict, where it is the same and somebody disputes it, or changes it.
   * @throws DomainError `verdict.unchanged`, `verdict.moved_on` where it is not the one that was looked at, `meeting.wrong_state`
   */
  async decide(command: Command, of: OfEvent, { place, reason, ...decision }: DecisionInput): Promise<MeetingRecord> {
    return this.act(command, of, place, reason, async (tx, meeting, { standing }) => {
      const finding = decided(meeting.state, standing, decision);
      const upheld = isSame(finding, standing!);
      if (upheld && !standing!.disputed) throw new DomainError('verdict.unchanged');
      await this.book.enter(tx, meeting, place, finding, { byUserId: command.actor.userId, reason });
      await this.disputes.close(tx, meeting.id, place + 1, upheld ? 'upheld' : 'changed');
      return upheld ? 'verdict.upheld' : 'verdict.changed';
    });
  }

  /** Takes an organiser's decision back: what it decided waits again. */
  async undo(command: Command, of: OfEvent, { place, reason }: UndoInput): Promise<MeetingRecord> {
    return this.act(command, of, place, reason, async (tx, meeting, { history }) => {
      const [before, last] = history.slice(-2);
      if (!before || !last || !isUndoable(last)) throw new DomainError('verdict.unchanged');
      const because = { byUserId: command.actor.userId, reason, undoes: last.place };
      await this.book.enter(tx, meeting, place, before, because);
      await this.disputes.reopen(tx, meeting.id, last.place);
      return 'verdict.undone';
    });
  }

  private async act(
    command: Command,
    { eventId, meetingId }: OfEvent,
    place: number,
    reason: string,
    work: (tx: Tx, meeting: MeetingRow, file: VerdictFile) => Promise<string>,
  ): Promise<MeetingRecord> {
    return this.transactions.command(command, async (tx) => {
      await holdMeeting(tx.em, meetingId);
      const meeting = await meetingById(tx.em, meetingId);
      if (meeting?.eventId !== eventId) throw new DomainError('not_found');
      const file = await verdictFile(tx.em, meetingId);
      if (!file.standing) throw new DomainError('meeting.wrong_state', { state: meeting.state });
      if (file.standing.place !== place) throw new DomainError('verdict.moved_on');
      const did = await work(tx, meeting, file);
      const record = await this.records.of((await meetingById(tx.em, meetingId))!, tx);
      await this.audit.record(tx, {
        by: command.actor.userId,
        did,
        on: { kind: 'meeting', id: meetingId },
        eventId,
        before: stateOf(file.standing),
        after: stateOf(record.verdict!),
        reason,
      });
      return record;
    });
  }
}
