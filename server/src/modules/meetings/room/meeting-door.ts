import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, DomainError, PolicyRegistry, type Tx } from '../../../platform/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import { meetingById, type MeetingRow, type SideRow } from '../booked/meeting-rows.js';
import { roomWindow } from '../booked/meeting.rules.js';

/** Who may be in a meeting's room, and when: its people, while they take part in the event and none blocks the other. */
@Injectable()
export class MeetingDoor {
  constructor(
    private readonly participants: Participants,
    private readonly blocks: PersonBlocks,
    private readonly policies: PolicyRegistry,
  ) {}

  /**
   * Lets somebody in now.
   * @throws DomainError `not_found` for anybody but its people, `registration.required` for one who left the event,
   * `meeting.wrong_state` when cancelled, `room.closed` before, after, and where a block stands between the two
   */
  async enter(tx: Tx, actor: Actor, meetingId: string): Promise<{ meeting: MeetingRow; side: SideRow }> {
    const meeting = await meetingById(tx.em, meetingId);
    if (!meeting) throw new DomainError('not_found');
    this.policies.assertCan(actor, 'meeting.attend', meeting);
    if (meeting.state === 'cancelled') throw new DomainError('meeting.wrong_state', { state: meeting.state });
    const side = meeting.sides.find(({ userId }) => userId === actor.userId)!;
    if (!(await this.participants.get(side.participantId, tx.em))) throw new DomainError('registration.required');
    if (await this.isBlocked(meeting, tx.em)) throw new DomainError('room.closed');
    const { opensAt, closesAt } = await this.window(meeting, tx.em);
    if (tx.now < opensAt || tx.now >= closesAt) {
      throw new DomainError('room.closed', { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() });
    }
    return { meeting, side };
  }

  /** Whether somebody may know who is in the room: whoever may enter it when it is open, and the event's organisers. */
  async mayWatch(actor: Actor, meetingId: string, em: EntityManager): Promise<boolean> {
    const meeting = await meetingById(em, meetingId);
    if (!meeting) return false;
    if (this.policies.can(actor, 'event.organise', meeting)) return true;
    const side = meeting.sides.find(({ userId }) => userId === actor.userId);
    if (!side || !(await this.participants.get(side.participantId, em))) return false;
    return !(await this.isBlocked(meeting, em));
  }

  /** When the room is open, seen from what its people have before them. */
  async window(meeting: MeetingRow, em: EntityManager): Promise<{ opensAt: Date; closesAt: Date }> {
    return roomWindow(meeting, await nextStart(meeting, em));
  }

  private async isBlocked({ sides }: MeetingRow, em: EntityManager): Promise<boolean> {
    const [one, other] = sides.map(({ userId }) => userId);
    return (await this.blocks.between([one!, other!], em)).has(one!, other!);
  }
}

/** When the first of its people is expected elsewhere after it began. */
async function nextStart({ id, startsAt, sides }: MeetingRow, em: EntityManager): Promise<Date | null> {
  const [row] = (await em.query(
    `SELECT min(lower(during)) AS starts_at FROM meeting_seat
     WHERE live AND occupant_id = ANY ($1) AND meeting_id <> $2 AND lower(during) > $3`,
    [sides.map((side) => side.userId), id, startsAt],
  )) as { starts_at: Date | null }[];
  return row?.starts_at ?? null;
}
