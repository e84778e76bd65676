import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  EventId,
  GroupSlot,
  GroupSlotsQuery,
  GuestId,
  GuestInvitation,
  GuestView,
  InviteGuests,
  MeetingId,
  MeetingRequestId,
  Nothing,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  ForOthers,
  RateLimited,
  SignedIn,
} from '../../../platform/index.js';
import { GroupSlots } from './times/group-slots.service.js';
import { Guests } from './guests.service.js';

@Controller()
@SignedIn()
export class GuestsController {
  constructor(
    private readonly guests: Guests,
    private readonly slots: GroupSlots,
  ) {}

  @Get('events/:eventId/group-slots')
  @Answers(200, z.array(GroupSlot))
  @ForOthers()
  groupSlots(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: GroupSlotsQuery }) { with: ids, interpretation }: GroupSlotsQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.slots.before(actor, eventId, ids, interpretation);
  }

  @Get('meetings/:meetingId/slots')
  @Answers(200, z.array(GroupSlot))
  @ForOthers()
  meetingSlots(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.guests.slotsOf(actor, meetingId);
  }

  @Get('meeting-requests/:requestId/guests')
  @Answers(200, z.array(GuestView))
  of(@Param('requestId', { schema: MeetingRequestId }) requestId: string, @CurrentActor() actor: Actor) {
    return this.guests.of(actor, requestId);
  }

  @Post('meeting-requests/:requestId/guests')
  @Answers(201, z.array(GuestView))
  @RateLimited({ name: 'inviting guests', points: 20, perSeconds: 60, by: 'person', counted: 'here' })
  invite(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: InviteGuests }) { people }: InviteGuests,
    @Cmd() command: Command,
  ) {
    return this.guests.invite(command, requestId, people);
  }

  @Get('events/:eventId/guest-invitations')
  @Answers(200, z.array(GuestInvitation))
  mine(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.guests.mine(actor, eventId);
  }

  @Get('guests/:guestId')
  @Answers(200, GuestInvitation)
  view(@Param('guestId', { schema: GuestId }) guestId: string, @CurrentActor() actor: Actor) {
    return this.guests.view(actor, guestId);
  }

  @Post('guests/:guestId/accept')
  @Answers(200, GuestInvitation)
  accept(
    @Param('guestId', { schema: GuestId }) guestId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.guests.accept(command, guestId);
  }

  @Post('guests/:guestId/decline')
  @Answers(200, GuestInvitation)
  decline(
    @Param('guestId', { schema: GuestId }) guestId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.guests.decline(command, guestId);
  }

  @Post('guests/:guestId/withdraw')
  @Answers(200, z.array(GuestView))
  withdraw(
    @Param('guestId', { schema: GuestId }) guestId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.guests.withdraw(command, guestId);
  }
}
