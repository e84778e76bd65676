import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  DirectoryPut,
  EventId,
  MyRegistration,
  Nothing,
  RegistrationForm,
  RegistrationFormPut,
  RegistrationInput,
  RegistrationView,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  MaybeActor,
  Organiser,
  Public,
  SignedIn,
} from '../../../platform/index.js';
import { RegistrationForms } from '../form/registration-forms.service.js';
import { Registrations } from './registrations.service.js';

@Controller()
export class RegistrationController {
  constructor(
    private readonly registrations: Registrations,
    private readonly forms: RegistrationForms,
  ) {}

  @Get('events/:eventId/registration/form')
  @Answers(200, RegistrationForm)
  @Public()
  form(@Param('eventId', { schema: EventId }) eventId: string, @MaybeActor() viewer: Actor | null) {
    return this.forms.view(eventId, viewer);
  }

  @Put('events/:eventId/registration/form')
  @Answers(200, RegistrationForm)
  @Organiser({ event: 'eventId' })
  putForm(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: RegistrationFormPut }) form: RegistrationFormPut,
    @Cmd() command: Command,
  ) {
    return this.forms.put(command, eventId, form);
  }

  @Get('events/:eventId/registration')
  @Answers(200, RegistrationView.nullable())
  @SignedIn()
  async own(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.registrations.own(actor, eventId);
  }

  @Post('events/:eventId/registration')
  @Answers(201, RegistrationView)
  @SignedIn()
  register(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: RegistrationInput }) input: RegistrationInput,
    @Cmd() command: Command,
  ) {
    return this.registrations.register(command, eventId, input);
  }

  @Put('events/:eventId/registration')
  @Answers(200, RegistrationView)
  @SignedIn()
  edit(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: RegistrationInput }) input: RegistrationInput,
    @Cmd() command: Command,
  ) {
    return this.registrations.edit(command, eventId, input);
  }

  @Post('events/:eventId/registration/withdraw')
  @Answers(200, RegistrationView)
  @SignedIn()
  withdraw(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.registrations.withdraw(command, eventId);
  }

  @Put('events/:eventId/registration/directory')
  @Answers(200, RegistrationView)
  @SignedIn()
  setDirectory(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: DirectoryPut }) { directory }: DirectoryPut,
    @Cmd() command: Command,
  ) {
    return this.registrations.setDirectory(command, eventId, directory);
  }

  @Get('me/registrations')
  @Answers(200, z.array(MyRegistration))
  @SignedIn()
  all(@CurrentActor() actor: Actor) {
    return this.registrations.all(actor);
  }
}
