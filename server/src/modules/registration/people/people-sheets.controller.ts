import { Controller, Get, Header, Logger, Param, Query } from '@nestjs/common';
import { EventId, peopleFit, PeopleQuery } from '@musubi/contracts';
import {
  type Actor,
  Answers,
  csvOf,
  CurrentActor,
  Organiser,
  type Sheet,
  workbook,
  xlsxOf,
} from '../../../platform/index.js';
import { peopleSheet } from './people-sheet.js';
import { People } from './people.service.js';

/** An event's people as files. Who takes one away is written down. */
@Controller('events/:eventId')
export class PeopleSheetsController {
  private readonly log = new Logger('People');

  constructor(private readonly people: People) {}

  @Get('people.csv')
  @Answers(200, 'text/csv')
  @Organiser({ event: 'eventId' })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="people.csv"')
  async csv(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: PeopleQuery }) query: PeopleQuery,
    @CurrentActor() actor: Actor,
  ) {
    return csvOf(await this.sheet('csv', eventId, query, actor));
  }

  @Get('people.xlsx')
  @Answers(200, workbook)
  @Organiser({ event: 'eventId' })
  @Header('content-type', workbook)
  @Header('content-disposition', 'attachment; filename="people.xlsx"')
  async xlsx(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Query({ schema: PeopleQuery }) query: PeopleQuery,
    @CurrentActor() actor: Actor,
  ) {
    return xlsxOf(await this.sheet('xlsx', eventId, query, actor));
  }

  private async sheet(format: string, eventId: string, { lang, ...filter }: PeopleQuery, actor: Actor): Promise<Sheet> {
    const rows = (await this.people.list(eventId)).filter((row) => peopleFit(row, filter));
    const by = { eventId, userId: actor.userId, format, people: rows.length };
    this.log.log({ ...by, filters: Object.keys(filter), msg: 'A list of people was taken away' });
    return peopleSheet(rows, lang, actor.zone);
  }
}
