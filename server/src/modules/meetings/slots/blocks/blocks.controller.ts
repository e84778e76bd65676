import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { BlockChange, BlockId, BlockInput, BlockPreview, BlockView, EventId, Nothing } from '@musubi/contracts';
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
} from '../../../../platform/index.js';
import { type EventEntity, Events } from '../../../events/index.js';
import { Participants } from '../../../registration/index.js';
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
    if (this.policies.can(actor, 'event.organise', { eventId })) return this.blocks.ofEvent(eventId, 'organiser');
    await this.participants.require(actor, eventId);
    return this.blocks.ofEvent(eventId, 'participant');
  }

  @Post()
  @Answers(201, BlockView)
  @Organiser({ event: 'eventId' })
  async create(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: BlockInput }) input: BlockInput,
    @Cmd() command: Command,
  ) {
    return this.blocks.create(command, await this.event(eventId), input);
  }

  @Post(':blockId/preview')
  @Answers(200, BlockPreview)
  @Organiser({ event: 'eventId' })
  async preview(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('blockId', { schema: BlockId }) blockId: string,
    @Body({ schema: BlockInput }) input: BlockInput,
    @Cmd() _: Command,
  ) {
    return this.blocks.preview(await this.event(eventId), blockId, input);
  }

  @Put(':blockId')
  @Answers(200, BlockView)
  @Organiser({ event: 'eventId' })
  async change(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('blockId', { schema: BlockId }) blockId: string,
    @Body({ schema: BlockChange }) input: BlockChange,
    @Cmd() command: Command,
  ) {
    return this.blocks.change(command, await this.event(eventId), blockId, input);
  }

  @Delete(':blockId')
  @Answers(204)
  @Organiser({ event: 'eventId' })
  async remove(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('blockId', { schema: BlockId }) blockId: string,
    @Cmd() command: Command,
  ) {
    await this.blocks.remove(command, eventId, blockId);
  }

  @Post(':blockId/restore')
  @Answers(200, BlockView)
  @Organiser({ event: 'eventId' })
  async restore(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('blockId', { schema: BlockId }) blockId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.blocks.restore(command, await this.event(eventId), blockId);
  }

  @Post(':blockId/plan')
  @Answers(200, BlockView)
  @Organiser({ event: 'eventId' })
  async publishPlan(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('blockId', { schema: BlockId }) blockId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.blocks.publishPlan(command, eventId, blockId);
  }

  private async event(eventId: string): Promise<EventEntity> {
    const event = await this.events.get(eventId);
    if (!event) throw new DomainError('not_found');
    return event;
  }
}
