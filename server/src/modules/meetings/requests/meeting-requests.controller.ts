import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AcceptRequest,
  CounterRequest,
  DeclineRequest,
  EventId,
  MeetingRequestId,
  MeetingRequestInput,
  Nothing,
  RequestPreviewQuery,
} from '@musubi/contracts';
import { type Actor, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Answering } from './answering.service.js';
import { MeetingRequests } from './meeting-requests.service.js';
import { Sending } from './sending.service.js';

@Controller()
@SignedIn()
export class MeetingRequestsController {
  constructor(
    private readonly requests: MeetingRequests,
    private readonly sending: Sending,
    private readonly answering: Answering,
  ) {}

  @Get('events/:eventId/meeting-requests')
  list(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.requests.list(actor, eventId);
  }

  @Get('events/:eventId/meeting-requests/preview')
  preview(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: RequestPreviewQuery }) { to }: RequestPreviewQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.sending.preview(actor, eventId, to);
  }

  @Post('events/:eventId/meeting-requests')
  send(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: MeetingRequestInput }) input: MeetingRequestInput,
    @Cmd() command: Command,
  ) {
    return this.sending.send(command, eventId, input);
  }

  @Get('meeting-requests/:requestId')
  view(@Param('requestId', { schema: MeetingRequestId }) requestId: string, @CurrentActor() actor: Actor) {
    return this.requests.view(actor, requestId);
  }

  @Post('meeting-requests/:requestId/accept')
  accept(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: AcceptRequest }) input: AcceptRequest,
    @Cmd() command: Command,
  ) {
    return this.answering.accept(command, requestId, input);
  }

  @Post('meeting-requests/:requestId/decline')
  @HttpCode(200)
  decline(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: DeclineRequest }) input: DeclineRequest,
    @Cmd() command: Command,
  ) {
    return this.answering.decline(command, requestId, input);
  }

  @Post('meeting-requests/:requestId/counter')
  @HttpCode(200)
  counter(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: CounterRequest }) input: CounterRequest,
    @Cmd() command: Command,
  ) {
    return this.answering.counter(command, requestId, input);
  }

  @Post('meeting-requests/:requestId/withdraw')
  @HttpCode(200)
  withdraw(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.answering.withdraw(command, requestId);
  }
}
