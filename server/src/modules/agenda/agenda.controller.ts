import { Controller, Get, Param } from '@nestjs/common';
import { type AgendaItem, EventId } from '@musubi/contracts';
import { type Actor, CurrentActor, SignedIn } from '../../platform/index.js';
import { Participants } from '../registration/index.js';
import { Agenda } from './agenda.service.js';

@Controller('events/:eventId/agenda')
@SignedIn()
export class AgendaController {
  constructor(
    private readonly agenda: Agenda,
    private readonly participants: Participants,
  ) {}

  @Get()
  async mine(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @CurrentActor() actor: Actor,
  ): Promise<AgendaItem[]> {
    await this.participants.require(actor, eventId);
    return this.agenda.of(actor.userId, eventId);
  }
}
