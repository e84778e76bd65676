import { Controller, Get, Param } from '@nestjs/common';
import { AgendaItem, EventId } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, CurrentActor, SignedIn } from '../../platform/index.js';
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
  @Answers(200, z.array(AgendaItem))
  async mine(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @CurrentActor() actor: Actor,
  ): Promise<AgendaItem[]> {
    await this.participants.require(actor, eventId);
    return this.agenda.of(actor.userId, eventId);
  }
}
