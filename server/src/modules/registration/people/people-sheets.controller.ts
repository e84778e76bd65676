import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { EventId, peopleFit, PeopleQuery } from '@musubi/contracts';
import {
  type Actor,
  Answers,
  Audit,
  csvOf,
  CurrentActor,
  Organiser,
  type Sheet,
  Transactions,
  workbook,
  xlsxOf,
} from '../../../platform/index.js';
import { peopleSheet } from './people-sheet.js';
import { People } from './people.service.js';

/** An event's people as files. Who takes one away is written down. */
@Controller('events/:eventId')
export class PeopleSheetsController {
  constructor(
    private readonly people: People,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

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
    const after = { format, people: rows.length, filters: Object.keys(filter) };
    const on = { kind: 'people', id: eventId };
    await this.transactions.run((tx) =>
      this.audit.record(tx, { by: actor.userId, did: 'people.exported', on, eventId, after }),
    );
    return peopleSheet(rows, lang, actor.zone);
  }
}
