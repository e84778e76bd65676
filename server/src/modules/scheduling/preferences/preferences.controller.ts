import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { EventId, ParticipantId, PreferencePut, PreferencesView } from '@musubi/contracts';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Preferences } from './preferences.service.js';

@Controller('events/:eventId/preferences')
@SignedIn()
export class PreferencesController {
  constructor(private readonly preferences: Preferences) {}

  @Get()
  @Answers(200, PreferencesView)
  mine(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.preferences.mine(actor, eventId);
  }

  @Put(':participantId')
  @Answers(200, PreferencesView)
  say(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Body({ schema: PreferencePut }) { preference }: PreferencePut,
    @Cmd() command: Command,
  ) {
    return this.preferences.say(command, eventId, participantId, preference);
  }
}
