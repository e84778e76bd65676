import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions/tx.js';
import type { Fact, FactName, FactOf } from './fact-map.js';

type Handler = (fact: Fact, tx: Tx) => Promise<void>;

/** Who wants to know what. Subscribers run inside the transaction that tells the fact, in order of registration. */
@Injectable()
export class Facts {
  private readonly handlers = new Map<FactName, Handler[]>();

  on<K extends FactName>(name: K, handler: (fact: FactOf<K>, tx: Tx) => Promise<void>): void {
    const known = this.handlers.get(name) ?? [];
    this.handlers.set(name, [...known, handler as unknown as Handler]);
  }

  async tell(fact: Fact, tx: Tx): Promise<void> {
    for (const handler of this.handlers.get(fact.name) ?? []) await handler(fact, tx);
  }
}
