import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { importBytesAtMost, ImportTemplateQuery, ProfileImport, ProfileImportReport } from '@musubi/contracts';
import { Answers, BodyLimit, Cmd, type Command, csvOf, Organiser, RateLimited } from '../../../platform/index.js';
import { templateSheet } from './import-template.js';
import { ProfileImports } from './profile-imports.service.js';

/** The file in base64, and a little around it. */
const bodyBytes = Math.ceil((importBytesAtMost * 4) / 3) + 1_024;

@Controller('organise/profile-imports')
@Organiser()
export class ProfileImportsController {
  constructor(private readonly imports: ProfileImports) {}

  @Get('template.csv')
  @Answers(200, 'text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="profiles-template.csv"')
  template(@Query({ schema: ImportTemplateQuery }) { lang }: ImportTemplateQuery) {
    return csvOf(templateSheet(lang));
  }

  @Post()
  @Answers(200, ProfileImportReport)
  @BodyLimit(bodyBytes)
  @RateLimited({ name: 'profile imports', points: 20, perSeconds: 60, by: 'person', counted: 'here' })
  run(@Body({ schema: ProfileImport }) input: ProfileImport, @Cmd() command: Command) {
    return this.imports.run(command, input);
  }
}
