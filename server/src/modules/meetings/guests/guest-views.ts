import { Injectable } from '@nestjs/common';
import type {
  EventId,
  GuestId,
  GuestInvitation,
  GuestView,
  MeetingId,
  MeetingRequestId,
  ParticipantCard,
  ParticipantId,
  SlotId,
} from '@musubi/contracts';
import { overlaps } from '@musubi/time';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Opportunities } from '../../profiles/index.js';
import { Participants } from '../../registration/index.js';
import { intervalOf } from '../slots/slot-choice.rules.js';
import { Slots } from '../slots/slots.service.js';
import type { GuestRow } from './guest-rows.js';
import { type Group, Groups } from './groups.js';

/** Invitations as those see them who agree on the meeting, and as those who are invited. */
@Injectable()
export class GuestViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly participants: Participants,
    private readonly opportunities: Opportunities,
    private readonly slots: Slots,
    private readonly groups: Groups,
  ) {}

  async of({ guests }: Group, tx?: Tx): Promise<GuestView[]> {
    const cards = await this.participants.cards(
      guests.map(({ participantId }) => participantId),
      tx?.em,
    );
    return guests.map((guest) => viewOf(guest, cards));
  }

  async invitation(guest: GuestRow, tx?: Tx): Promise<GuestInvitation> {
    const { request, meeting, people } = await this.groups.of(tx?.em ?? this.dataSource.manager, guest.requestId);
    const { fromParticipantId, toParticipantId, opportunityIds } = request;
    const cards = await this.participants.cards(
      [guest.participantId, fromParticipantId, toParticipantId, ...people.map(({ participantId }) => participantId)],
      tx?.em,
    );
    const principals = [fromParticipantId, toParticipantId, guest.participantId];
    const cited = opportunityIds.length > 0 ? await this.opportunities.cards(opportunityIds, tx?.em) : new Map();
    const proposed = meeting ? [] : request.slots.map((slot) => ({ ...slot, id: slot.slotId }));
    const mine = [cards.get(guest.participantId)!];
    const busy = (await this.slots.busy(proposed, mine, tx)).get(guest.userId) ?? [];
    return {
      ...viewOf(guest, cards),
      eventId: guest.eventId as EventId,
      from: cards.get(fromParticipantId)!,
      to: cards.get(toParticipantId)!,
      others: people
        .filter((one) => !principals.includes(one.participantId))
        .map((one) => cards.get(one.participantId)!),
      reason: request.reason,
      opportunities: opportunityIds.flatMap((id) => cited.get(id) ?? []),
      language: request.language,
      meeting: meeting && {
        meetingId: meeting.id as MeetingId,
        startsAt: meeting.startsAt.toISOString(),
        endsAt: meeting.endsAt.toISOString(),
      },
      slots: proposed.map((slot) => ({
        slotId: slot.slotId as SlotId,
        startsAt: slot.startsAt.toISOString(),
        endsAt: slot.endsAt.toISOString(),
        open: slot.open && !overlaps(busy, intervalOf(slot)),
      })),
    };
  }
}

function viewOf(guest: GuestRow, cards: ReadonlyMap<string, ParticipantCard>): GuestView {
  const { side, part, state, invitedAt, answeredAt } = guest;
  return {
    guestId: guest.id as GuestId,
    requestId: guest.requestId as MeetingRequestId,
    participant: cards.get(guest.participantId)!,
    side,
    part,
    state,
    invitedBy: guest.invitedBy as ParticipantId,
    invitedAt: invitedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
