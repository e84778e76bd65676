import { Controller, Get, Param } from '@nestjs/common';
import { MeetingBrief, MeetingId } from '@musubi/contracts';
import { type Actor, Answers, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Briefs } from './briefs.service.js';

@Controller()
@SignedIn()
export class BriefsController {
  constructor(private readonly briefs: Briefs) {}

  @Get('meetings/:meetingId/brief')
  @Answers(200, MeetingBrief)
  view(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.briefs.view(actor, meetingId);
  }
}
