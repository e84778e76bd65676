import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { EventId, Nothing, SessionId } from '@musubi/contracts';
import { Answers, Cmd, type Command, SignedIn } from '../../../platform/index.js';
import { SavedSessions } from './saved-sessions.service.js';

@Controller('events/:eventId/agenda/:sessionId')
@SignedIn()
export class SavedSessionsController {
  constructor(private readonly saved: SavedSessions) {}

  @Put()
  @Answers(204)
  save(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @Param('sessionId', { schema: SessionId }) sessionId: SessionId,
    @Body({ schema: Nothing }) _body: object,
    @Cmd() command: Command,
  ): Promise<void> {
    return this.saved.save(command, eventId, sessionId);
  }

  @Delete()
  @Answers(204)
  forget(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @Param('sessionId', { schema: SessionId }) sessionId: SessionId,
    @Cmd() command: Command,
  ): Promise<void> {
    return this.saved.forget(command, eventId, sessionId);
  }
}
