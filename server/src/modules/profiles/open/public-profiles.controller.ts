import { Controller, Get, Param, Query } from '@nestjs/common';
import { ProfileList, ProfileQuery, ProfileSlug, PublicProfile } from '@musubi/contracts';
import { type Actor, Answers, MaybeActor, Public } from '../../../platform/index.js';
import { PublicProfiles } from './public-profiles.service.js';

@Controller('profiles')
@Public()
export class PublicProfilesController {
  constructor(private readonly profiles: PublicProfiles) {}

  @Get()
  @Answers(200, ProfileList)
  list(@Query({ schema: ProfileQuery }) query: ProfileQuery) {
    return this.profiles.list(query);
  }

  @Get(':profile')
  @Answers(200, PublicProfile)
  profile(@Param('profile', { schema: ProfileSlug }) slug: string, @MaybeActor() viewer: Actor | null) {
    return this.profiles.bySlug(slug, viewer);
  }
}
