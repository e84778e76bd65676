import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  EventId,
  ImportReport,
  ProgrammeImport,
  ProgrammeView,
  ReleaseInput,
  ReleaseSummary,
  SessionId,
  SessionView,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  BodyLimit,
  Cmd,
  type Command,
  MaybeActor,
  Organiser,
  Public,
  RateLimited,
} from '../../platform/index.js';
import { Events } from '../events/index.js';
import { shown } from './known-session.js';
import { ProgrammeImports } from './import/import.service.js';
import { Releases } from './releases/releases.service.js';
import { Sessions } from './sessions.service.js';

/** 4 Mi characters of a file, each up to 3 bytes in UTF-8 or an escape of JSON. */
const importBytes = 16 * 1_024 * 1_024;

@Controller()
export class ProgrammeController {
  constructor(
    private readonly events: Events,
    private readonly releases: Releases,
    private readonly imports: ProgrammeImports,
    private readonly sessions: Sessions,
  ) {}

  @Get('events/:eventId/programme')
  @Answers(200, ProgrammeView)
  @Public()
  async newest(@Param('eventId', { schema: EventId }) eventId: EventId, @MaybeActor() viewer: Actor | null) {
    await this.events.require(eventId, viewer);
    return this.releases.newest(eventId);
  }

  @Get('events/:eventId/programme/releases')
  @Answers(200, z.array(ReleaseSummary))
  @Public()
  async changelog(@Param('eventId', { schema: EventId }) eventId: EventId, @MaybeActor() viewer: Actor | null) {
    await this.events.require(eventId, viewer);
    return this.releases.all(eventId);
  }

  @Get('events/:eventId/programme/draft')
  @Answers(200, ProgrammeView)
  @Organiser({ event: 'eventId' })
  async draft(@Param('eventId', { schema: EventId }) eventId: EventId, @MaybeActor() viewer: Actor | null) {
    await this.events.require(eventId, viewer);
    return this.releases.draftOf(eventId);
  }

  @Post('events/:eventId/programme/imports')
  @Answers(200, ImportReport)
  @Organiser({ event: 'eventId' })
  @BodyLimit(importBytes)
  @RateLimited({ name: 'imports', points: 10, perSeconds: 60, by: 'person', counted: 'here' })
  import(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @Body({ schema: ProgrammeImport }) input: ProgrammeImport,
    @Cmd() command: Command,
  ) {
    return this.imports.run(command, eventId, input);
  }

  @Post('events/:eventId/programme/releases')
  @Answers(201, ProgrammeView)
  @Organiser({ event: 'eventId' })
  async publish(
    @Param('eventId', { schema: EventId }) eventId: EventId,
    @Body({ schema: ReleaseInput }) { name }: { name: string },
    @Cmd() command: Command,
  ) {
    await this.events.require(eventId, command.actor);
    return this.releases.publish(command, eventId, name);
  }

  @Get('sessions/:sessionId')
  @Answers(200, SessionView)
  @Public()
  async session(@Param('sessionId', { schema: SessionId }) sessionId: SessionId, @MaybeActor() viewer: Actor | null) {
    return shown(await this.sessions.view(sessionId, viewer));
  }
}
