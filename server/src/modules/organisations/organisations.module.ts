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
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationsController } from './organisations.controller.js';
import { Organisations } from './organisations.service.js';

@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature([AffiliationEntity, OrganisationEntity])],
  controllers: [AffiliationsController, OrganisationsController],
  providers: [AffiliationRequests, Affiliations, Departures, Organisations],
  exports: [AffiliationRequests, Affiliations, Organisations],
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
      affiliation_admin_kept: 'organisation.admin_needed',
    });
  }
}
