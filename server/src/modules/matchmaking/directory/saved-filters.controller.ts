import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { FilterId, SavedFilter, SavedFilterInput } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { SavedFilters } from './saved-filters.service.js';

@Controller('me/directory-filters')
@SignedIn()
export class SavedFiltersController {
  constructor(private readonly filters: SavedFilters) {}

  @Get()
  @Answers(200, z.array(SavedFilter))
  list(@CurrentActor() actor: Actor) {
    return this.filters.list(actor);
  }

  @Post()
  @Answers(201, SavedFilter)
  save(@Body({ schema: SavedFilterInput }) input: SavedFilterInput, @Cmd() command: Command) {
    return this.filters.save(command, input);
  }

  @Delete(':filterId')
  @Answers(204)
  remove(@Param('filterId', { schema: FilterId }) filterId: string, @Cmd() command: Command) {
    return this.filters.remove(command, filterId);
  }
}
