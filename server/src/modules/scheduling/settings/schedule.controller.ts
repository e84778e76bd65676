import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  EventId,
  PreferenceCounts,
  ScheduleDiagnosis,
  ScheduleRunInput,
  type ScheduleRunOptions,
  ScheduleSettingsPut,
  ScheduleView,
} from '@musubi/contracts';
import { Answers, Cmd, type Command, Organiser } from '../../../platform/index.js';
import { ScheduleRuns } from '../runs/schedule-runs.service.js';
import { Schedules } from './schedule.service.js';

@Controller('organise/events/:eventId/schedule')
@Organiser({ event: 'eventId' })
export class ScheduleController {
  constructor(
    private readonly schedules: Schedules,
    private readonly runs: ScheduleRuns,
  ) {}

  @Get()
  @Answers(200, ScheduleView)
  schedule(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.schedules.of(eventId);
  }

  @Get('preferences')
  @Answers(200, PreferenceCounts)
  preferences(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.schedules.said(eventId);
  }

  @Put('settings')
  @Answers(200, ScheduleView)
  put(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: ScheduleSettingsPut }) settings: ScheduleSettingsPut,
    @Cmd() command: Command,
  ) {
    return this.schedules.put(command, eventId, settings);
  }

  @Post('diagnosis')
  @Answers(200, ScheduleDiagnosis)
  diagnose(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: ScheduleRunInput }) options: ScheduleRunOptions,
    @Cmd() _: Command,
  ) {
    return this.runs.diagnose(eventId, options);
  }
}
