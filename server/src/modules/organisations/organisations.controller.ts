import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { OrganisationId, OrganisationPatch, OrganisationSearch } from '@musubi/contracts';
import { type Actor, Cmd, type Command, MaybeActor, Public, SignedIn } from '../../platform/index.js';
import { Organisations } from './organisations.service.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: Organisations) {}

  @Get()
  @SignedIn()
  search(@Query({ schema: OrganisationSearch }) { search, region }: OrganisationSearch) {
    return this.organisations.search(search, region ?? null);
  }

  @Get(':organisationId')
  @Public()
  view(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @MaybeActor() viewer: Actor | null,
  ) {
    return this.organisations.view(organisationId, viewer);
  }

  @Patch(':organisationId')
  @SignedIn()
  patch(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: OrganisationPatch }) patch: OrganisationPatch,
    @Cmd() command: Command,
  ) {
    return this.organisations.patch(command, organisationId, patch);
  }
}
