import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  FileId,
  Nothing,
  OrganisationId,
  ProfileDocument,
  ProfileEdit,
  ProfileLogo,
  ProfileView,
  Renewed,
} from '@musubi/contracts';
import { type Actor, Answers, Cmd, type Command, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Profiles } from './profiles.service.js';

/** What an organisation's people do with its page. */
@Controller('organisations/:organisationId')
@SignedIn()
export class ProfilesController {
  constructor(private readonly profiles: Profiles) {}

  @Get('profile')
  @Answers(200, ProfileView)
  view(@Param('organisationId', { schema: OrganisationId }) organisationId: string, @CurrentActor() viewer: Actor) {
    return this.profiles.view(organisationId, viewer);
  }

  @Put('profile')
  @Answers(200, ProfileView)
  edit(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: ProfileEdit }) edit: ProfileEdit,
    @Cmd() command: Command,
  ) {
    return this.profiles.edit(command, organisationId, edit);
  }

  @Post('profile/publish')
  @Answers(200, ProfileView)
  publish(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.profiles.publish(command, organisationId);
  }

  @Post('profile/withdraw')
  @Answers(200, ProfileView)
  withdraw(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.profiles.withdraw(command, organisationId);
  }

  @Post('profile/archive')
  @Answers(200, ProfileView)
  archive(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.profiles.archive(command, organisationId);
  }

  @Post('profile/restore')
  @Answers(200, ProfileView)
  restore(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.profiles.restore(command, organisationId);
  }

  @Put('profile/logo')
  @Answers(200, ProfileView)
  setLogo(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: ProfileLogo }) { fileId }: ProfileLogo,
    @Cmd() command: Command,
  ) {
    return this.profiles.setLogo(command, organisationId, fileId);
  }

  @Post('profile/documents')
  @Answers(200, ProfileView)
  addDocument(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: ProfileDocument }) { fileId }: ProfileDocument,
    @Cmd() command: Command,
  ) {
    return this.profiles.addDocument(command, organisationId, fileId);
  }

  @Delete('profile/documents/:fileId')
  @Answers(200, ProfileView)
  dropDocument(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Param('fileId', { schema: FileId }) fileId: string,
    @Cmd() command: Command,
  ) {
    return this.profiles.dropDocument(command, organisationId, fileId);
  }

  @Post('renew')
  @Answers(200, Renewed)
  renew(
    @Param('organisationId', { schema: OrganisationId }) organisationId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.profiles.renew(command, organisationId);
  }
}
