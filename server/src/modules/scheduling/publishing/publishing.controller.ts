import { Body, Controller, Param, Post } from '@nestjs/common';
import { EventId, Nothing, PublishPlan, PublishResult, RollBackResult, ScheduleRunId } from '@musubi/contracts';
import { Answers, Cmd, type Command, Organiser } from '../../../platform/index.js';
import { Publishing } from './publishing.service.js';
import { RollingBack } from './rolling-back.service.js';

@Controller('organise/events/:eventId/schedule/runs/:runId')
@Organiser({ event: 'eventId' })
export class PublishingController {
  constructor(
    private readonly publishing: Publishing,
    private readonly rollingBack: RollingBack,
  ) {}

  @Post('publish')
  @Answers(200, PublishResult)
  publish(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
    @Body({ schema: PublishPlan }) { version }: PublishPlan,
    @Cmd() command: Command,
  ) {
    return this.publishing.publish(command, eventId, runId, version);
  }

  @Post('roll-back')
  @Answers(200, RollBackResult)
  rollBack(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('runId', { schema: ScheduleRunId }) runId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.rollingBack.rollBack(command, eventId, runId);
  }
}
