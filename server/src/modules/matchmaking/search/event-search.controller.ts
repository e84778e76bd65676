import { Controller, Get, Param, Query } from '@nestjs/common';
import { EventId, SearchAnswer, SearchQuery } from '@musubi/contracts';
import { type Actor, Answers, CurrentActor, SignedIn } from '../../../platform/index.js';
import { EventSearch } from './event-search.service.js';

@Controller('events/:eventId/search')
@SignedIn()
export class EventSearchController {
  constructor(private readonly search: EventSearch) {}

  @Get()
  @Answers(200, SearchAnswer)
  ask(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: SearchQuery }) { q }: SearchQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.search.ask(actor, eventId, q);
  }
}
