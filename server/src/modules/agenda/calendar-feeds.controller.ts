import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { type CalendarFeed, Nothing } from '@musubi/contracts';
import { type Actor, Cmd, type Command, CurrentActor, Public, SignedIn } from '../../platform/index.js';
import { CalendarFeeds } from './calendar-feeds.service.js';

@Controller()
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get('me/calendar')
  @SignedIn()
  mine(@CurrentActor() actor: Actor): Promise<CalendarFeed> {
    return this.feeds.of(actor.userId);
  }

  @Post('me/calendar/renew')
  @HttpCode(200)
  @SignedIn()
  renew(@Body({ schema: Nothing }) _body: object, @Cmd() command: Command): Promise<CalendarFeed> {
    return this.feeds.renew(command);
  }

  /** Whoever holds the secret address reads it: calendar programs sign in nowhere. */
  @Get('calendars/:file')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  read(@Param('file') file: string): Promise<string> {
    return this.feeds.read(file.replace(/\.ics$/, ''));
  }
}
