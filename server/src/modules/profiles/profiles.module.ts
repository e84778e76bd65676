import { Module, type OnModuleInit } from '@nestjs/common';
import type { AffiliationRole } from '@musubi/contracts';
import { TypeOrmModule } from '@nestjs/typeorm';
import { holds, Jobs, PolicyRegistry } from '../../platform/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { CooperationProfileEntity } from './cooperation-profile.entity.js';
import { OpportunitiesController } from './opportunities.controller.js';
import { Opportunities } from './opportunities.service.js';
import { OpportunityReviewEntity } from './opportunity-review.entity.js';
import { OpportunityEntity } from './opportunity.entity.js';

const expirySeconds = 60;

@Module({
  imports: [
    OrganisationsModule,
    TypeOrmModule.forFeature([CooperationProfileEntity, OpportunityEntity, OpportunityReviewEntity]),
  ],
  controllers: [OpportunitiesController],
  providers: [Opportunities],
  exports: [Opportunities],
})
export class ProfilesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly opportunities: Opportunities,
    policies: PolicyRegistry,
  ) {
    policies.define<{ role: AffiliationRole | null }>('opportunity.write', (_, { role }) => role !== null);
    policies.define<object>(
      'opportunity.review',
      (actor) => holds(actor, ['organiser', 'owner']) && actor.secondFactor,
    );
  }

  onModuleInit(): void {
    this.jobs.sweep('opportunities expire', expirySeconds, (tx) => this.opportunities.expire(tx));
  }
}
