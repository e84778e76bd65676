import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  ColleagueChoice,
  DelegationPut,
  DelegationRow,
  DelegationView,
  EventId,
  HandedOver,
  HandOver,
  MeetingId,
  Nothing,
  OrganisationId,
  UnassignedMeeting,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  ForOthers,
  Organiser,
  RateLimited,
  SignedIn,
} from '../../../platform/index.js';
import { Delegations } from './members/delegations.service.js';
import { HandingOver } from './vacancies/handing-over.service.js';
import { Vacancies } from './vacancies/vacancies.service.js';

/** Each makes somebody a letter. */
const handing = { name: 'handing over', points: 20, perSeconds: 60, by: 'person', counted: 'here' } as const;

@Controller()
@SignedIn()
export class DelegationsController {
  constructor(
    private readonly delegations: Delegations,
    private readonly handingOver: HandingOver,
    private readonly vacancies: Vacancies,
  ) {}

  @Get('events/:eventId/delegation')
  @Answers(200, DelegationView)
  mine(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.delegations.mine(actor, eventId);
  }

  @Put('events/:eventId/delegation')
  @Answers(200, DelegationView)
  keepMine(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: DelegationPut }) input: DelegationPut,
    @Cmd() command: Command,
  ) {
    return this.delegations.keepMine(command, eventId, input);
  }

  @Get('organise/events/:eventId/delegations')
  @Answers(200, z.array(DelegationRow))
  @Organiser({ event: 'eventId' })
  ofEvent(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.delegations.ofEvent(eventId);
  }

  @Get('organise/events/:eventId/delegations/:organisationId')
  @Answers(200, DelegationView)
  @Organiser({ event: 'eventId' })
  view(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @CurrentActor() actor: Actor,
  ) {
    return this.delegations.view(actor, eventId, organisationId);
  }

  @Put('organise/events/:eventId/delegations/:organisationId')
  @Answers(200, DelegationView)
  @Organiser({ event: 'eventId' })
  keepFor(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: DelegationPut }) input: DelegationPut,
    @Cmd() command: Command,
  ) {
    return this.delegations.keepFor(command, eventId, organisationId, input);
  }

  @Get('organise/events/:eventId/unassigned')
  @Answers(200, z.array(UnassignedMeeting))
  @Organiser({ event: 'eventId' })
  unassigned(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.vacancies.ofEvent(eventId);
  }

  @Get('organise/events/:eventId/delegations/:organisationId/unassigned/:meetingId')
  @Answers(200, z.array(ColleagueChoice))
  @Organiser({ event: 'eventId' })
  candidates(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
  ) {
    return this.handingOver.candidates({ eventId, organisationId, meetingId });
  }

  @Post('organise/events/:eventId/delegations/:organisationId/unassigned/:meetingId')
  @Answers(200, HandedOver)
  @RateLimited(handing)
  @Organiser({ event: 'eventId' })
  fill(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: HandOver }) { to }: HandOver,
    @Cmd() command: Command,
  ) {
    return this.handingOver.fill(command, { eventId, organisationId, meetingId }, to);
  }

  @Get('meetings/:meetingId/colleagues')
  @Answers(200, z.array(ColleagueChoice))
  @ForOthers()
  colleagues(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.handingOver.colleagues(actor, meetingId);
  }

  @Post('meetings/:meetingId/hand-over')
  @Answers(200, HandedOver)
  @RateLimited(handing)
  @ForOthers()
  handOver(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: HandOver }) { to }: HandOver,
    @Cmd() command: Command,
  ) {
    return this.handingOver.handOver(command, meetingId, to);
  }

  @Post('meetings/:meetingId/hand-back')
  @Answers(200, HandedOver)
  @RateLimited(handing)
  @ForOthers()
  handBack(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.handingOver.handBack(command, meetingId);
  }
}
