import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { DraftForm, DraftInput, DraftView } from '@musubi/contracts';
import { type Actor, Answers, CurrentActor, Keyless, SignedIn } from '../../../platform/index.js';
import { Drafts } from './drafts.service.js';

@Controller('me/drafts')
@SignedIn()
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Get(':form')
  @Answers(200, DraftView.nullable())
  find(@CurrentActor() actor: Actor, @Param('form', { schema: DraftForm }) form: DraftForm) {
    return this.drafts.find(actor.userId, form);
  }

  @Put(':form')
  @Answers(200, DraftView)
  @Keyless('the same draft again is the same draft, and an older one replaces none')
  keep(
    @CurrentActor() actor: Actor,
    @Param('form', { schema: DraftForm }) form: DraftForm,
    @Body({ schema: DraftInput }) draft: DraftInput,
  ) {
    return this.drafts.keep(actor.userId, form, draft);
  }
}
