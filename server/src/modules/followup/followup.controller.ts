import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  CaseId,
  CaseView,
  EventId,
  FollowUpItem,
  FunnelQuery,
  FunnelRecord,
  FunnelRecordsQuery,
  type FunnelStep,
  FunnelStepName,
  FunnelView,
  MeetingId,
  Nothing,
  OutcomeInput,
  OutcomeView,
  RegionHeat,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  Organiser,
  PolicyRegistry,
  SignedIn,
} from '../../platform/index.js';
import { Events } from '../events/index.js';
import { Cases } from './cases/cases.service.js';
import { Funnel } from './funnel/funnel.service.js';
import { Outcomes } from './outcomes/outcomes.service.js';

@Controller()
@SignedIn()
export class FollowupController {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly cases: Cases,
    private readonly funnel: Funnel,
    private readonly events: Events,
    private readonly policies: PolicyRegistry,
  ) {}

  @Get('events/:eventId/follow-up')
  @Answers(200, z.array(FollowUpItem))
  followUp(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.outcomes.followUp(actor, eventId);
  }

  @Put('meetings/:meetingId/outcome')
  @Answers(200, OutcomeView)
  outcome(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: OutcomeInput }) input: OutcomeInput,
    @Cmd() command: Command,
  ) {
    return this.outcomes.give(command, meetingId, input);
  }

  @Post('cases/:caseId/confirm')
  @Answers(200, CaseView)
  confirm(
    @Param('caseId', { schema: CaseId }) caseId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.cases.confirm(command, caseId);
  }

  @Post('cases/:caseId/verify')
  @Answers(200, CaseView)
  @Organiser({ any: true })
  verify(
    @Param('caseId', { schema: CaseId }) caseId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.cases.verify(command, caseId);
  }

  @Get('organise/funnel')
  @Answers(200, FunnelView)
  @Organiser({ any: true })
  async view(@Query({ schema: FunnelQuery }) { eventId }: FunnelQuery, @CurrentActor() actor: Actor) {
    return this.funnel.view(await this.scope(actor, eventId), eventId ?? null);
  }

  @Get('organise/funnel/:step')
  @Answers(200, z.array(FunnelRecord))
  @Organiser({ any: true })
  async records(
    @Param('step', { schema: FunnelStepName }) step: FunnelStep,
    @Query({ schema: FunnelRecordsQuery }) { eventId, level, eu, jp }: FunnelRecordsQuery,
    @CurrentActor() actor: Actor,
  ) {
    const pair = eu && jp ? { eu, jp } : undefined;
    return this.funnel.records(await this.scope(actor, eventId), step, { level, pair });
  }

  @Get('organise/cases')
  @Answers(200, z.array(CaseView))
  @Organiser({ any: true })
  async ofEvents(@Query({ schema: FunnelQuery }) { eventId }: FunnelQuery, @CurrentActor() actor: Actor) {
    return this.cases.ofEvents(await this.scope(actor, eventId));
  }

  @Get('organise/heat')
  @Answers(200, RegionHeat)
  @Organiser({ any: true })
  async heat(@Query({ schema: FunnelQuery }) { eventId }: FunnelQuery, @CurrentActor() actor: Actor) {
    return this.funnel.heat(await this.scope(actor, eventId));
  }

  /** The event asked for, or every one that this person organises. */
  private async scope(actor: Actor, eventId: string | undefined): Promise<string[]> {
    if (eventId !== undefined) {
      this.policies.assertCan(actor, 'event.organise', { eventId });
      return [eventId];
    }
    const all = (await this.events.list()).map(({ id }) => id);
    return all.filter((id) => this.policies.can(actor, 'event.organise', { eventId: id }));
  }
}
