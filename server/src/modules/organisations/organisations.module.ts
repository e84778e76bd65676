import { Module } from '@nestjs/common';
import type { AffiliationRole } from '@musubi/contracts';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConstraintCodes, holds, PolicyRegistry } from '../../platform/index.js';
import { IdentityModule } from '../identity/index.js';
import { AffiliationEntity } from './affiliations/affiliation.entity.js';
import { AffiliationRequests } from './affiliations/affiliation-requests.service.js';
import { AffiliationsController } from './affiliations/affiliations.controller.js';
import { Affiliations } from './affiliations/affiliations.service.js';
import { Departures } from './affiliations/departures.service.js';
import { OfficeCalendars } from './office-days/office-calendars.js';
import { OfficeDayEntity } from './office-days/office-day.entity.js';
import { OfficeDaysController } from './office-days/office-days.controller.js';
import { OfficeDays } from './office-days/office-days.service.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationsController } from './organisations.controller.js';
import { Organisations } from './organisations.service.js';

@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature([AffiliationEntity, OfficeDayEntity, OrganisationEntity])],
  controllers: [AffiliationsController, OfficeDaysController, OrganisationsController],
  providers: [AffiliationRequests, Affiliations, Departures, OfficeCalendars, OfficeDays, Organisations],
  exports: [AffiliationRequests, Affiliations, OfficeCalendars, Organisations],
})
export class OrganisationsModule {
  constructor(policies: PolicyRegistry, constraints: ConstraintCodes) {
    for (const action of ['organisation.edit', 'affiliation.answer']) {
      policies.define<{ role: AffiliationRole | null }>(
        action,
        (actor, { role }) => role === 'admin' || (holds(actor, ['organiser', 'owner']) && actor.secondFactor),
      );
    }
    policies.define<{ role: AffiliationRole | null; own: boolean }>(
      'affiliation.end',
      (_, { role, own }) => own || role === 'admin',
    );
    policies.define<{ role: AffiliationRole | null }>('affiliation.hand_over', (_, { role }) => role === 'admin');
    constraints.register({
      organisation_name_in_region: 'organisation.name_taken',
      office_day_apart: 'office_day.written',
      affiliation_admin_kept: 'organisation.admin_needed',
    });
  }
}
