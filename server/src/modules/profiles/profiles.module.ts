import { Module, type OnModuleInit } from '@nestjs/common';
import type { AffiliationRole } from '@musubi/contracts';
import { TypeOrmModule } from '@nestjs/typeorm';
import { holds, Jobs, PolicyRegistry } from '../../platform/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ImportWriter } from './import/import-writer.js';
import { ProfileImports } from './import/profile-imports.service.js';
import { ProfileImportsController } from './import/profile-imports.controller.js';
import { Writers } from './life/writers.js';
import { Appearances } from './open/appearances.js';
import { Audience } from './open/audience.js';
import { ProfilePagesController } from './open/profile-pages.controller.js';
import { PublicProfiles } from './open/public-profiles.service.js';
import { PublicProfilesController } from './open/public-profiles.controller.js';
import { SitemapController } from './open/sitemap.controller.js';
import { OpportunitiesController } from './opportunities/opportunities.controller.js';
import { Opportunities } from './opportunities/opportunities.service.js';
import { OpportunityEntity } from './opportunities/opportunity.entity.js';
import { OpportunityLives } from './opportunities/opportunity-lives.service.js';
import { CooperationProfileEntity } from './profile/cooperation-profile.entity.js';
import { ProfileEditEntity } from './profile/edits/profile-edit.entity.js';
import { ProfileEdits } from './profile/edits/profile-edits.js';
import { ProfileFileEntity } from './profile/files/profile-file.entity.js';
import { ProfileFiles } from './profile/files/profile-files.js';
import { ProfileNews } from './profile/profile-news.js';
import { ProfileViews } from './profile/profile-views.js';
import { ProfilesController } from './profile/profiles.controller.js';
import { Profiles } from './profile/profiles.service.js';
import { Renewals } from './profile/renewals.js';
import { ProfileRegister } from './review/profile-register.service.js';
import { ProfileReviews } from './review/profile-reviews.service.js';
import { ProfileReviewsController } from './review/profile-reviews.controller.js';
import { OpportunityReviewEntity } from './review/review-setting.entity.js';
import { ReviewSettings } from './review/review-setting.js';

const expirySeconds = 60;
const reminderSeconds = 600;

@Module({
  imports: [
    IdentityModule,
    OrganisationsModule,
    TypeOrmModule.forFeature([
      CooperationProfileEntity,
      OpportunityEntity,
      OpportunityReviewEntity,
      ProfileEditEntity,
      ProfileFileEntity,
    ]),
  ],
  controllers: [
    OpportunitiesController,
    ProfileImportsController,
    ProfilePagesController,
    ProfileReviewsController,
    ProfilesController,
    PublicProfilesController,
    SitemapController,
  ],
  providers: [
    Appearances,
    Audience,
    ImportWriter,
    Opportunities,
    OpportunityLives,
    ProfileEdits,
    ProfileFiles,
    ProfileImports,
    ProfileNews,
    ProfileRegister,
    ProfileReviews,
    ProfileViews,
    Profiles,
    PublicProfiles,
    Renewals,
    ReviewSettings,
    Writers,
  ],
  exports: [
    Appearances,
    Opportunities,
    OpportunityLives,
    ProfileNews,
    ProfileRegister,
    ProfileReviews,
    Profiles,
    ReviewSettings,
  ],
})
export class ProfilesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly opportunities: OpportunityLives,
    private readonly renewals: Renewals,
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
    this.jobs.sweep('profiles expire', expirySeconds, (tx) => this.renewals.expire(tx));
    this.jobs.sweep('profiles end soon', reminderSeconds, (tx) => this.renewals.remind(tx));
  }
}
