import { Controller, Get, Header, Query } from '@nestjs/common';
import { AuditCheckQuery, AuditCheckView, AuditPage, AuditQuery } from '@musubi/contracts';
import {
  type Actor,
  Answers,
  csvOf,
  CurrentActor,
  DomainError,
  Organiser,
  RateLimited,
} from '../../../platform/index.js';
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

  @Get('audit/check')
  @Answers(200, AuditCheckView)
  @RateLimited({ name: 'audit checks', points: 10, perSeconds: 60, by: 'person', counted: 'here' })
  check(@Query({ schema: AuditCheckQuery }) { mark }: AuditCheckQuery, @CurrentActor() actor: Actor) {
    assertOwner(actor);
    return this.trail.check(mark);
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
