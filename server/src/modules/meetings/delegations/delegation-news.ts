import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Facts, type Tx } from '../../../platform/index.js';

/**
 * Tells colleagues and assistants what changes in front of them: those of a pool whom somebody else answered for, and who
 * acts for one of the people.
 */
@Injectable()
export class DelegationNews implements OnModuleInit {
  constructor(private readonly facts: Facts) {}

  onModuleInit(): void {
    for (const name of [
      'meeting_request.sent',
      'meeting_request.answered',
      'meeting_request.emptied',
      'meeting_request.passed_on',
    ] as const) {
      this.facts.on(name, ({ requestId, eventId, fromUserId, toUserId }, tx) =>
        this.tell(tx, eventId, [fromUserId, toUserId], { requestId }),
      );
    }
    for (const name of ['meeting.booked', 'meeting.moved'] as const) {
      this.facts.on(name, ({ requestId, meetingId, eventId, userIds }, tx) =>
        this.tell(tx, eventId, userIds, { requestId, meetingId }),
      );
    }
    this.facts.on('meeting.cancelled', ({ meetingId, eventId, userIds }, tx) =>
      this.tell(tx, eventId, userIds, { meetingId }),
    );
    for (const name of ['meeting.seat_taken', 'meeting.seat_left'] as const) {
      this.facts.on(name, ({ meetingId, eventId, userId, userIds }, tx) =>
        this.tell(tx, eventId, [userId, ...userIds], { meetingId }),
      );
    }
    this.facts.on('meeting.unassigned', ({ eventId, delegationUserIds }, tx) =>
      Promise.resolve(tx.tell(delegationUserIds, 'delegation.changed', { eventId })),
    );
  }

  /** Of a whole plan at once: that it is worth looking again. */
  async tellOfPlan(tx: Tx, eventId: string, userIds: readonly string[]): Promise<void> {
    const others = (await this.besides(tx, eventId, userIds)).map(({ id }) => id);
    tx.tell(others, 'delegation.changed', { eventId });
  }

  private async tell(
    tx: Tx,
    eventId: string,
    userIds: readonly string[],
    { requestId, meetingId }: { requestId?: string; meetingId?: string },
  ): Promise<void> {
    const rows = await this.besides(tx, eventId, userIds);
    const others = rows.map(({ id }) => id).filter((id) => !userIds.includes(id));
    if (requestId) tx.tell(others, 'meeting_request.changed', { requestId, eventId });
    if (meetingId) tx.tell(others, 'meeting.changed', { meetingId, eventId });
    const sharing = rows.filter(({ shares }) => shares).map(({ id }) => id);
    if (meetingId) tx.tell(sharing, 'delegation.changed', { eventId });
  }

  /** Colleagues who share what comes in, and whoever acts for one of these people. */
  private async besides(
    tx: Tx,
    eventId: string,
    userIds: readonly string[],
  ): Promise<{ id: string; shares: boolean }[]> {
    return tx.em.query(
      `SELECT member.user_id AS id, true AS shares
       FROM registration own
       JOIN delegation ON delegation.event_id = own.event_id AND delegation.organisation_id = own.organisation_id AND delegation.mode <> 'own'
       JOIN delegation_member member ON member.event_id = own.event_id AND member.organisation_id = own.organisation_id
       WHERE own.event_id = $1 AND own.user_id = ANY ($2)
       UNION ALL
       SELECT deputy.user_id, false
       FROM registration own
       JOIN assistant ON assistant.principal_id = own.id AND assistant.state = 'active'
       JOIN registration deputy ON deputy.id = assistant.assistant_id AND deputy.state = 'complete'
       WHERE own.event_id = $1 AND own.user_id = ANY ($2)`,
      [eventId, [...userIds]],
    );
  }
}
