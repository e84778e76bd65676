import { Controller, Get, Param } from '@nestjs/common';
import { EventId, StageStanding } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, MaybeActor, Public } from '../../../platform/index.js';
import { StageStandings } from './stage-standings.service.js';

@Controller('events/:eventId/stages')
@Public()
export class StageStandingsController {
  constructor(private readonly standings: StageStandings) {}

  @Get()
  @Answers(200, z.array(StageStanding))
  ofEvent(@Param('eventId', { schema: EventId }) eventId: string, @MaybeActor() viewer: Actor | null) {
    return this.standings.ofEvent(eventId, viewer);
  }
}
