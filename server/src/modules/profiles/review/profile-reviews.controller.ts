import { Body, Controller, Get, Header, Logger, Param, Post, Put, Query } from '@nestjs/common';
import {
  Approval,
  MembershipChange,
  OpportunityId,
  OrganisationId,
  OrganiserProfile,
  OrganiserProfiles,
  OrganiserProfilesQuery,
  OrganiserProfilesSheet,
  Refusal,
  Reviewed,
  ReviewItem,
  ReviewSetting,
  Verification,
} from '@musubi/contracts';
import { z } from 'zod';
import { type Actor, Answers, Cmd, type Command, csvOf, CurrentActor, Organiser } from '../../../platform/index.js';
import { OpportunityLives } from '../opportunities/opportunity-lives.service.js';
import { ProfileRegister } from './profile-register.service.js';
import { ProfileReviews } from './profile-reviews.service.js';
import { profileSheet } from './profile-sheet.js';
import { ReviewSettings } from './review-setting.js';

/** What organisers of either side do with profiles. */
@Controller('organise')
@Organiser()
export class ProfileReviewsController {
  private readonly log = new Logger('Profiles');

  constructor(
    private readonly register: ProfileRegister,
    private readonly reviews: ProfileReviews,
    private readonly opportunities: OpportunityLives,
    private readonly settings: ReviewSettings,
  ) {}

  @Get('profiles')
  @Answers(200, OrganiserProfiles)
  list(@Query({ schema: OrganiserProfilesQuery }) query: OrganiserProfilesQuery) {
    return this.register.list(query);
  }

  @Get('profiles.csv')
  @Answers(200, 'text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="profiles.csv"')
  async csv(
    @Query({ schema: OrganiserProfilesSheet }) { lang, ...query }: OrganiserProfilesSheet,
    @CurrentActor() { userId, zone }: Actor,
  ) {
    const rows = await this.register.all(query);
    this.log.log({ userId, profiles: rows.length, msg: 'A list of profiles was taken away' });
    return csvOf(profileSheet(rows, lang, zone));
  }

  @Get('profile-reviews')
  @Answers(200, z.array(ReviewItem))
  waiting() {
    return this.reviews.waiting();
  }

  @Post('profiles/:organisationId/approve')
  @Answers(200, Reviewed)
  approve(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Approval }) { version }: Approval,
    @Cmd() command: Command,
  ) {
    return this.reviews.approve(command, organisationId, version);
  }

  @Post('profiles/:organisationId/send-back')
  @Answers(200, Reviewed)
  sendBack(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Refusal }) { version, because }: Refusal,
    @Cmd() command: Command,
  ) {
    return this.reviews.sendBack(command, organisationId, version, because);
  }

  @Post('profiles/:organisationId/verify')
  @Answers(200, OrganiserProfile)
  verify(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Verification }) { verified }: Verification,
    @Cmd() command: Command,
  ) {
    return this.register.verify(command, organisationId, verified);
  }

  @Post('profiles/:organisationId/membership')
  @Answers(200, OrganiserProfile)
  membership(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: MembershipChange }) { member }: MembershipChange,
    @Cmd() command: Command,
  ) {
    return this.register.setMember(command, organisationId, member);
  }

  @Post('opportunities/:opportunityId/approve')
  @Answers(200, Reviewed)
  approveOpportunity(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Approval }) { version }: Approval,
    @Cmd() command: Command,
  ) {
    return this.opportunities.approve(command, opportunityId, version);
  }

  @Post('opportunities/:opportunityId/send-back')
  @Answers(200, Reviewed)
  sendBackOpportunity(
    @Param('opportunityId', { schema: OpportunityId }) opportunityId: string,
    @Body({ schema: Refusal }) { version, because }: Refusal,
    @Cmd() command: Command,
  ) {
    return this.opportunities.sendBack(command, opportunityId, version, because);
  }

  @Get('profile-review')
  @Answers(200, ReviewSetting)
  async setting() {
    return { required: await this.settings.required() };
  }

  @Put('profile-review')
  @Answers(200, ReviewSetting)
  set(@Body({ schema: ReviewSetting }) setting: ReviewSetting, @Cmd() command: Command) {
    return this.settings.set(command, setting);
  }
}
