import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { BlockInput, BlockView, EventId } from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  DomainError,
  Organiser,
  PolicyRegistry,
  SignedIn,
} from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { Participants } from '../../registration/index.js';
import { Blocks } from './blocks.service.js';

@Controller('events/:eventId/blocks')
export class BlocksController {
  constructor(
    private readonly blocks: Blocks,
    private readonly events: Events,
    private readonly participants: Participants,
    private readonly policies: PolicyRegistry,
  ) {}

  @Get()
  @Answers(200, z.array(BlockView))
  @SignedIn()
  async list(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    if (!this.policies.can(actor, 'event.organise', { eventId })) await this.participants.require(actor, eventId);
    return this.blocks.ofEvent(eventId);
  }

  @Post()
  @Answers(201, BlockView)
  @Organiser({ event: 'eventId' })
  async create(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: BlockInput }) input: BlockInput,
    @Cmd() command: Command,
  ) {
    const event = await this.events.get(eventId);
    if (!event) throw new DomainError('not_found');
    return this.blocks.create(command, event, input);
  }
}
