import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { DeclarationInput, DisputeInput, MeetingId, VerdictView } from '@musubi/contracts';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Verdicts } from './verdicts.service.js';

@Controller('meetings/:meetingId/verdict')
@SignedIn()
export class VerdictsController {
  constructor(private readonly verdicts: Verdicts) {}

  @Get()
  @Answers(200, VerdictView)
  view(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.verdicts.view(actor, meetingId);
  }

  @Post('dispute')
  @Answers(200, VerdictView)
  dispute(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: DisputeInput }) input: DisputeInput,
    @Cmd() command: Command,
  ) {
    return this.verdicts.dispute(command, meetingId, input);
  }

  @Put('declaration')
  @Answers(200, VerdictView)
  declare(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: DeclarationInput }) input: DeclarationInput,
    @Cmd() command: Command,
  ) {
    return this.verdicts.declare(command, meetingId, input);
  }
}
