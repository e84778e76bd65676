import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EventId, GapAnswer, GapId, GapView, Nothing } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Gaps } from './gaps.service.js';

@Controller()
@SignedIn()
export class GapsController {
  constructor(private readonly gaps: Gaps) {}

  @Get('events/:eventId/gaps')
  @Answers(200, z.array(GapView))
  mine(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.gaps.mine(actor, eventId);
  }

  @Post('gaps/:gapId/accept')
  @Answers(200, GapAnswer)
  accept(
    @Param('gapId', { schema: GapId }) gapId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.gaps.accept(command, gapId);
  }

  @Post('gaps/:gapId/decline')
  @Answers(200, GapAnswer)
  decline(
    @Param('gapId', { schema: GapId }) gapId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.gaps.decline(command, gapId);
  }
}
