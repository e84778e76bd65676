import { Body, Controller, Headers, Post } from '@nestjs/common';
import { type WebhookEvent, WebhookReceiver } from 'livekit-server-sdk';
import { ForeignOrigin, Public } from '../access/access.decorators.js';
import { Config } from '../config/config.js';
import { Transactions } from '../database/transactions/transactions.js';
import { DomainError } from '../http/problems/domain-error.js';
import { Unlimited } from '../http/rate-limits/rate-limit.guard.js';
import { Answers } from '../openapi/answers.decorator.js';

declare module '../facts/fact-map.js' {
  interface FactMap {
    /** LiveKit told something, for the first time; `at` is its own time moved to domain time. */
    'livekit.told': { told: WebhookEvent; at: Date };
  }
}

/** What LiveKit tells, believed only when the signature fits the bytes, and only once. */
@Controller('livekit')
@Public()
@ForeignOrigin('signed by the video server')
@Unlimited('the video server tells of everybody in every room')
export class LiveKitWebhookController {
  private readonly receiver: WebhookReceiver | null;

  constructor(
    config: Config,
    private readonly transactions: Transactions,
  ) {
    this.receiver = config.livekit ? new WebhookReceiver(config.livekit.apiKey, config.livekit.apiSecret) : null;
  }

  @Post('webhook')
  @Answers(204)
  async receive(@Body() body: unknown, @Headers('authorization') signature: string | undefined): Promise<void> {
    if (!Buffer.isBuffer(body)) throw new DomainError('webhook.forged');
    const told = await this.verified(body.toString('utf8'), signature);
    await this.transactions.run(async (tx) => {
      const [first] = (await tx.em.query(
        `INSERT INTO livekit_webhook (id) VALUES ($1) ON CONFLICT ON CONSTRAINT livekit_webhook_pk DO NOTHING
         RETURNING extract(epoch FROM domain_now() - date_trunc('milliseconds', now())) * 1000 AS offset_ms`,
        [told.id],
      )) as { offset_ms: string }[];
      if (!first) return;
      const toldMs = told.createdAt > 0n ? Number(told.createdAt) * 1_000 + Number(first.offset_ms) : tx.now.getTime();
      await tx.fact({ name: 'livekit.told', told, at: new Date(Math.min(toldMs, tx.now.getTime())) });
    });
  }

  private async verified(body: string, signature: string | undefined): Promise<WebhookEvent> {
    if (!this.receiver) throw new DomainError('video.off');
    const told = await this.receiver.receive(body, signature).catch(() => null);
    if (!told?.id) throw new DomainError('webhook.forged');
    return told;
  }
}
