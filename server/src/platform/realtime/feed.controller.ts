import { Controller, Get, Query } from '@nestjs/common';
import { FeedPage } from '@musubi/contracts';
import { z } from 'zod';
import { CurrentActor, SignedIn } from '../access/access.decorators.js';
import type { Actor } from '../access/actor.js';
import { Transactions } from '../database/transactions/transactions.js';
import { readFeed } from './feed-rows.js';
import { Answers } from '../openapi/answers.decorator.js';

const Cursor = z.strictObject({ after: z.coerce.number().int().min(0).max(2_147_483_647).optional() });

/** What a socket missed while it was away. */
@Controller('me/feed')
@SignedIn()
export class FeedController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(200, FeedPage)
  async after(
    @CurrentActor() actor: Actor,
    @Query({ schema: Cursor }) { after }: z.infer<typeof Cursor>,
  ): Promise<FeedPage> {
    return this.transactions.read((em) => readFeed(em, actor.userId, after));
  }
}
