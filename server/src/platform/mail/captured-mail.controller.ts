import { Controller, Get, Param, Query } from '@nestjs/common';
import { CapturedMail, CapturedMailSummary } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { MaybeActor, Public } from '../access/access.decorators.js';
import { type Actor, mayStage } from '../access/actor.js';
import { Config } from '../config/config.js';
import { DomainError } from '../http/problems/domain-error.js';
import { CapturedMailEntity } from './captured-mail.entity.js';
import { Answers } from '../openapi/answers.decorator.js';

const MailFilter = z.strictObject({ to: z.string().max(254).optional() });
const newest = 200;

/** Everybody's letter box in the demo, the organisers' in a rehearsal; elsewhere this door does not exist. */
@Controller('mail')
@Public()
export class CapturedMailController {
  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Answers(200, z.array(CapturedMailSummary))
  async list(
    @Query({ schema: MailFilter }) { to }: z.infer<typeof MailFilter>,
    @MaybeActor() reader: Actor | null,
  ): Promise<CapturedMailSummary[]> {
    this.assertMayRead(reader);
    const mails = await this.dataSource.manager.find(CapturedMailEntity, {
      where: to ? { toAddress: to.trim().toLowerCase() } : {},
      order: { id: 'DESC' },
      take: newest,
    });
    return mails.map(summaryOf);
  }

  @Get(':id')
  @Answers(200, CapturedMail)
  async read(@Param('id', { schema: z.uuid() }) id: string, @MaybeActor() reader: Actor | null): Promise<CapturedMail> {
    this.assertMayRead(reader);
    const mail = await this.dataSource.manager.findOneBy(CapturedMailEntity, { id });
    if (!mail) throw new DomainError('not_found');
    const { fromAddress: from, messageId, text, html, calendar, headers } = mail;
    return { ...summaryOf(mail), from, messageId, text, html, calendar, headers };
  }

  private assertMayRead(reader: Actor | null): void {
    if (!mayStage(this.config, reader)) throw new DomainError('not_found');
  }
}

function summaryOf({ id, at, toAddress, subject, lang }: CapturedMailEntity): CapturedMailSummary {
  return { id, at: at.toISOString(), to: toAddress, subject, lang };
}
