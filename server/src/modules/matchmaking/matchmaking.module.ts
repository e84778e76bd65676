import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeetingsModule } from '../meetings/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { RegistrationModule } from '../registration/index.js';
import { DismissalEntity } from './recommendations/dismissal.entity.js';
import { RecommendationsController } from './recommendations/recommendations.controller.js';
import { Recommendations } from './recommendations/recommendations.service.js';

/** Suggested partners and why. */
@Module({
  imports: [MeetingsModule, ProfilesModule, RegistrationModule, TypeOrmModule.forFeature([DismissalEntity])],
  controllers: [RecommendationsController],
  providers: [Recommendations],
  exports: [Recommendations],
})
export class MatchmakingModule {}
