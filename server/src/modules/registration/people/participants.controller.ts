import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  BlockedPerson,
  EventId,
  Nothing,
  ParticipantId,
  ParticipantView,
  Participation,
  PersonRow,
  RegistrationDecision,
  UserId,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  MaybeActor,
  Organiser,
  Public,
  SignedIn,
} from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { Participants } from './participants.service.js';
import { People } from './people.service.js';
import { PersonBlocks } from './person-blocks.service.js';

@Controller()
export class ParticipantsController {
  constructor(
    private readonly events: Events,
    private readonly participants: Participants,
    private readonly people: People,
    private readonly blocks: PersonBlocks,
  ) {}

  @Get('events/:eventId/participation')
  @Answers(200, Participation)
  @Public()
  async participation(@Param('eventId', { schema: EventId }) eventId: string, @MaybeActor() viewer: Actor | null) {
    const { id } = await this.events.require(eventId, viewer);
    return this.participants.participation(id);
  }

  @Get('events/:eventId/participants/:participantId')
  @Answers(200, ParticipantView)
  @SignedIn()
  participant(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @CurrentActor() viewer: Actor,
  ) {
    return this.participants.view(eventId, participantId, viewer);
  }

  @Get('me/blocks')
  @Answers(200, z.array(BlockedPerson))
  @SignedIn()
  blocked(@CurrentActor() actor: Actor) {
    return this.blocks.mine(actor.userId);
  }

  @Put('me/blocks/:userId')
  @Answers(204)
  @SignedIn()
  block(
    @Param('userId', { schema: UserId }) userId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.blocks.block(command, userId);
  }

  @Delete('me/blocks/:userId')
  @Answers(204)
  @SignedIn()
  unblock(@Param('userId', { schema: UserId }) userId: string, @Cmd() command: Command) {
    return this.blocks.unblock(command, userId);
  }

  @Get('events/:eventId/people')
  @Answers(200, z.array(PersonRow))
  @Organiser({ event: 'eventId' })
  list(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.people.list(eventId);
  }

  @Post('registrations/:participantId/approve')
  @Answers(200, PersonRow)
  @Organiser({ any: true })
  approve(
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Body({ schema: RegistrationDecision }) _: RegistrationDecision,
    @Cmd() command: Command,
  ) {
    return this.people.approve(command, participantId);
  }

  @Post('registrations/:participantId/reject')
  @Answers(200, PersonRow)
  @Organiser({ any: true })
  reject(
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Body({ schema: RegistrationDecision }) { reason }: RegistrationDecision,
    @Cmd() command: Command,
  ) {
    return this.people.reject(command, participantId, reason);
  }
}
