import { Injectable } from '@nestjs/common';
import type {
  EventId,
  GuestId,
  GuestInvitation,
  GuestView,
  MeetingId,
  MeetingRequestId,
  OpportunityCard,
  ParticipantCard,
  ParticipantId,
  SlotId,
} from '@musubi/contracts';
import { type Interval, overlaps } from '@musubi/time';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../../platform/index.js';
import { Opportunities } from '../../../profiles/index.js';
import { Participants } from '../../../registration/index.js';
import { intervalOf } from '../../slots/slot-choice.rules.js';
import { Slots } from '../../slots/slots.service.js';
import { isComing } from '../guest.rules.js';
import type { GuestRow } from '../guest-rows.js';
import { type Group, Groups } from '../groups.js';

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
    return (await this.invitations([guest], tx))[0]!;
  }

  /** As those who are invited see them: once they do not come, nothing of when it is and who does. */
  async invitations(guests: readonly GuestRow[], tx?: Tx): Promise<GuestInvitation[]> {
    const whole = await this.whole(guests, tx);
    return whole.map((one) => (isComing(one.state) ? one : { ...one, others: [], meeting: null, slots: [] }));
  }

  /** In the order in which they are given; the same number of queries for any number of them. */
  async whole(guests: readonly GuestRow[], tx?: Tx): Promise<GuestInvitation[]> {
    const em = tx?.em ?? this.dataSource.manager;
    const groups = await this.groups.ofMany(
      em,
      guests.map(({ requestId }) => requestId),
    );
    const all = [...groups.values()];
    const cards = await this.participants.cards(
      [
        ...guests.map(({ participantId }) => participantId),
        ...all.flatMap(({ request, people }) => [
          ...[request.fromParticipantId, request.toParticipantId],
          ...people.map(({ participantId }) => participantId),
        ]),
      ],
      tx?.em,
    );
    const citedIds = all.flatMap(({ request }) => request.opportunityIds);
    const cited = citedIds.length > 0 ? await this.opportunities.cards(citedIds, tx?.em) : new Map();
    const proposed = new Map(
      all.filter(({ meeting }) => !meeting).flatMap(({ request }) => request.slots.map((slot) => [slot.slotId, slot])),
    );
    const slots = [...proposed.values()]
      .map((slot) => ({ ...slot, id: slot.slotId }))
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const people = new Map(guests.map(({ participantId }) => [participantId, cards.get(participantId)!]));
    const busy = await this.slots.busy(slots, [...people.values()], tx);
    return guests.map((guest) =>
      invitationOf(guest, groups.get(guest.requestId)!, { cards, cited, busy: busy.get(guest.userId) ?? [] }),
    );
  }
}

interface Known {
  cards: ReadonlyMap<string, ParticipantCard>;
  cited: ReadonlyMap<string, OpportunityCard>;
  /** When the guest cannot come. */
  busy: readonly Interval[];
}

function invitationOf(
  guest: GuestRow,
  { request, meeting, people }: Group,
  { cards, cited, busy }: Known,
): GuestInvitation {
  const { fromParticipantId, toParticipantId, opportunityIds } = request;
  const principals = [fromParticipantId, toParticipantId, guest.participantId];
  const proposed = meeting ? [] : request.slots;
  return {
    ...viewOf(guest, cards),
    eventId: guest.eventId as EventId,
    from: cards.get(fromParticipantId)!,
    to: cards.get(toParticipantId)!,
    others: people.filter((one) => !principals.includes(one.participantId)).map((one) => cards.get(one.participantId)!),
    reason: request.reason,
    arranged: request.arranged,
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
