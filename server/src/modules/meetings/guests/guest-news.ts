import { Injectable } from '@nestjs/common';
import type { GuestState } from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import { saveGuests, type GuestRow } from './guest-rows.js';
import { everybody, type Group } from './groups.js';

/** Keeps what becomes of invitations, and tells everybody whom it concerns. */
@Injectable()
export class GuestNews {
  async invited(tx: Tx, group: Group, guests: readonly GuestRow[]): Promise<void> {
    for (const guest of guests) {
      await tx.fact({ name: 'meeting_guest.invited', ...factOf(group, guest) });
      this.tell(tx, group, guest);
    }
  }

  async became(
    tx: Tx,
    group: Group,
    guest: GuestRow,
    did: Exclude<GuestState, 'invited'>,
    byUserId: string | null,
  ): Promise<void> {
    const [changed] = await saveGuests(tx.em, [guest.id], did, tx.now);
    if (!changed) return;
    await tx.fact({ name: 'meeting_guest.answered', ...factOf(group, guest), did, byUserId });
    this.tell(tx, group, guest);
  }

  private tell(tx: Tx, group: Group, { id: guestId, requestId, eventId, userId }: GuestRow): void {
    const { fromUserId, toUserId } = group.request;
    const userIds = new Set([fromUserId, toUserId, userId, ...everybody(group).map((one) => one.userId)]);
    tx.tell([...userIds], 'guest.changed', { guestId, requestId, eventId });
  }
}

/** Who has invited may have handed over to a colleague since: then the one who asked for the meeting hears of it. */
function factOf(group: Group, { id, requestId, eventId, userId, invitedBy }: GuestRow) {
  const by = group.people.find(({ participantId }) => participantId === invitedBy);
  return { guestId: id, requestId, eventId, userId, invitedByUserId: by?.userId ?? group.request.fromUserId };
}
