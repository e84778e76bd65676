import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { interpreterIdentity, staffIdentity } from '@musubi/contracts';
import { type Actor, DomainError, PolicyRegistry, type Tx } from '../../../platform/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import type { Admission } from '../../rooms/index.js';
import { meetingById, type MeetingRow, type SideRow } from '../booked/views/meeting-rows.js';
import { counts } from '../booked/views/meeting-sides.js';
import { roomWindow } from '../booked/meeting.rules.js';

type RoomWindow = ReturnType<typeof roomWindow>;

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
   * @throws DomainError what {@link belong} refuses, `room.closed` before and after
   */
  async enter(tx: Tx, actor: Actor, meetingId: string): Promise<{ meeting: MeetingRow; side: SideRow }> {
    const { meeting, side } = await this.belong(tx, actor, meetingId);
    await this.assertOpen(tx, meeting);
    return { meeting, side };
  }

  /**
   * As what somebody comes in now: its people as themselves, observers to listen, its interpreter to be heard, an organiser of the event as staff whom
   * all see.
   * @throws DomainError what {@link enter} refuses
   */
  async admission(tx: Tx, actor: Actor, meetingId: string): Promise<Admission> {
    const special = (await this.asInterpreter(tx, actor, meetingId)) ?? (await this.asStaff(tx, actor, meetingId));
    if (special) return special;
    const { meeting, side } = await this.enter(tx, actor, meetingId);
    return {
      eventId: meeting.eventId,
      identity: side.participantId,
      displayName: actor.name,
      may: { publish: counts(side), subscribe: true },
    };
  }

  /** Their presence counts for nobody: only people of a side make a meeting held. */
  private async asInterpreter(tx: Tx, actor: Actor, meetingId: string): Promise<Admission | null> {
    const meeting = await meetingById(tx.em, meetingId);
    if (!meeting || !this.policies.can(actor, 'meeting.interpret', meeting)) return null;
    if (meeting.state === 'cancelled') throw new DomainError('meeting.wrong_state', { state: meeting.state });
    await this.assertOpen(tx, meeting);
    const may = { publish: true, subscribe: true };
    return {
      eventId: meeting.eventId,
      identity: `${interpreterIdentity}${actor.userId}`,
      displayName: actor.name,
      may,
    };
  }

  private async asStaff(tx: Tx, actor: Actor, meetingId: string): Promise<Admission | null> {
    const meeting = await meetingById(tx.em, meetingId);
    const isParty = meeting?.sides.some(({ userId }) => userId === actor.userId);
    if (!meeting || isParty || !this.policies.can(actor, 'event.organise', meeting)) return null;
    if (meeting.state === 'cancelled') throw new DomainError('meeting.wrong_state', { state: meeting.state });
    await this.assertOpen(tx, meeting);
    const { eventId } = meeting;
    await tx.fact({ name: 'meeting.staff_entered', meetingId, eventId, userId: actor.userId });
    const may = { publish: true, subscribe: true };
    return { eventId, identity: `${staffIdentity}${actor.userId}`, displayName: actor.name, may };
  }

  /**
   * One of the meeting's people, at any hour.
   * @throws DomainError `not_found` for anybody but its people, `registration.required` for one who left the event,
   * `meeting.wrong_state` when cancelled, `room.closed` where a block stands between them
   */
  async belong(tx: Tx, actor: Actor, meetingId: string): Promise<{ meeting: MeetingRow; side: SideRow }> {
    const meeting = await meetingById(tx.em, meetingId);
    if (!meeting) throw new DomainError('not_found');
    this.policies.assertCan(actor, 'meeting.attend', meeting);
    if (meeting.state === 'cancelled') throw new DomainError('meeting.wrong_state', { state: meeting.state });
    const side = meeting.sides.find(({ userId }) => userId === actor.userId)!;
    if (!(await this.participants.get(side.participantId, tx.em))) throw new DomainError('registration.required');
    if (await this.isApart(meeting, actor.userId, tx.em)) throw new DomainError('room.closed');
    return { meeting, side };
  }

  /** @throws DomainError `room.closed` before and after */
  async assertOpen(tx: Tx, meeting: MeetingRow): Promise<void> {
    const { opensAt, closesAt } = await this.window(meeting, tx.em);
    if (tx.now < opensAt || tx.now >= closesAt) {
      throw new DomainError('room.closed', { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() });
    }
  }

  /** Whether somebody may know who is in the room: whoever may enter it when it is open, and the event's organisers. */
  async mayWatch(actor: Actor, meetingId: string, em: EntityManager): Promise<boolean> {
    const meeting = await meetingById(em, meetingId);
    if (!meeting) return false;
    if (this.policies.can(actor, 'event.organise', meeting)) return true;
    if (this.policies.can(actor, 'meeting.interpret', meeting)) return true;
    const side = meeting.sides.find(({ userId }) => userId === actor.userId);
    if (!side || !(await this.participants.get(side.participantId, em))) return false;
    return !(await this.isApart(meeting, actor.userId, em));
  }

  /** When the room is open, seen from what its people have before them. */
  async window(meeting: MeetingRow, em: EntityManager): Promise<RoomWindow> {
    return (await this.windows([meeting], em)).get(meeting.id)!;
  }

  /** The same for many rooms, by the meeting's id. One query. */
  async windows(meetings: readonly MeetingRow[], em: EntityManager): Promise<Map<string, RoomWindow>> {
    const next = await nextStarts(meetings, em);
    return new Map(meetings.map((meeting) => [meeting.id, roomWindow(meeting, next.get(meeting.id) ?? null)]));
  }

  /** Whether a block stands between this person and another of the meeting, whoever set it. */
  async isApart({ sides }: MeetingRow, me: string, em: EntityManager): Promise<boolean> {
    const people = sides.map(({ userId }) => userId);
    const blocked = await this.blocks.between(people, em);
    return people.some((userId) => blocked.has(me, userId));
  }
}

/** When the first of a meeting's people is expected elsewhere after it began, by the meeting's id. */
async function nextStarts(meetings: readonly MeetingRow[], em: EntityManager): Promise<Map<string, Date>> {
  if (meetings.length === 0) return new Map();
  const places = meetings.flatMap(({ id, startsAt, sides }) => sides.map(({ userId }) => ({ id, startsAt, userId })));
  const rows = (await em.query(
    `SELECT place.meeting_id AS id, min(lower(seat.during)) AS starts_at
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS place (meeting_id, user_id, starts_at)
     JOIN meeting_seat seat ON seat.live AND seat.occupant_id = place.user_id
      AND seat.meeting_id <> place.meeting_id AND lower(seat.during) > place.starts_at
     GROUP BY place.meeting_id`,
    [places.map(({ id }) => id), places.map(({ userId }) => userId), places.map(({ startsAt }) => startsAt)],
  )) as { id: string; starts_at: Date }[];
  return new Map(rows.map(({ id, starts_at }) => [id, starts_at]));
}
