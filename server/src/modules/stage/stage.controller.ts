import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Nothing, SessionId } from '@musubi/contracts';
import { type Actor, Cmd, type Command, CurrentActor, Keyless, SignedIn } from '../../platform/index.js';
import { Stages } from './stages.service.js';

@Controller('sessions/:sessionId/stage')
@SignedIn()
export class StageController {
  constructor(private readonly stages: Stages) {}

  @Get()
  view(@Param('sessionId', { schema: SessionId }) sessionId: string, @CurrentActor() actor: Actor) {
    return this.stages.view(actor, sessionId);
  }

  @Post('live')
  @HttpCode(200)
  goLive(
    @Param('sessionId', { schema: SessionId }) sessionId: string,
    @Body({ schema: Nothing }) _body: object,
    @Cmd() command: Command,
  ) {
    return this.stages.goLive(command, sessionId);
  }

  @Post('end')
  @HttpCode(200)
  end(
    @Param('sessionId', { schema: SessionId }) sessionId: string,
    @Body({ schema: Nothing }) _body: object,
    @Cmd() command: Command,
  ) {
    return this.stages.end(command, sessionId);
  }

  @Post('ticket')
  @HttpCode(200)
  @Keyless('every ticket is minted anew and none is kept')
  ticket(
    @Param('sessionId', { schema: SessionId }) sessionId: string,
    @Body({ schema: Nothing }) _body: object,
    @CurrentActor() actor: Actor,
  ) {
    return this.stages.ticket(actor, sessionId);
  }
}
