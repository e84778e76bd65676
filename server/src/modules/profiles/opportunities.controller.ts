import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Nothing, OpportunityId, OpportunityInput, OrganisationId } from '@musubi/contracts';
import { type Actor, Cmd, type Command, CurrentActor, SignedIn } from '../../platform/index.js';
import { Opportunities } from './opportunities.service.js';

@Controller()
@SignedIn()
export class OpportunitiesController {
  constructor(private readonly opportunities: Opportunities) {}

  @Get('organisations/:organisationId/opportunities')
  list(@Param('organisationId', { schema: OrganisationId }) organisationId: string, @CurrentActor() viewer: Actor) {
    return this.opportunities.list(organisationId, viewer);
  }

  @Post('organisations/:organisationId/opportunities')
  create(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: OpportunityInput }) input: OpportunityInput,
    @Cmd() command: Command,
  ) {
    return this.opportunities.create(command, organisationId, input);
  }

  @Put('opportunities/:opportunityId')
  edit(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: OpportunityInput }) input: OpportunityInput,
    @Cmd() command: Command,
  ) {
    return this.opportunities.edit(command, opportunityId, input);
  }

  @Post('opportunities/:opportunityId/publish')
  @HttpCode(200)
  publish(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.opportunities.publish(command, opportunityId);
  }

  @Post('opportunities/:opportunityId/archive')
  @HttpCode(200)
  archive(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.opportunities.archive(command, opportunityId);
  }
}
