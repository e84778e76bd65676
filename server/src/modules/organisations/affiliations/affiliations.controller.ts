import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AffiliationId, AffiliationRequest, AffiliationView, MyOrganisation, Nothing } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, Organiser, SignedIn } from '../../../platform/index.js';
import { AffiliationRequests } from './affiliation-requests.service.js';
import { Departures } from './departures.service.js';

@Controller()
export class AffiliationsController {
  constructor(
    private readonly requests: AffiliationRequests,
    private readonly departures: Departures,
  ) {}

  @Get('me/organisations')
  @Answers(200, z.array(MyOrganisation))
  @SignedIn()
  mine(@CurrentActor() actor: Actor) {
    return this.requests.mine(actor);
  }

  @Get('organise/affiliations')
  @Answers(200, z.array(AffiliationRequest))
  @Organiser()
  waiting(@CurrentActor() actor: Actor) {
    return this.requests.waiting(actor);
  }

  @Post('affiliations/:affiliationId/approve')
  @Answers(200, AffiliationView)
  @SignedIn()
  approve(
    @Param('affiliationId', { schema: AffiliationId }) affiliationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.requests.answer(command, affiliationId, 'active');
  }

  @Post('affiliations/:affiliationId/decline')
  @Answers(200, AffiliationView)
  @SignedIn()
  decline(
    @Param('affiliationId', { schema: AffiliationId }) affiliationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.requests.answer(command, affiliationId, 'declined');
  }

  @Post('affiliations/:affiliationId/end')
  @Answers(200, AffiliationView)
  @SignedIn()
  end(
    @Param('affiliationId', { schema: AffiliationId }) affiliationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.departures.end(command, affiliationId);
  }

  @Post('affiliations/:affiliationId/hand-over')
  @Answers(200, AffiliationView)
  @SignedIn()
  handOver(
    @Param('affiliationId', { schema: AffiliationId }) affiliationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.departures.handOver(command, affiliationId);
  }
}
