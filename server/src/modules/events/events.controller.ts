import { Body, Controller, Get, Header, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CalendarQuery,
  EventId,
  EventInput,
  EventPatch,
  EventSlug,
  EventSummary,
  EventView,
  Nothing,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
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
  @Answers(200, z.array(EventSummary))
  @Public()
  list(@MaybeActor() viewer: Actor | null) {
    return this.events.summaries(viewer);
  }

  @Get(':slug')
  @Answers(200, EventView)
  @Public()
  view(@Param('slug', { schema: EventSlug }) slug: string, @MaybeActor() viewer: Actor | null) {
    return this.events.view(slug, viewer);
  }

  @Get(':slug/calendar.ics')
  @Answers(200, 'text/calendar')
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
  @Answers(201, EventView)
  @Organiser()
  create(@Body({ schema: EventInput }) input: EventInput, @Cmd() command: Command) {
    return this.events.create(command, input);
  }

  @Patch(':eventId')
  @Answers(200, EventView)
  @Organiser({ event: 'eventId' })
  patch(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: EventPatch }) patch: EventPatch,
    @Cmd() command: Command,
  ) {
    return this.events.patch(command, eventId, patch);
  }

  @Post(':eventId/publish')
  @Answers(200, EventView)
  @Organiser({ event: 'eventId' })
  publish(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.events.publish(command, eventId);
  }

  @Post(':eventId/cancel')
  @Answers(200, EventView)
  @Organiser({ event: 'eventId' })
  cancel(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.events.cancel(command, eventId);
  }
}
