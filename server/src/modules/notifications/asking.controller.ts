import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AskedResult, AskingView, EventId, Nothing } from '@musubi/contracts';
import { Answers, Cmd, type Command, Organiser } from '../../platform/index.js';
import { Asking } from '../scheduling/index.js';
import { WishLetters } from './occasions/wish-letters.js';

/** Stands with the letters, because organisers see what is written before it is. */
@Controller('organise/events/:eventId/schedule/asking')
@Organiser({ event: 'eventId' })
export class AskingController {
  constructor(
    private readonly asking: Asking,
    private readonly letters: WishLetters,
  ) {}

  @Get()
  @Answers(200, AskingView)
  preview(@Param('eventId', { schema: EventId }) eventId: string) {
    return this.letters.preview(eventId);
  }

  @Post()
  @Answers(200, AskedResult)
  ask(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.asking.ask(command, eventId);
  }
}
