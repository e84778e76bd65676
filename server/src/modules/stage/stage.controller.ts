import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Nothing, RoomTicket, SessionId, StageView } from '@musubi/contracts';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  Keyless,
  RateLimited,
  SignedIn,
} from '../../platform/index.js';
import { Stages } from './stages.service.js';

@Controller('sessions/:sessionId/stage')
@SignedIn()
export class StageController {
  constructor(private readonly stages: Stages) {}

  @Get()
  @Answers(200, StageView)
  view(@Param('sessionId', { schema: SessionId }) sessionId: string, @CurrentActor() actor: Actor) {
    return this.stages.view(actor, sessionId);
  }

  @Post('live')
  @Answers(200, StageView)
  goLive(
    @Param('sessionId', { schema: SessionId }) sessionId: string,
    @Body({ schema: Nothing }) _body: object,
    @Cmd() command: Command,
  ) {
    return this.stages.goLive(command, sessionId);
  }

  @Post('end')
  @Answers(200, StageView)
  end(
    @Param('sessionId', { schema: SessionId }) sessionId: string,
    @Body({ schema: Nothing }) _body: object,
    @Cmd() command: Command,
  ) {
    return this.stages.end(command, sessionId);
  }

  @Post('ticket')
  @Answers(200, RoomTicket)
  @RateLimited({ name: 'tickets', points: 30, perSeconds: 60, by: 'person', counted: 'here' })
  @Keyless('every ticket is minted anew and none is kept')
  ticket(
    @Param('sessionId', { schema: SessionId }) sessionId: string,
    @Body({ schema: Nothing }) _body: object,
    @CurrentActor() actor: Actor,
  ) {
    return this.stages.ticket(actor, sessionId);
  }
}
