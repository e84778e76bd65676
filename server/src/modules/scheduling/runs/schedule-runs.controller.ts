import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  EventId,
  Nothing,
  ScheduleRunId,
  ScheduleRunInput,
  type ScheduleRunOptions,
  ScheduleRunView,
} from '@musubi/contracts';
import { Answers, Cmd, type Command, Organiser } from '../../../platform/index.js';
import { ScheduleRuns } from './schedule-runs.service.js';

@Controller('organise/events/:eventId/schedule/runs')
@Organiser({ event: 'eventId' })
export class ScheduleRunsController {
  constructor(private readonly runs: ScheduleRuns) {}

  @Post()
  @Answers(201, ScheduleRunView)
  start(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: ScheduleRunInput }) options: ScheduleRunOptions,
    @Cmd() command: Command,
  ) {
    return this.runs.start(command, eventId, options);
  }

  @Get(':runId')
  @Answers(200, ScheduleRunView)
  one(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
  ) {
    return this.runs.view(eventId, runId);
  }

  @Post(':runId/stop')
  @Answers(200, ScheduleRunView)
  stop(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.runs.stop(command, eventId, runId);
  }
}
