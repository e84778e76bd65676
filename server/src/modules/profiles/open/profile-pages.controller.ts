import { Controller, Get, Query } from '@nestjs/common';
import { ProfilePage, ProfilePagesQuery } from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Audience } from './audience.js';

@Controller('me/profile-pages')
@SignedIn()
export class ProfilePagesController {
  constructor(private readonly audience: Audience) {}

  @Get()
  @Answers(200, z.array(ProfilePage))
  pages(@Query({ schema: ProfilePagesQuery }) { of }: ProfilePagesQuery, @CurrentActor() viewer: Actor) {
    return this.audience.pages(viewer, of);
  }
}
