import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { HintKind } from '@musubi/contracts';
import { Transactions, type Tx } from '../../platform/index.js';

type StageHint = Extract<HintKind, 'stage.changed' | 'questions.changed'>;

/**
 * "Read again" for everybody who watches a session. Each hint makes each watcher read: votes and arrivals come in crowds,
 * so that after one hint the next waits, and stands for all in between. A change of the stage itself never waits.
 */
@Injectable()
export class StageHints implements OnModuleDestroy {
  private readonly waiting = new Map<string, { again: boolean; timer: NodeJS.Timeout }>();

  constructor(private readonly transactions: Transactions) {}

  now(tx: Tx, kind: StageHint, sessionId: string): void {
    tx.hint(`session:${sessionId}`, kind, { sessionId });
  }

  /** At once when it has been quiet for `pauseMs`, else at the end of the pause. */
  soon(tx: Tx, kind: StageHint, sessionId: string, pauseMs: number): void {
    tx.afterCommit(() => this.give(kind, sessionId, pauseMs));
  }

  onModuleDestroy(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private async give(kind: StageHint, sessionId: string, pauseMs: number): Promise<void> {
    const key = `${kind} ${sessionId}`;
    const pause = this.waiting.get(key);
    if (pause) {
      pause.again = true;
      return;
    }
    const timer = setTimeout(() => {
      const again = this.waiting.get(key)?.again ?? false;
      this.waiting.delete(key);
      if (again) void this.give(kind, sessionId, pauseMs).catch(() => undefined);
    }, pauseMs);
    timer.unref();
    this.waiting.set(key, { again: false, timer });
    await this.transactions.run(async (tx) => this.now(tx, kind, sessionId));
  }
}
