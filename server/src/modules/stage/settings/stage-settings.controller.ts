import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { EventId, StageSettingsPut, StageSettingsView } from '@musubi/contracts';
import { Answers, Cmd, type Command, Organiser } from '../../../platform/index.js';
import { StageSettings } from './stage-settings.service.js';

@Controller('events/:eventId/stage-settings')
@Organiser({ event: 'eventId' })
export class StageSettingsController {
  constructor(private readonly settings: StageSettings) {}

  @Get()
  @Answers(200, StageSettingsView)
  view(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.settings.of(eventId);
  }

  @Put()
  @Answers(200, StageSettingsView)
  put(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: StageSettingsPut }) settings: StageSettingsPut,
    @Cmd() command: Command,
  ) {
    return this.settings.put(command, eventId, settings);
  }
}
