import { Injectable } from '@nestjs/common';
import {
  type GroupSlot,
  type GuestInput,
  type GuestInvitation,
  type GuestView,
  invitationsListed,
} from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { type Participant, Participants, PersonBlocks } from '../../registration/index.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { isNeeded } from '../booked/views/meeting-sides.js';
import { Meetings } from '../booked/meetings.service.js';
import { Seats } from '../booked/seats/seats.js';
import { InterpretedSlots } from '../interpreters/interpreted-slots.js';
import { opposite, type Pair } from '../negotiation/partners.js';
import type { RequestRow } from '../requests/request-rows.js';
import { keepContact } from '../requests/contact.js';
import { assertGuestMoves, isComing, sideFor } from './guest.rules.js';
import { GuestNews } from './guest-news.js';
import { GuestViews } from './invitations/guest-views.js';
import { guestById, guestsOf, insertGuests, invitationsTo, type GuestRow, type NewGuest } from './guest-rows.js';
import { agrees, assertAhead, belongs, everybody, type Group, Groups } from './groups.js';
import { GroupSlots } from './times/group-slots.service.js';

/** Further people of a request or meeting: asked by the two who agree on it, each answers for themselves. */
@Injectable()
export class Guests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly participants: Participants,
    private readonly blocks: PersonBlocks,
    private readonly meetings: Meetings,
    private readonly seats: Seats,
    private readonly groups: Groups,
    private readonly slots: GroupSlots,
    private readonly interpreted: InterpretedSlots,
    private readonly news: GuestNews,
    private readonly views: GuestViews,
  ) {}

  /** @throws DomainError `not_found` for anybody who is not of it */
  async of(actor: Actor, requestId: string): Promise<GuestView[]> {
    const group = await this.groups.of(this.dataSource.manager, requestId);
    if (!belongs(group, actor.userId)) throw new DomainError('not_found');
    return this.views.of(group);
  }

  /** The newest first. */
  async mine(actor: Actor, eventId: string): Promise<GuestInvitation[]> {
    const { participantId } = await this.participants.require(actor, eventId);
    return this.views.invitations(await invitationsTo(this.dataSource.manager, participantId, invitationsListed));
  }

  async view(actor: Actor, guestId: string): Promise<GuestInvitation> {
    return this.views.invitation(await this.require(actor, guestId));
  }

  /** An invitation, whoever asks: for letters about it. */
  async find(guestId: string): Promise<GuestInvitation | null> {
    const guest = await guestById(this.dataSource.manager, guestId);
    return guest && (await this.views.whole([guest]))[0]!;
  }

  /**
   * What suits everybody without whom a meeting is not held: to move it, or to ask again where nobody came.
   * @throws DomainError `not_found`, `meeting.guests_leave` for a guest, `meeting.wrong_state` once it is cancelled,
   * `participant.unavailable` for whatever reason, which stays private
   */
  async slotsOf(actor: Actor, meetingId: string): Promise<GroupSlot[]> {
    const { eventId, sides, state, interpretation } = await this.meetings.require(actor, meetingId);
    const them = opposite(sides, actor.userId);
    if (state === 'cancelled') throw new DomainError('meeting.wrong_state', { state });
    await this.assertNobodyBlocked(this.dataSource.manager, [actor, them]);
    const me = sides.find(({ userId }) => userId === actor.userId)!;
    const others = sides.filter((one) => one !== me && isNeeded(one)).toSorted((a, b) => nearTo(me, a) - nearTo(me, b));
    const ids = others.map(({ participantId }) => participantId);
    const choices = await this.slots.choicesOf(eventId, me.participantId, ids, undefined, meetingId);
    return this.interpreted.mark(eventId, choices, interpretation?.languages, {
      people: sides,
      besides: meetingId,
    });
  }

  /**
   * @throws DomainError `not_found`, `meeting.guests_leave` for a guest, `guest.duplicate`, `meeting.full`,
   * `participant.unavailable` for whatever reason, which stays private; and where it is over
   */
  async invite(command: Command, requestId: string, people: readonly GuestInput[]): Promise<GuestView[]> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const known = await this.groups.of(tx.em, requestId);
      if (!belongs(known, actor.userId)) throw new DomainError('not_found');
      const userIds = await this.participants.userIdsOf(
        people.map((one) => one.participantId),
        tx.em,
      );
      await keepContact(tx.em, [...everybody(known).map(({ userId }) => userId), ...userIds.values()]);
      const group = await this.groups.held(tx, requestId);
      if (!agrees(group, actor.userId)) throw new DomainError('meeting.guests_leave');
      await this.inviteInto(tx, group, actor, people);
      return this.views.of(await this.groups.of(tx.em, requestId), tx);
    });
  }

  /**
   * As {@link invite}, of a request that is being sent: its times have to suit those without whom it is not booked.
   * @throws DomainError also `meeting.slot_taken`, with whom it does not suit and times that suit all
   */
  async bring(
    tx: Tx,
    requestId: string,
    actor: Actor,
    { people, slotIds }: { people: readonly GuestInput[]; slotIds: readonly string[] },
  ): Promise<void> {
    const userIds = await this.participants.userIdsOf(
      people.map((one) => one.participantId),
      tx.em,
    );
    await keepContact(tx.em, [...userIds.values()]);
    const group = await this.groups.of(tx.em, requestId);
    await this.inviteInto(tx, group, actor, people);
    const { eventId, fromParticipantId, toParticipantId } = group.request;
    const needed = people.filter(({ part }) => part === 'required').map((one) => one.participantId);
    if (needed.length > 0)
      await this.slots.assertSuits(tx, eventId, slotIds, fromParticipantId, [toParticipantId, ...needed]);
  }

  /**
   * The first of the times that suits those without whom a meeting is not booked. Nobody named leaves unseen from then on.
   * @throws DomainError `meeting.slot_taken`, with whom it does not suit and times that suit all
   */
  async timeFor(
    tx: Tx,
    asked: RequestRow,
    slotIds: readonly string[],
    { me, them }: Pair,
    people: readonly GuestInput[],
  ): Promise<string> {
    if (people.length === 0) return slotIds[0]!;
    const userIds = await this.participants.userIdsOf(
      people.map((one) => one.participantId),
      tx.em,
    );
    await keepContact(tx.em, [...userIds.values()]);
    // Before anything is told of their time.
    const further = furtherThan(await this.groups.of(tx.em, asked.id), people);
    const mine = me.organisation.organisationId;
    const guests = [];
    for (const { participantId } of further) guests.push(await this.invitable(tx, asked.eventId, mine, participantId));
    await this.assertNobodyBlocked(tx.em, [me, them, ...guests]);
    const needed = people.filter(({ part }) => part === 'required').map((one) => one.participantId);
    if (needed.length === 0) return slotIds[0]!;
    return this.slots.firstFor(tx, asked.eventId, slotIds, me.participantId, [them.participantId, ...needed]);
  }

  /** As {@link invite}, to a meeting that is being booked, by whoever comes for this side; who comes anyway is not asked. */
  async bringAlong(tx: Tx, meeting: MeetingRow, side: 0 | 1, people: readonly GuestInput[]): Promise<void> {
    if (people.length === 0) return;
    const group = await this.groups.of(tx.em, meeting.requestId);
    const further = furtherThan(group, people);
    const by = meeting.sides.find(({ participantId }) => participantId === meeting.principalIds[side])!;
    if (further.length > 0) await this.inviteInto(tx, group, by, further);
  }

  /** @throws DomainError `participant.unavailable` for whatever reason, which stays private */
  private async invitable(tx: Tx, eventId: string, mine: string, participantId: string): Promise<Participant> {
    const guest = await this.participants.get(participantId, tx.em);
    if (guest?.eventId !== eventId) throw new DomainError('participant.unavailable');
    if (guest.directory === 'nobody' && guest.organisationId !== mine) throw new DomainError('participant.unavailable');
    return guest;
  }

  /** As {@link invite}, of a group that nobody else can change meanwhile. */
  async inviteInto(tx: Tx, group: Group, { userId }: { userId: string }, people: readonly GuestInput[]): Promise<void> {
    assertAhead(group, tx.now);
    const { request } = group;
    const present = everybody(group);
    const cards = await this.participants.cards(
      present.map(({ participantId }) => participantId),
      tx.em,
    );
    const placed = present.map(({ participantId, side }) => ({
      organisationId: cards.get(participantId)!.organisation.organisationId as string,
      side,
    }));
    const by = present.find((one) => one.userId === userId)!;
    const mine = cards.get(by.participantId)!.organisation.organisationId;
    const invited: NewGuest[] = [];
    for (const { participantId, part } of people) {
      const guest = await this.invitable(tx, request.eventId, mine, participantId);
      if (present.some((one) => one.userId === guest.userId))
        throw new DomainError('guest.duplicate', { participantId });
      const side = sideFor(guest.organisationId, placed);
      placed.push({ organisationId: guest.organisationId, side });
      invited.push({ participantId, userId: guest.userId, side, part });
    }
    await this.assertNobodyBlocked(tx.em, [...present, ...invited]);
    await insertGuests(tx.em, { requestId: request.id, invitedBy: by.participantId, at: tx.now }, invited);
    const guests = await guestsOf(tx.em, request.id);
    const fresh = guests.filter((one) => isComing(one.state) && invited.some((guest) => guest.userId === one.userId));
    await this.news.invited(tx, { ...group, guests }, fresh);
  }

  /**
   * Comes: takes the seat where the meeting stands, and otherwise will have it when the two agree on a time.
   * @throws DomainError `meeting.slot_taken`, `guest.wrong_state`, `participant.unavailable`, and where it is over
   */
  async accept(command: Command, guestId: string): Promise<GuestInvitation> {
    return this.answer(command, guestId, 'accepted', async (tx, group, guest) => {
      assertGuestMoves(guest.state, 'accepted');
      assertAhead(group, tx.now);
      if (!(await this.participants.get(guest.participantId, tx.em))) throw new DomainError('registration.required');
      await this.assertNobodyBlocked(tx.em, [...group.people, guest]);
      if (group.meeting) await this.seats.take(tx, group.meeting, guest);
      else await stillToBeRead(tx, group);
      await this.news.became(tx, group, guest, 'accepted', guest.userId);
    });
  }

  /** Does not come, or no longer; the meeting stands without them. */
  async decline(command: Command, guestId: string): Promise<GuestInvitation> {
    return this.answer(command, guestId, 'declined', (tx, group, guest) =>
      this.out(tx, group, guest, 'declined', guest.userId),
    );
  }

  /** Those who agree on the meeting ask somebody not to come. */
  async withdraw(command: Command, guestId: string): Promise<GuestView[]> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const known = await guestById(tx.em, guestId);
      if (!known) throw new DomainError('not_found');
      const group = await this.groups.held(tx, known.requestId);
      if (!agrees(group, actor.userId)) throw new DomainError('not_found');
      const guest = (await guestById(tx.em, guestId))!;
      if (guest.state !== 'withdrawn') await this.out(tx, group, guest, 'withdrawn', actor.userId);
      return this.views.of(await this.groups.of(tx.em, known.requestId), tx);
    });
  }

  private async out(
    tx: Tx,
    group: Group,
    guest: GuestRow,
    did: 'declined' | 'withdrawn',
    byUserId: string,
  ): Promise<void> {
    assertGuestMoves(guest.state, did);
    if (guest.state === 'accepted') {
      assertAhead(group, tx.now);
      if (group.meeting) await this.seats.leave(tx, group.meeting, guest.userId);
      else await stillToBeRead(tx, group);
    }
    await this.news.became(tx, group, guest, did, byUserId);
  }

  /** One's own answer; given again it changes nothing. */
  private async answer(
    command: Command,
    guestId: string,
    did: 'accepted' | 'declined',
    work: (tx: Tx, group: Group, guest: GuestRow) => Promise<void>,
  ): Promise<GuestInvitation> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const known = await this.require(actor, guestId, tx);
      await keepContact(
        tx.em,
        everybody(await this.groups.of(tx.em, known.requestId)).map(({ userId }) => userId),
      );
      const group = await this.groups.held(tx, known.requestId);
      const guest = group.guests.find(({ id }) => id === guestId)!;
      if (guest.state !== did) await work(tx, group, guest);
      return this.views.invitation((await guestById(tx.em, guestId))!, tx);
    });
  }

  private async require(actor: Actor, guestId: string, tx?: Tx): Promise<GuestRow> {
    const guest = await guestById(tx?.em ?? this.dataSource.manager, guestId);
    if (guest?.userId !== actor.userId) throw new DomainError('not_found');
    return guest;
  }

  private async assertNobodyBlocked(em: EntityManager, people: readonly { userId: string }[]): Promise<void> {
    const userIds = people.map(({ userId }) => userId);
    const blocked = await this.blocks.between(userIds, em);
    if (userIds.some((one, index) => userIds.slice(index + 1).some((other) => blocked.has(one, other))))
      throw new DomainError('participant.unavailable');
  }
}

/** The other side first: it is with them that one meets. */
const nearTo = (me: { side: number }, { side }: { side: number }): number => Number(side === me.side);

/** Whoever is accepting the request at this moment reads it again, with the people that it has now. */
async function stillToBeRead(tx: Tx, { request }: Group): Promise<void> {
  await tx.em.query('UPDATE meeting_request SET version = version + 1 WHERE id = $1', [request.id]);
}

/** Those of the people who do not come anyway. */
function furtherThan(group: Group, people: readonly GuestInput[]): GuestInput[] {
  const coming = new Set(everybody(group).map(({ participantId }) => participantId));
  return people.filter(({ participantId }) => !coming.has(participantId));
}
