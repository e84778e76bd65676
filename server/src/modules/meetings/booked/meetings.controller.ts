import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CancelMeeting, EventId, MeetingId, MeetingView, Nothing, RoomTicket } from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  ForOthers,
  Keyless,
  Organiser,
  RateLimited,
  SignedIn,
} from '../../../platform/index.js';
import { Meetings } from './meetings.service.js';

@Controller()
@SignedIn()
export class MeetingsController {
  constructor(private readonly meetings: Meetings) {}

  @Get('events/:eventId/meetings')
  @Answers(200, z.array(MeetingView))
  @ForOthers()
  mine(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.meetings.mine(actor, eventId);
  }

  @Get('meetings/:meetingId')
  @Answers(200, MeetingView)
  @ForOthers()
  view(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.meetings.view(actor, meetingId);
  }

  @Post('meetings/:meetingId/cancel')
  @Answers(200, MeetingView)
  @ForOthers()
  cancel(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: CancelMeeting }) input: CancelMeeting,
    @Cmd() command: Command,
  ) {
    return this.meetings.cancel(command, meetingId, input);
  }

  @Post('meetings/:meetingId/ticket')
  @Answers(200, RoomTicket)
  @RateLimited({ name: 'tickets', points: 30, perSeconds: 60, by: 'person', counted: 'here' })
  @Keyless('every ticket is minted anew and none is kept')
  ticket(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: Nothing }) _: object,
    @CurrentActor() actor: Actor,
  ) {
    return this.meetings.ticket(actor, meetingId);
  }

  @Get('organise/events/:eventId/meetings')
  @Answers(200, z.array(MeetingView))
  @Organiser({ event: 'eventId' })
  ofEvent(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.meetings.ofEvent(eventId);
  }
}
