import { Injectable } from '@nestjs/common';
import { type NotesSnapshot, notesUpdateBytes, type ParticipantId } from '@musubi/contracts';
import { type Actor, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { MeetingDoor } from '../room/meeting-door.js';
import { withUpdate } from './notes-document.js';
import { mayWrite } from './notes.rules.js';

/** What was kept of an update, and who is to hear of it. */
export interface KeptUpdate {
  at: Date;
  by: string;
  userIds: string[];
}

interface Row {
  state: Buffer;
  text: string;
  changed_by: ParticipantId;
  changed_at: Date;
}

/** Shared notes of a meeting: its people write them together, and nobody else reads them, organisers neither. */
@Injectable()
export class Notes {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: MeetingDoor,
  ) {}

  /** @throws DomainError what {@link MeetingDoor.belong} refuses */
  async snapshot(actor: Actor, meetingId: string): Promise<NotesSnapshot> {
    return this.transactions.run(async (tx) => {
      const { meeting } = await this.door.belong(tx, actor, meetingId);
      const [row] = (await tx.em.query('SELECT * FROM meeting_notes WHERE meeting_id = $1', [meetingId])) as Row[];
      return {
        state: row?.state.toString('base64') ?? '',
        text: row?.text ?? '',
        changedAt: row?.changed_at.toISOString() ?? null,
        changedBy: row?.changed_by ?? null,
        open: mayWrite(meeting, actor.userId, tx.now),
      };
    });
  }

  /**
   * Keeps an update; one that came before changes nothing.
   * @throws DomainError what {@link MeetingDoor.belong} refuses, `notes.closed`, `notes.too_big`, `notes.unreadable`
   */
  async write(actor: Actor, meetingId: string, update: Uint8Array): Promise<KeptUpdate> {
    if (update.length > notesUpdateBytes) throw new DomainError('notes.too_big', { bytes: notesUpdateBytes });
    return this.transactions.run(async (tx) => {
      const { meeting, side } = await this.door.belong(tx, actor, meetingId);
      if (!mayWrite(meeting, actor.userId, tx.now)) throw new DomainError('notes.closed');
      await this.keep(tx, meeting, side.participantId, update);
      return { at: tx.now, by: side.participantId, userIds: meeting.sides.map(({ userId }) => userId) };
    });
  }

  /** One after the other: what two write at once is in the document of the second. */
  private async keep(tx: Tx, meeting: MeetingRow, by: string, update: Uint8Array): Promise<void> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('notes of ' || $1::uuid, 0))`, [meeting.id]);
    const [before] = (await tx.em.query('SELECT state FROM meeting_notes WHERE meeting_id = $1', [meeting.id])) as Pick<
      Row,
      'state'
    >[];
    const { state, text } = withUpdate(before?.state ?? null, update);
    if (before && Buffer.compare(before.state, state) === 0) return;
    await tx.em.query(
      `INSERT INTO meeting_notes (meeting_id, state, text, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT meeting_notes_pk DO UPDATE
         SET state = excluded.state, text = excluded.text, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [meeting.id, Buffer.from(state), text.replaceAll('\u0000', ''), by, tx.now],
    );
  }
}
