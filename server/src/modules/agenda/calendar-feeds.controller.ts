import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { CalendarFeed, Nothing } from '@musubi/contracts';
import { type Actor, Answers, Cmd, type Command, CurrentActor, Public, SignedIn } from '../../platform/index.js';
import { CalendarFeeds } from './calendar-feeds.service.js';

@Controller()
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get('me/calendar')
  @Answers(200, CalendarFeed)
  @SignedIn()
  mine(@CurrentActor() actor: Actor): Promise<CalendarFeed> {
    return this.feeds.of(actor.userId);
  }

  @Post('me/calendar/renew')
  @Answers(200, CalendarFeed)
  @SignedIn()
  renew(@Body({ schema: Nothing }) _body: object, @Cmd() command: Command): Promise<CalendarFeed> {
    return this.feeds.renew(command);
  }

  /** Whoever holds the secret address reads it: calendar programs sign in nowhere. */
  @Get('calendars/:file')
  @Answers(200, 'text/calendar')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  read(@Param('file') file: string): Promise<string> {
    return this.feeds.read(file.replace(/\.ics$/, ''));
  }
}
