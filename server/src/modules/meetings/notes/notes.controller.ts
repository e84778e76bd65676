import { Controller, Get, Param } from '@nestjs/common';
import { MeetingId, NotesSnapshot } from '@musubi/contracts';
import { type Actor, Answers, CurrentActor, SignedIn } from '../../../platform/index.js';
import { Notes } from './notes.service.js';

@Controller('meetings/:meetingId/notes')
@SignedIn()
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @Get()
  @Answers(200, NotesSnapshot)
  snapshot(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.notes.snapshot(actor, meetingId);
  }
}
