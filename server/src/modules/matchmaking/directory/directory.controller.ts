import { Controller, Get, Param, Query } from '@nestjs/common';
import { DirectoryOrganisations, DirectoryPeople, DirectorySearch, EventId } from '@musubi/contracts';
import { type Actor, Answers, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Directory } from './directory.service.js';

@Controller('events/:eventId/directory')
@SignedIn()
export class DirectoryController {
  constructor(private readonly directory: Directory) {}

  @Get()
  @Answers(200, DirectoryPeople)
  people(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: DirectorySearch }) search: DirectorySearch,
    @CurrentActor() actor: Actor,
  ) {
    return this.directory.people(actor, eventId, search);
  }

  @Get('organisations')
  @Answers(200, DirectoryOrganisations)
  organisations(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: DirectorySearch }) search: DirectorySearch,
    @CurrentActor() actor: Actor,
  ) {
    return this.directory.organisationsOf(actor, eventId, search);
  }
}
