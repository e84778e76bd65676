import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { EventId, Nothing, ParticipantId, RecommendationsQuery, RecommendationView } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, ForOthers, SignedIn } from '../../../platform/index.js';
import { Recommendations } from './recommendations.service.js';

@Controller('events/:eventId/recommendations')
@SignedIn()
export class RecommendationsController {
  constructor(private readonly recommendations: Recommendations) {}

  @Get()
  @Answers(200, z.array(RecommendationView))
  @ForOthers()
  list(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: RecommendationsQuery }) { at }: RecommendationsQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.recommendations.of(actor, eventId, at ? new Date(at) : undefined);
  }

  @Put(':participantId/dismissal')
  @Answers(204)
  dismiss(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.recommendations.dismiss(command, eventId, participantId);
  }

  @Delete(':participantId/dismissal')
  @Answers(204)
  undo(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Cmd() command: Command,
  ) {
    return this.recommendations.undo(command, eventId, participantId);
  }
}
