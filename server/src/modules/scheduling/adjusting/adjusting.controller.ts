import { Body, Controller, Param, Post } from '@nestjs/common';
import { AdjustPlan, EventId, PlanAdjusted, PlanCheck, ScheduleRunId } from '@musubi/contracts';
import { Answers, Cmd, type Command, Organiser, Unlimited } from '../../../platform/index.js';
import { Adjusting } from './adjusting.service.js';

@Controller('organise/events/:eventId/schedule/runs/:runId/adjustments')
@Organiser({ event: 'eventId' })
export class AdjustingController {
  constructor(private readonly adjusting: Adjusting) {}

  @Post()
  @Answers(200, PlanAdjusted)
  adjust(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
    @Body({ schema: AdjustPlan }) change: AdjustPlan,
    @Cmd() command: Command,
  ) {
    return this.adjusting.adjust(command, eventId, runId, change);
  }

  @Post('check')
  @Unlimited('an organiser asks ahead of a change, again and again while they carry a meeting, and changes nothing')
  @Answers(200, PlanCheck)
  check(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
    @Body({ schema: AdjustPlan }) change: AdjustPlan,
    @Cmd() _: Command,
  ) {
    return this.adjusting.check(eventId, runId, change);
  }
}
