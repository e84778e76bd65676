import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  AgreePlanB,
  HelpInput,
  MeetingId,
  MeetingRoomView,
  Nothing,
  PlanBInput,
  RoomModeInput,
} from '@musubi/contracts';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { RoomAffairs } from './room-affairs.js';

const OfMeeting = { schema: MeetingId };

@Controller('meetings/:meetingId/room')
@SignedIn()
export class RoomAffairsController {
  constructor(private readonly affairs: RoomAffairs) {}

  @Get()
  @Answers(200, MeetingRoomView)
  view(@Param('meetingId', OfMeeting) meetingId: string, @CurrentActor() actor: Actor) {
    return this.affairs.view(actor, meetingId);
  }

  @Put('mode')
  @Answers(200, MeetingRoomView)
  mode(
    @Param('meetingId', OfMeeting) meetingId: string,
    @Body({ schema: RoomModeInput }) { mode }: RoomModeInput,
    @Cmd() command: Command,
  ) {
    return this.affairs.chooseMode(command, meetingId, mode);
  }

  @Post('extension')
  @Answers(200, MeetingRoomView)
  extend(
    @Param('meetingId', OfMeeting) meetingId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.affairs.extend(command, meetingId);
  }

  @Delete('extension')
  @Answers(200, MeetingRoomView)
  refuseExtension(@Param('meetingId', OfMeeting) meetingId: string, @Cmd() command: Command) {
    return this.affairs.refuseExtension(command, meetingId);
  }

  @Put('plan-b')
  @Answers(200, MeetingRoomView)
  planB(
    @Param('meetingId', OfMeeting) meetingId: string,
    @Body({ schema: PlanBInput }) input: PlanBInput,
    @Cmd() command: Command,
  ) {
    return this.affairs.planB(command, meetingId, input);
  }

  @Post('plan-b/agreement')
  @Answers(200, MeetingRoomView)
  agreePlanB(
    @Param('meetingId', OfMeeting) meetingId: string,
    @Body({ schema: AgreePlanB }) { planBId }: AgreePlanB,
    @Cmd() command: Command,
  ) {
    return this.affairs.agreePlanB(command, meetingId, planBId);
  }

  @Delete('plan-b')
  @Answers(200, MeetingRoomView)
  endPlanB(@Param('meetingId', OfMeeting) meetingId: string, @Cmd() command: Command) {
    return this.affairs.endPlanB(command, meetingId);
  }

  @Post('help')
  @Answers(200, MeetingRoomView)
  help(
    @Param('meetingId', OfMeeting) meetingId: string,
    @Body({ schema: HelpInput }) input: HelpInput,
    @Cmd() command: Command,
  ) {
    return this.affairs.callHelp(command, meetingId, input);
  }
}
