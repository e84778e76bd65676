import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { EventId, Nothing, ParticipantId, SavedPerson } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { SavedPeople } from './saved-people.service.js';

@Controller('events/:eventId/saved-people')
@SignedIn()
export class SavedPeopleController {
  constructor(private readonly saved: SavedPeople) {}

  @Get()
  @Answers(200, z.array(SavedPerson))
  list(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.saved.of(actor, eventId);
  }

  @Put(':participantId')
  @Answers(204)
  save(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.saved.save(command, eventId, participantId);
  }

  @Delete(':participantId')
  @Answers(204)
  drop(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Cmd() command: Command,
  ) {
    return this.saved.drop(command, eventId, participantId);
  }
}
