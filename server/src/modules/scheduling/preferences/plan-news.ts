import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Facts, type Tx } from '../../../platform/index.js';

/** Whoever has their wishes open learns at once that a plan of them is out, or not any more. */
@Injectable()
export class PlanNews implements OnModuleInit {
  constructor(private readonly facts: Facts) {}

  onModuleInit(): void {
    this.facts.on('plan.published', ({ eventId }, tx) => Promise.resolve(this.tell(tx, eventId)));
    this.facts.on('plan.rolled_back', ({ eventId }, tx) => Promise.resolve(this.tell(tx, eventId)));
  }

  tell(tx: Tx, eventId: string): void {
    tx.hint(`event:${eventId}`, 'plan.changed', { eventId });
  }
}
