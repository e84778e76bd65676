import { Injectable } from '@nestjs/common';
import type { MeetingId, MissingCall } from '@musubi/contracts';
import { type Command, DomainError, Transactions } from '../../../../platform/index.js';
import { meetingById } from '../../booked/views/meeting-rows.js';
import { MeetingPresence } from '../meeting-presence.js';
import { PlansB } from '../plan-b/plans-b.js';
import { MeetingMissingPingEntity } from './meeting-missing-ping.entity.js';
import { callMissing, missingOf } from './missing-side.js';

/** Seconds in which a side is not called again: two organisers at their boards are one call. */
const againAfterSeconds = 60;

/** Organisers call the side for whom somebody waits. */
@Injectable()
export class MissingCalls {
  constructor(
    private readonly transactions: Transactions,
    private readonly presence: MeetingPresence,
    private readonly plans: PlansB,
  ) {}

  /** @throws DomainError `not_found` for what is not of this event, `room.nobody_missing` where nobody waits for somebody now */
  async call(command: Command, eventId: string, meetingId: string): Promise<MissingCall> {
    return this.transactions.command(command, async (tx) => {
      await tx.em.query('SELECT FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
      const meeting = await meetingById(tx.em, meetingId);
      if (meeting?.eventId !== eventId) throw new DomainError('not_found');
      const { state, startsAt, endsAt } = meeting;
      const here = await this.presence.hereNow([meeting], tx.now, tx);
      const missing = missingOf(meeting, here.get(meetingId) ?? new Set());
      const on = state === 'confirmed' && startsAt <= tx.now && tx.now < endsAt;
      const elsewhere = await this.plans.elsewhere(tx.em, [meetingId]);
      if (!on || missing.length === 0 || elsewhere.has(meetingId)) throw new DomainError('room.nobody_missing');
      const last = await tx.em.findOneBy(MeetingMissingPingEntity, { meetingId });
      const again = last && tx.now.getTime() - last.at.getTime() < againAfterSeconds * 1_000;
      if (!again) await callMissing(tx, meeting, missing);
      return { meetingId: meetingId as MeetingId, calledAt: (again ? last.at : tx.now).toISOString() };
    });
  }
}
