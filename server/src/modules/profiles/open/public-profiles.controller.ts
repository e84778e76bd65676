import { Controller, Get, Param, Query } from '@nestjs/common';
import { ProfileList, ProfileQuery, ProfileSlug, PublicProfile } from '@musubi/contracts';
import { type Actor, Answers, MaybeActor, Public, RateLimited } from '../../../platform/index.js';
import { PublicProfiles } from './public-profiles.service.js';

/** Looking for words costs many times what a page of the list does, misspelt ones most. */
const searching = {
  name: 'searching of strangers',
  points: 120,
  perSeconds: 60,
  by: 'stranger',
  counted: 'here',
  asking: 'q',
} as const;

@Controller('profiles')
@Public()
export class PublicProfilesController {
  constructor(private readonly profiles: PublicProfiles) {}

  @Get()
  @Answers(200, ProfileList)
  @RateLimited(searching)
  list(@Query({ schema: ProfileQuery }) query: ProfileQuery) {
    return this.profiles.list(query);
  }

  @Get(':profile')
  @Answers(200, PublicProfile)
  profile(@Param('profile', { schema: ProfileSlug }) slug: string, @MaybeActor() viewer: Actor | null) {
    return this.profiles.bySlug(slug, viewer);
  }
}
