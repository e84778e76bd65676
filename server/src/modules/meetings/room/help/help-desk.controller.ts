import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EventId, HelpAnswer, HelpRequestCard, HelpRequestId } from '@musubi/contracts';
import { z } from 'zod';
import { Answers, Cmd, type Command, Organiser } from '../../../../platform/index.js';
import { HelpDesk } from './help-desk.js';

@Controller('organise/events/:eventId/help-requests')
@Organiser({ event: 'eventId' })
export class HelpDeskController {
  constructor(private readonly desk: HelpDesk) {}

  @Get()
  @Answers(200, z.array(HelpRequestCard))
  ofEvent(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.desk.ofEvent(eventId);
  }

  @Post(':helpRequestId/answer')
  @Answers(200, HelpRequestCard)
  answer(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('helpRequestId', { schema: HelpRequestId }) helpRequestId: string,
    @Body({ schema: HelpAnswer }) input: HelpAnswer,
    @Cmd() command: Command,
  ) {
    return this.desk.answer(command, eventId, helpRequestId, input);
  }
}
