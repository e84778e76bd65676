import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConstraintCodes, holds, PolicyRegistry } from '../../platform/index.js';
import { IdentityModule } from '../identity/index.js';
import { AffiliationEntity, type AffiliationRole } from './affiliation.entity.js';
import { Affiliations } from './affiliations.service.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationsController } from './organisations.controller.js';
import { Organisations } from './organisations.service.js';

@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature([AffiliationEntity, OrganisationEntity])],
  controllers: [OrganisationsController],
  providers: [Affiliations, Organisations],
  exports: [Affiliations, Organisations],
})
export class OrganisationsModule {
  constructor(policies: PolicyRegistry, constraints: ConstraintCodes) {
    policies.define<{ role: AffiliationRole | null }>(
      'organisation.edit',
      (actor, { role }) => role === 'admin' || (holds(actor, ['organiser', 'owner']) && actor.secondFactor),
    );
    constraints.register({ organisation_name_in_region: 'organisation.name_taken' });
  }
}
