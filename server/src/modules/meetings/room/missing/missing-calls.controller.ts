import { Body, Controller, Param, Post } from '@nestjs/common';
import { EventId, MeetingId, MissingCall, Nothing } from '@musubi/contracts';
import { Answers, Cmd, type Command, Organiser } from '../../../../platform/index.js';
import { MissingCalls } from './missing-calls.js';

@Controller('organise/events/:eventId/meetings/:meetingId/missing')
@Organiser({ event: 'eventId' })
export class MissingCallsController {
  constructor(private readonly calls: MissingCalls) {}

  @Post('call')
  @Answers(200, MissingCall)
  call(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.calls.call(command, eventId, meetingId);
  }
}
