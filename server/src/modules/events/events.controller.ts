import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CalendarQuery, EventId, EventInput, EventPatch, EventSlug, Nothing } from '@musubi/contracts';
import {
  type Actor,
  Cmd,
  type Command,
  Config,
  DomainError,
  MaybeActor,
  Organiser,
  Public,
} from '../../platform/index.js';
import { eventCalendar } from './event-calendar.js';
import { Events } from './events.service.js';

@Controller('events')
export class EventsController {
  constructor(
    private readonly events: Events,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  list(@MaybeActor() viewer: Actor | null) {
    return this.events.summaries(viewer);
  }

  @Get(':slug')
  @Public()
  view(@Param('slug', { schema: EventSlug }) slug: string, @MaybeActor() viewer: Actor | null) {
    return this.events.view(slug, viewer);
  }

  @Get(':slug/calendar.ics')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('content-disposition', 'attachment; filename="event.ics"')
  async calendar(
    @Param('slug', { schema: EventSlug }) slug: string,
    @Query({ schema: CalendarQuery }) { lang }: CalendarQuery,
  ) {
    const event = await this.events.bySlug(slug);
    if (!event || event.state === 'draft') throw new DomainError('not_found');
    return eventCalendar(event, lang, this.config.link(`${lang}/events/${slug}`));
  }

  @Post()
  @Organiser()
  create(@Body({ schema: EventInput }) input: EventInput, @Cmd() command: Command) {
    return this.events.create(command, input);
  }

  @Patch(':eventId')
  @Organiser({ event: 'eventId' })
  patch(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: EventPatch }) patch: EventPatch,
    @Cmd() command: Command,
  ) {
    return this.events.patch(command, eventId, patch);
  }

  @Post(':eventId/publish')
  @HttpCode(200)
  @Organiser({ event: 'eventId' })
  publish(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.events.publish(command, eventId);
  }

  @Post(':eventId/cancel')
  @HttpCode(200)
  @Organiser({ event: 'eventId' })
  cancel(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.events.cancel(command, eventId);
  }
}
