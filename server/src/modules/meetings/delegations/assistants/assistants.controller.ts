import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AskAssistant, AssistantId, AssistantsView, AssistantView, EventId, Nothing } from '@musubi/contracts';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  RateLimited,
  SignedIn,
} from '../../../../platform/index.js';
import { Assistants } from './assistants.service.js';

@Controller()
@SignedIn()
export class AssistantsController {
  constructor(private readonly assistants: Assistants) {}

  @Get('events/:eventId/assistants')
  @Answers(200, AssistantsView)
  of(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.assistants.of(actor, eventId);
  }

  @Post('events/:eventId/assistants')
  @Answers(201, AssistantView)
  @RateLimited({ name: 'asking assistants', points: 20, perSeconds: 60, by: 'person', counted: 'here' })
  ask(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: AskAssistant }) { participantId }: AskAssistant,
    @Cmd() command: Command,
  ) {
    return this.assistants.ask(command, eventId, participantId);
  }

  @Post('assistants/:assistantId/accept')
  @Answers(200, AssistantView)
  accept(
    @Param('assistantId', { schema: AssistantId }) assistantId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.assistants.accept(command, assistantId);
  }

  @Post('assistants/:assistantId/end')
  @Answers(200, AssistantView)
  end(
    @Param('assistantId', { schema: AssistantId }) assistantId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.assistants.end(command, assistantId);
  }
}
