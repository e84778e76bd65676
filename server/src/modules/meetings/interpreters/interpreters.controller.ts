import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  AssignInterpreter,
  Assignment,
  EventId,
  InterpreterId,
  InterpreterInput,
  InterpreterPut,
  InterpretersView,
  InterpreterView,
  MeetingId,
  MeetingRequestId,
  WantedInterpretation,
  WantInterpretation,
} from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, Organiser, SignedIn } from '../../../platform/index.js';
import { Interpreters } from './interpreters.service.js';

@Controller()
@SignedIn()
export class InterpretersController {
  constructor(private readonly interpreters: Interpreters) {}

  @Get('organise/events/:eventId/interpreters')
  @Answers(200, InterpretersView)
  @Organiser({ event: 'eventId' })
  ofEvent(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.interpreters.ofEvent(eventId);
  }

  @Post('organise/events/:eventId/interpreters')
  @Answers(201, InterpreterView)
  @Organiser({ event: 'eventId' })
  add(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: InterpreterInput }) input: InterpreterInput,
    @Cmd() command: Command,
  ) {
    return this.interpreters.add(command, eventId, input);
  }

  @Put('organise/events/:eventId/interpreters/:interpreterId')
  @Answers(200, InterpreterView)
  @Organiser({ event: 'eventId' })
  change(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('interpreterId', { schema: InterpreterId }) interpreterId: string,
    @Body({ schema: InterpreterPut }) input: InterpreterPut,
    @Cmd() command: Command,
  ) {
    return this.interpreters.change(command, eventId, interpreterId, input);
  }

  @Delete('organise/events/:eventId/interpreters/:interpreterId')
  @Answers(204)
  @Organiser({ event: 'eventId' })
  remove(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('interpreterId', { schema: InterpreterId }) interpreterId: string,
    @Cmd() command: Command,
  ) {
    return this.interpreters.remove(command, eventId, interpreterId);
  }

  @Put('organise/events/:eventId/interpretations/:meetingId')
  @Answers(200, InterpretersView)
  @Organiser({ event: 'eventId' })
  assign(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: AssignInterpreter }) { interpreterId }: AssignInterpreter,
    @Cmd() command: Command,
  ) {
    return this.interpreters.assign(command, eventId, meetingId, interpreterId);
  }

  @Get('meeting-requests/:requestId/interpretation')
  @Answers(200, WantedInterpretation)
  wantedBy(@Param('requestId', { schema: MeetingRequestId }) requestId: string, @CurrentActor() actor: Actor) {
    return this.interpreters.wantedBy(actor, requestId);
  }

  @Put('meeting-requests/:requestId/interpretation')
  @Answers(200, WantedInterpretation)
  want(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: WantInterpretation }) { languages }: WantInterpretation,
    @Cmd() command: Command,
  ) {
    return this.interpreters.want(command, requestId, languages);
  }

  @Get('me/interpreting')
  @Answers(200, z.array(Assignment))
  mine(@CurrentActor() actor: Actor) {
    return this.interpreters.assignments(actor);
  }
}
