import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit, type Command, DomainClock, Jobs, Transactions, type Tx } from '../../../../platform/index.js';
import { Preferences } from '../preferences.service.js';
import { askingCounts, type AskingNews, isSilent, mayAsk, noteAsked } from './asking-rows.js';

export interface AskingState {
  /** Whether one can say something now. */
  open: boolean;
  until: Date | null;
  /** How many would get a letter now. */
  toAsk: number;
  /** How many got one. */
  asked: number;
}

/** Asks people by letter whom they want to meet, once, and reminds those who said nothing once before the deadline. */
@Injectable()
export class Asking implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly preferences: Preferences,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('people are asked for their wishes', 300, (tx) => this.askDue(tx));
  }

  async of(eventId: string, tx?: Tx): Promise<AskingState> {
    const now = tx?.now ?? (await this.clock.now());
    const { open, settings } = await this.preferences.asking(eventId, now, tx);
    const counts = await askingCounts(tx?.em ?? this.dataSource.manager, eventId);
    return {
      open,
      until: settings.preferencesUntil === null ? null : new Date(settings.preferencesUntil),
      ...counts,
      toAsk: open ? counts.toAsk : 0,
    };
  }

  /** Writes to everybody who takes part, has said nothing and got no such letter; to nobody while nothing can be said. */
  async ask(command: Command, eventId: string): Promise<{ written: number }> {
    return this.transactions.command(command, async (tx) => {
      const { open } = await this.preferences.asking(eventId, tx.now, tx);
      const written = open ? await this.write(tx, eventId, 'asked') : 0;
      if (written > 0)
        await this.audit.record(tx, {
          by: command.actor.userId,
          did: 'schedule.asked',
          on: { kind: 'schedule', id: eventId },
          eventId,
          after: { written },
        });
      return { written };
    });
  }

  /** Until when somebody who still takes part and said nothing can say something; null where there is nothing to ask any more. */
  async stillAsked(eventId: string, userId: string): Promise<{ until: Date | null } | null> {
    const { open, until } = await this.of(eventId);
    return open && (await isSilent(this.dataSource.manager, eventId, userId)) ? { until } : null;
  }

  /** Where the organisers' opening has come, whoever registers later among them; and two days before the deadline. */
  async askDue(tx: Tx): Promise<number> {
    let written = 0;
    for (const { eventId, opened, endsSoon } of await mayAsk(tx.em, tx.now)) {
      const { open } = await this.preferences.asking(eventId, tx.now, tx);
      if (!open) continue;
      if (opened) written += await this.write(tx, eventId, 'asked');
      if (endsSoon) written += await this.write(tx, eventId, 'reminded');
    }
    return written;
  }

  private async write(tx: Tx, eventId: string, news: AskingNews): Promise<number> {
    const userIds = await noteAsked(tx.em, eventId, news, tx.now);
    if (userIds.length > 0) await tx.fact({ name: 'preferences.asked', eventId, news, userIds });
    return userIds.length;
  }
}
