import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { OfficeDayId, OfficeDayInput, OfficeDaysQuery, OfficeDayView } from '@musubi/contracts';
import { z } from 'zod';
import { Answers, Cmd, type Command, Organiser } from '../../../platform/index.js';
import { OfficeDays } from './office-days.service.js';

@Controller('organise/office-days')
export class OfficeDaysController {
  constructor(private readonly days: OfficeDays) {}

  @Get()
  @Answers(200, z.array(OfficeDayView))
  @Organiser({ any: true })
  list(@Query({ schema: OfficeDaysQuery }) { after }: OfficeDaysQuery) {
    return this.days.list(after);
  }

  /** They count at every event: for those who organise all of them. */
  @Post()
  @Answers(201, OfficeDayView)
  @Organiser()
  add(@Body({ schema: OfficeDayInput }) input: OfficeDayInput, @Cmd() command: Command) {
    return this.days.add(command, input);
  }

  @Delete(':officeDayId')
  @HttpCode(204)
  @Answers(204)
  @Organiser()
  remove(@Param('officeDayId', { schema: OfficeDayId }) id: string, @Cmd() command: Command) {
    return this.days.remove(command, id);
  }
}
