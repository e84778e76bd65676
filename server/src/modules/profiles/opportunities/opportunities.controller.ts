import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  Nothing,
  OpportunityEdit,
  OpportunityId,
  OpportunityInput,
  OpportunityView,
  OrganisationId,
} from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { OpportunityLives } from './opportunity-lives.service.js';
import { Opportunities } from './opportunities.service.js';

@Controller()
@SignedIn()
export class OpportunitiesController {
  constructor(
    private readonly opportunities: Opportunities,
    private readonly lives: OpportunityLives,
  ) {}

  @Get('organisations/:organisationId/opportunities')
  @Answers(200, z.array(OpportunityView))
  list(@Param('organisationId', { schema: OrganisationId }) organisationId: string, @CurrentActor() viewer: Actor) {
    return this.opportunities.list(organisationId, viewer);
  }

  @Post('organisations/:organisationId/opportunities')
  @Answers(201, OpportunityView)
  create(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: OpportunityInput }) input: OpportunityInput,
    @Cmd() command: Command,
  ) {
    return this.opportunities.create(command, organisationId, input);
  }

  @Put('opportunities/:opportunityId')
  @Answers(200, OpportunityView)
  edit(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: OpportunityEdit }) edit: OpportunityEdit,
    @Cmd() command: Command,
  ) {
    return this.opportunities.edit(command, opportunityId, edit);
  }

  @Post('opportunities/:opportunityId/publish')
  @Answers(200, OpportunityView)
  publish(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.lives.publish(command, opportunityId);
  }

  @Post('opportunities/:opportunityId/withdraw')
  @Answers(200, OpportunityView)
  withdraw(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.lives.withdraw(command, opportunityId);
  }

  @Post('opportunities/:opportunityId/renew')
  @Answers(200, OpportunityView)
  renew(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.lives.renew(command, opportunityId);
  }

  @Post('opportunities/:opportunityId/archive')
  @Answers(200, OpportunityView)
  archive(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.lives.archive(command, opportunityId);
  }

  @Post('opportunities/:opportunityId/restore')
  @Answers(200, OpportunityView)
  restore(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.lives.restore(command, opportunityId);
  }
}
