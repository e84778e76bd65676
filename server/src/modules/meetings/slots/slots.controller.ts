import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { AvailabilityPut, EventId, SlotsQuery } from '@musubi/contracts';
import { type Actor, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Participants } from '../../registration/index.js';
import { Partners } from '../requests/partners.js';
import { Availabilities } from './availability.service.js';
import { Slots } from './slots.service.js';

@Controller('events/:eventId')
@SignedIn()
export class SlotsController {
  constructor(
    private readonly slots: Slots,
    private readonly availabilities: Availabilities,
    private readonly participants: Participants,
    private readonly partners: Partners,
  ) {}

  @Get('slots')
  async choices(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: SlotsQuery }) query: SlotsQuery,
    @CurrentActor() actor: Actor,
  ) {
    if (query.with) {
      const { me, them } = await this.partners.pair(actor, eventId, query.with);
      return this.slots.choices(eventId, me, them);
    }
    const me = await this.participants.require(actor, eventId);
    return this.slots.choices(eventId, me, null);
  }

  @Get('availability')
  async availability(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    const { participantId } = await this.participants.require(actor, eventId);
    return this.availabilities.view(participantId);
  }

  @Put('availability')
  async offer(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: AvailabilityPut }) input: AvailabilityPut,
    @Cmd() command: Command,
  ) {
    const { participantId } = await this.participants.require(command.actor, eventId);
    return this.availabilities.put(command, { participantId, eventId }, input);
  }
}
