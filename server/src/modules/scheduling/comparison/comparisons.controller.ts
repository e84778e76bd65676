import { Controller, Get, Param, Query } from '@nestjs/common';
import { ComparisonQuery, EventId, PlanComparison, ScheduleRunId } from '@musubi/contracts';
import { Answers, Organiser } from '../../../platform/index.js';
import { Comparisons } from './comparisons.service.js';

@Controller('organise/events/:eventId/schedule/runs/:runId/comparison')
@Organiser({ event: 'eventId' })
export class ComparisonsController {
  constructor(private readonly comparisons: Comparisons) {}

  @Get()
  @Answers(200, PlanComparison)
  compare(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
    @Query({ schema: ComparisonQuery }) { with: withId }: ComparisonQuery,
  ) {
    return this.comparisons.of(eventId, runId, withId);
  }
}
