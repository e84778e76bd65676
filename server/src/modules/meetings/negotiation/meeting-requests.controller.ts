import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AcceptRequest,
  CounterRequest,
  DeclineRequest,
  EventId,
  GroupSlot,
  MeetingId,
  MeetingRequestId,
  MeetingRequestInput,
  MeetingRequestView,
  MeetingView,
  Nothing,
  RequestPreview,
  RequestPreviewQuery,
  RescheduleMeeting,
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
import { Answering } from './answering.service.js';
import { MeetingRequests } from '../requests/meeting-requests.service.js';
import { Rescheduling } from './rescheduling.service.js';
import { Sending } from './sending.service.js';

/** Each makes somebody a letter. */
const asking = { name: 'asking to meet', points: 20, perSeconds: 60, by: 'person', counted: 'here' } as const;

@Controller()
@SignedIn()
export class MeetingRequestsController {
  constructor(
    private readonly requests: MeetingRequests,
    private readonly sending: Sending,
    private readonly answering: Answering,
    private readonly rescheduling: Rescheduling,
  ) {}

  @Get('events/:eventId/meeting-requests')
  @Answers(200, z.array(MeetingRequestView))
  @ForOthers()
  list(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.requests.list(actor, eventId);
  }

  @Get('events/:eventId/meeting-requests/preview')
  @Answers(200, RequestPreview)
  @ForOthers()
  preview(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: RequestPreviewQuery }) { to, slotIds }: RequestPreviewQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.sending.preview(actor, eventId, { to, slotIds });
  }

  @Post('events/:eventId/meeting-requests')
  @Answers(201, MeetingRequestView)
  @RateLimited(asking)
  @ForOthers()
  send(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: MeetingRequestInput }) input: MeetingRequestInput,
    @Cmd() command: Command,
  ) {
    return this.sending.send(command, eventId, input);
  }

  @Post('meetings/:meetingId/reschedule')
  @Answers(201, MeetingRequestView)
  @RateLimited(asking)
  @ForOthers()
  reschedule(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: RescheduleMeeting }) input: RescheduleMeeting,
    @Cmd() command: Command,
  ) {
    return this.rescheduling.ask(command, meetingId, input);
  }

  @Get('meeting-requests/:requestId')
  @Answers(200, MeetingRequestView)
  @ForOthers()
  view(@Param('requestId', { schema: MeetingRequestId }) requestId: string, @CurrentActor() actor: Actor) {
    return this.requests.view(actor, requestId);
  }

  @Get('meeting-requests/:requestId/slots')
  @Answers(200, z.array(GroupSlot))
  @ForOthers()
  slots(@Param('requestId', { schema: MeetingRequestId }) requestId: string, @CurrentActor() actor: Actor) {
    return this.answering.slotsOf(actor, requestId);
  }

  @Post('meeting-requests/:requestId/accept')
  @Answers(201, MeetingView)
  @ForOthers()
  accept(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: AcceptRequest }) input: AcceptRequest,
    @Cmd() command: Command,
  ) {
    return this.answering.accept(command, requestId, input);
  }

  @Post('meeting-requests/:requestId/decline')
  @Answers(200, MeetingRequestView)
  @ForOthers()
  decline(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: DeclineRequest }) input: DeclineRequest,
    @Cmd() command: Command,
  ) {
    return this.answering.decline(command, requestId, input);
  }

  @Post('meeting-requests/:requestId/counter')
  @Answers(200, MeetingRequestView)
  @RateLimited(asking)
  @ForOthers()
  counter(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: CounterRequest }) input: CounterRequest,
    @Cmd() command: Command,
  ) {
    return this.answering.counter(command, requestId, input);
  }

  @Post('meeting-requests/:requestId/withdraw')
  @Answers(200, MeetingRequestView)
  @ForOthers()
  withdraw(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.answering.withdraw(command, requestId);
  }
}
