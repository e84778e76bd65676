import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  EventId,
  MeetingFile,
  MeetingFilesInput,
  MeetingId,
  MeetingRequestId,
  MessageInput,
  MessageView,
  ReadThrough,
  ThreadQuery,
  ThreadView,
  UnreadThread,
} from '@musubi/contracts';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  RateLimited,
  SignedIn,
} from '../../../platform/index.js';
import { MeetingDocuments } from './meeting-documents.service.js';
import { ThreadFiles } from './thread-files.service.js';
import { Threads } from './threads.service.js';

@Controller()
@SignedIn()
export class ThreadsController {
  constructor(
    private readonly threads: Threads,
    private readonly files: ThreadFiles,
    private readonly documents: MeetingDocuments,
  ) {}

  @Get('meeting-requests/:requestId/messages')
  @Answers(200, ThreadView)
  view(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Query({ schema: ThreadQuery }) { before }: ThreadQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.threads.view(actor, requestId, before ?? null);
  }

  @Post('meeting-requests/:requestId/messages')
  @Answers(201, MessageView)
  @RateLimited({ name: 'messages', points: 30, perSeconds: 60, by: 'person', counted: 'here' })
  write(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: MessageInput }) input: MessageInput,
    @Cmd() command: Command,
  ) {
    return this.threads.write(command, requestId, input);
  }

  @Put('meeting-requests/:requestId/messages/read')
  @HttpCode(204)
  @Answers(204)
  async read(
    @Param('requestId', { schema: MeetingRequestId }) requestId: string,
    @Body({ schema: ReadThrough }) { messageId }: ReadThrough,
    @Cmd() command: Command,
  ): Promise<void> {
    await this.threads.read(command, requestId, messageId);
  }

  @Get('meetings/:meetingId/files')
  @Answers(200, z.array(MeetingFile))
  filesOf(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.files.ofMeeting(actor, meetingId);
  }

  @Post('meetings/:meetingId/files')
  @Answers(201, z.array(MeetingFile))
  @RateLimited({ name: 'messages', points: 30, perSeconds: 60, by: 'person', counted: 'here' })
  sendFiles(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Body({ schema: MeetingFilesInput }) { fileIds }: MeetingFilesInput,
    @Cmd() command: Command,
  ) {
    return this.documents.send(command, meetingId, fileIds);
  }

  @Get('events/:eventId/unread-messages')
  @Answers(200, z.array(UnreadThread))
  unread(@Param('eventId', { schema: EventId }) eventId: string, @CurrentActor() actor: Actor) {
    return this.threads.unread(actor, eventId);
  }
}
