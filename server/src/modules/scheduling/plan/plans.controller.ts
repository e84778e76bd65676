import { Controller, Get, Param } from '@nestjs/common';
import { EventId, PlanView, ScheduleRunId, UnmetView } from '@musubi/contracts';
import { Answers, Organiser } from '../../../platform/index.js';
import { Plans } from './plans.service.js';

@Controller('organise/events/:eventId/schedule/runs/:runId')
@Organiser({ event: 'eventId' })
export class PlansController {
  constructor(private readonly plans: Plans) {}

  @Get('plan')
  @Answers(200, PlanView)
  plan(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
  ) {
    return this.plans.view(eventId, runId);
  }

  @Get('unmet')
  @Answers(200, UnmetView)
  unmet(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
  ) {
    return this.plans.unmet(eventId, runId);
  }
}
