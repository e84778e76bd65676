import { Controller, Get, Header, Query } from '@nestjs/common';
import { AuditPage, AuditQuery } from '@musubi/contracts';
import { type Actor, Answers, csvOf, CurrentActor, DomainError, Organiser } from '../../../platform/index.js';
import { AuditTrail } from './audit-trail.service.js';

/** For owners alone: it tells of everybody in charge. */
@Controller('organise')
@Organiser()
export class AuditTrailController {
  constructor(private readonly trail: AuditTrail) {}

  @Get('audit')
  @Answers(200, AuditPage)
  read(@Query({ schema: AuditQuery }) query: AuditQuery, @CurrentActor() actor: Actor) {
    assertOwner(actor);
    return this.trail.page(query);
  }

  @Get('audit.csv')
  @Answers(200, 'text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="audit.csv"')
  async csv(@Query({ schema: AuditQuery }) query: AuditQuery, @CurrentActor() actor: Actor) {
    assertOwner(actor);
    return csvOf(await this.trail.sheet(query, actor));
  }
}

function assertOwner({ grants }: Actor): void {
  if (!grants.some(({ role, eventId }) => role === 'owner' && eventId === null)) throw new DomainError('not_found');
}
