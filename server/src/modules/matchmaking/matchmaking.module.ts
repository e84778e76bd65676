import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeetingsModule } from '../meetings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { ProgrammeModule } from '../programme/index.js';
import { RegistrationModule } from '../registration/index.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DirectoryFilterEntity } from './directory/directory-filter.entity.js';
import { Directory } from './directory/directory.service.js';
import { SavedFiltersController } from './directory/saved-filters.controller.js';
import { SavedFilters } from './directory/saved-filters.service.js';
import { DismissalEntity } from './recommendations/dismissal.entity.js';
import { Fits } from './recommendations/fits.service.js';
import { RecommendationsController } from './recommendations/recommendations.controller.js';
import { Recommendations } from './recommendations/recommendations.service.js';
import { SavedPeopleController } from './saved/saved-people.controller.js';
import { SavedPeople } from './saved/saved-people.service.js';
import { SavedPersonEntity } from './saved/saved-person.entity.js';
import { EventSearchController } from './search/event-search.controller.js';
import { EventSearch } from './search/event-search.service.js';

/** Suggested partners and why, and everybody who can be found. */
@Module({
  imports: [
    MeetingsModule,
    OrganisationsModule,
    ProfilesModule,
    ProgrammeModule,
    RegistrationModule,
    TypeOrmModule.forFeature([DirectoryFilterEntity, DismissalEntity, SavedPersonEntity]),
  ],
  controllers: [
    DirectoryController,
    EventSearchController,
    RecommendationsController,
    SavedFiltersController,
    SavedPeopleController,
  ],
  providers: [Directory, EventSearch, Fits, Recommendations, SavedFilters, SavedPeople],
  exports: [Fits, Recommendations],
})
export class MatchmakingModule {}
