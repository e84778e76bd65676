import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { AvailabilityPut, AvailabilityView, EventId, MeetingLimits, SlotChoice, SlotsQuery } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, ForOthers, SignedIn } from '../../../platform/index.js';
import { Participants } from '../../registration/index.js';
import { InterpretedSlots } from '../interpreters/interpreted-slots.js';
import { Partners } from '../negotiation/partners.js';
import { Availabilities } from './availability/availability.service.js';
import { Slots } from './slots.service.js';

@Controller('events/:eventId')
@SignedIn()
export class SlotsController {
  constructor(
    private readonly slots: Slots,
    private readonly availabilities: Availabilities,
    private readonly participants: Participants,
    private readonly partners: Partners,
    private readonly interpreted: InterpretedSlots,
  ) {}

  @Get('slots')
  @Answers(200, z.array(SlotChoice))
  @ForOthers()
  async choices(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: SlotsQuery }) query: SlotsQuery,
    @CurrentActor() actor: Actor,
  ) {
    if (query.with) {
      const { me, them } = await this.partners.pair(actor, eventId, query.with);
      const choices = await this.slots.choices(eventId, me, them);
      return this.interpreted.mark(eventId, choices, query.interpretation, { people: [me, them] });
    }
    const me = await this.participants.require(actor, eventId);
    return this.slots.choices(eventId, me, null);
  }

  @Get('availability')
  @Answers(200, AvailabilityView)
  @ForOthers()
  async availability(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.availabilities.view(await this.participants.require(actor, eventId));
  }

  @Put('availability')
  @Answers(200, AvailabilityView)
  @ForOthers()
  async offer(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: AvailabilityPut }) input: AvailabilityPut,
    @Cmd() command: Command,
  ) {
    return this.availabilities.put(command, await this.participants.require(command.actor, eventId), input);
  }

  @Put('availability/limits')
  @Answers(200, AvailabilityView)
  @ForOthers()
  async limit(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: MeetingLimits }) limits: MeetingLimits,
    @Cmd() command: Command,
  ) {
    return this.availabilities.limit(command, await this.participants.require(command.actor, eventId), limits);
  }
}
