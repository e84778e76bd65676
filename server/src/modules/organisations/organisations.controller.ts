import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import {
  OrganisationCard,
  OrganisationId,
  OrganisationPatch,
  OrganisationSearch,
  OrganisationView,
} from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, MaybeActor, Public, SignedIn } from '../../platform/index.js';
import { Organisations } from './organisations.service.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: Organisations) {}

  @Get()
  @Answers(200, z.array(OrganisationCard))
  @SignedIn()
  search(@Query({ schema: OrganisationSearch }) { search, region }: OrganisationSearch) {
    return this.organisations.search(search, region ?? null);
  }

  @Get(':organisationId')
  @Answers(200, OrganisationView)
  @Public()
  view(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @MaybeActor() viewer: Actor | null,
  ) {
    return this.organisations.view(organisationId, viewer);
  }

  @Patch(':organisationId')
  @Answers(200, OrganisationView)
  @SignedIn()
  patch(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: OrganisationPatch }) patch: OrganisationPatch,
    @Cmd() command: Command,
  ) {
    return this.organisations.patch(command, organisationId, patch);
  }
}
