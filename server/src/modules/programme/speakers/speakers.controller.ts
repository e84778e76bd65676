import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { EventId, SpeakerAccountPut, SpeakerId, SpeakerRow } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, CurrentActor, Organiser } from '../../../platform/index.js';
import { Speakers } from './speakers.service.js';

@Controller('events/:eventId/programme/speakers')
@Organiser({ event: 'eventId' })
export class SpeakersController {
  constructor(private readonly speakers: Speakers) {}

  @Get()
  @Answers(200, z.array(SpeakerRow))
  ofEvent(@Param('eventId', { schema: EventId }) eventId: EventId, @CurrentActor() actor: Actor) {
    return this.speakers.ofEvent(actor, eventId);
  }

  @Put(':speakerId/account')
  @Answers(200, SpeakerRow)
  link(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @Param('speakerId', { schema: SpeakerId }) speakerId: string,
    @Body({ schema: SpeakerAccountPut }) account: SpeakerAccountPut,
    @Cmd() command: Command,
  ) {
    return this.speakers.link(command, eventId, speakerId, account);
  }

  @Delete(':speakerId/account')
  @Answers(200, SpeakerRow)
  unlink(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @Param('speakerId', { schema: SpeakerId }) speakerId: string,
    @Cmd() command: Command,
  ) {
    return this.speakers.unlink(command, eventId, speakerId);
  }
}
