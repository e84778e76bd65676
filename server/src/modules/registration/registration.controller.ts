import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { DirectoryPut, EventId, Nothing, RegistrationFormPut, RegistrationInput } from '@musubi/contracts';
import {
  type Actor,
  Cmd,
  type Command,
  CurrentActor,
  MaybeActor,
  Organiser,
  Public,
  SignedIn,
} from '../../platform/index.js';
import { RegistrationForms } from './registration-forms.service.js';
import { Registrations } from './registrations.service.js';

@Controller()
export class RegistrationController {
  constructor(
    private readonly registrations: Registrations,
    private readonly forms: RegistrationForms,
  ) {}

  @Get('events/:eventId/registration/form')
  @Public()
  form(@Param('eventId', { schema: EventId }) eventId: string, @MaybeActor() viewer: Actor | null) {
    return this.forms.view(eventId, viewer);
  }

  @Put('events/:eventId/registration/form')
  @Organiser({ event: 'eventId' })
  putForm(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: RegistrationFormPut }) form: RegistrationFormPut,
    @Cmd() command: Command,
  ) {
    return this.forms.put(command, eventId, form);
  }

  @Get('events/:eventId/registration')
  @SignedIn()
  async own(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.registrations.own(actor, eventId);
  }

  @Post('events/:eventId/registration')
  @SignedIn()
  register(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: RegistrationInput }) input: RegistrationInput,
    @Cmd() command: Command,
  ) {
    return this.registrations.register(command, eventId, input);
  }

  @Put('events/:eventId/registration')
  @SignedIn()
  edit(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: RegistrationInput }) input: RegistrationInput,
    @Cmd() command: Command,
  ) {
    return this.registrations.edit(command, eventId, input);
  }

  @Post('events/:eventId/registration/withdraw')
  @HttpCode(200)
  @SignedIn()
  withdraw(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.registrations.withdraw(command, eventId);
  }

  @Put('events/:eventId/registration/directory')
  @SignedIn()
  setDirectory(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: DirectoryPut }) { directory }: DirectoryPut,
    @Cmd() command: Command,
  ) {
    return this.registrations.setDirectory(command, eventId, directory);
  }

  @Get('me/registrations')
  @SignedIn()
  all(@CurrentActor() actor: Actor) {
    return this.registrations.all(actor);
  }
}
