import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../access/access.decorators.js';
import { DomainError } from '../http/problems/domain-error.js';
import { Unlimited } from '../http/rate-limits/rate-limit.guard.js';
import { LiveKit } from '../livekit/livekit.js';
import { Readiness } from './readiness.js';
import { Answers } from '../openapi/answers.decorator.js';

const Live = z.object({ status: z.literal('live') });
const Ready = z.object({ status: z.literal('ready'), video: z.boolean() });

const databaseTimeoutMs = 2_000;

@Controller('health')
@Public()
@Unlimited('a proxy that hears 429 would take the node for broken')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly dataSource: DataSource,
    private readonly livekit: LiveKit,
  ) {}

  /** The process runs. Never asks the database: a database that is away is no reason to restart us. */
  @Get('live')
  @Answers(200, Live)
  live() {
    return { status: 'live' };
  }

  /** Requests are welcome. Video being away is told, not held against us. */
  @Get('ready')
  @Answers(200, Ready)
  async ready() {
    if (!this.readiness.isOpen || !(await this.databaseAnswers())) throw new DomainError('unavailable');
    return { status: 'ready', video: this.livekit.available() };
  }

  private async databaseAnswers(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, databaseTimeoutMs, false).unref());
    const answer = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, late]);
  }
}
