import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { FileId, FileQuery, FileView, PictureQuery } from '@musubi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Cmd, type Command, MaybeActor, Public, SignedIn } from '../access/access.decorators.js';
import type { Actor } from '../access/actor.js';
import { RateLimited } from '../http/rate-limits/rate-limit.guard.js';
import { Answers, anyFile } from '../openapi/answers.decorator.js';
import { ByteStore } from './byte-store.js';
import { Files } from './files.js';
import { sendFile } from './send-file.js';

@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly store: ByteStore,
  ) {}

  @Post()
  @Answers(201, FileView)
  @SignedIn()
  @RateLimited({ name: 'files', points: 60, perSeconds: 3_600, by: 'person', counted: 'here' })
  accept(@Req() request: FastifyRequest, @Query({ schema: FileQuery }) { kind }: FileQuery, @Cmd() command: Command) {
    return this.files.accept(request, command, kind);
  }

  /** Whose page shows a file may be public: what it belongs to decides. */
  @Get(':fileId')
  @Answers(200, anyFile)
  @Public()
  async read(
    @Param('fileId', { schema: FileId }) fileId: string,
    @Query({ schema: PictureQuery }) { width }: PictureQuery,
    @MaybeActor() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(this.store, request, reply, await this.files.require(actor, fileId), width);
  }
}
