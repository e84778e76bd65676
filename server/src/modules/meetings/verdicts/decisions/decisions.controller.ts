import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DecisionInput, DisputeRow, EventId, MeetingId, MeetingRecord, UndoInput } from '@musubi/contracts';
import { z } from 'zod';
import { Answers, Cmd, type Command, Organiser } from '../../../../platform/index.js';
import { Decisions } from './decisions.service.js';

@Controller('organise/events/:eventId')
@Organiser({ event: 'eventId' })
export class DecisionsController {
  constructor(private readonly decisions: Decisions) {}

  @Get('disputes')
  @Answers(200, z.array(DisputeRow))
  disputed(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.decisions.disputed(eventId);
  }

  @Get('meetings/:meetingId/record')
  @Answers(200, MeetingRecord)
  record(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
  ) {
    return this.decisions.record({ eventId, meetingId });
  }

  @Post('meetings/:meetingId/verdict')
  @Answers(200, MeetingRecord)
  decide(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: DecisionInput }) input: DecisionInput,
    @Cmd() command: Command,
  ) {
    return this.decisions.decide(command, { eventId, meetingId }, input);
  }

  @Post('meetings/:meetingId/verdict/undo')
  @Answers(200, MeetingRecord)
  undo(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: UndoInput }) input: UndoInput,
    @Cmd() command: Command,
  ) {
    return this.decisions.undo(command, { eventId, meetingId }, input);
  }
}
