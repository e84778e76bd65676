import { Injectable } from '@nestjs/common';
import type { BlockView, EventId, MeetingPreference, PreferencesView, ScheduleSettings } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, type Command, DomainClock, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { Blocks } from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import { settingsOf } from '../settings/settings-rows.js';
import { asksFor, isPlanned } from '../settings/settings.rules.js';
import { publishedSince, say, saidBy } from './preference-rows.js';

export interface AskedFor {
  settings: ScheduleSettings;
  planned: BlockView[];
  open: boolean;
}

/** Whom people want to meet. Each says it for themselves and reads nobody else's. */
@Injectable()
export class Preferences {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly events: Events,
    private readonly blocks: Blocks,
    private readonly participants: Participants,
  ) {}

  async mine(actor: Actor, eventId: string): Promise<PreferencesView> {
    const { participantId } = await this.participants.require(actor, eventId);
    return this.view(eventId, participantId, await this.asking(eventId, await this.clock.now()));
  }

  /**
   * The same thing said twice changes nothing.
   * @throws DomainError `schedule.preferences_closed`, `schedule.too_many_musts`, `not_found` for oneself and for whoever this
   * person cannot find: the answer tells nobody who is there
   */
  async say(command: Command, eventId: string, toId: string, preference: MeetingPreference): Promise<PreferencesView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { participantId } = await this.participants.require(actor, eventId, tx.em);
      const asking = await this.asking(eventId, tx.now, tx);
      if (!asking.open)
        throw new DomainError('schedule.preferences_closed', { until: asking.settings.preferencesUntil });
      // One's own are said one after the other, so that the musts are counted right.
      await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('wishes of ' || $1::uuid, 0))`, [participantId]);
      const before = await saidBy(tx.em, participantId);
      const known = before.some(({ to }) => to === toId);
      // What was said about somebody who is not listed any more can still be taken back.
      if (!(preference === 'none' && known)) await this.assertOther(tx, eventId, participantId, toId, actor);
      const musts = before.filter((one) => one.preference === 'must' && one.to !== toId).length;
      const { mustAtMost } = asking.settings;
      if (preference === 'must' && musts >= mustAtMost)
        throw new DomainError('schedule.too_many_musts', { atMost: mustAtMost });
      const changed = await say(tx.em, { eventId, from: participantId, to: toId, preference, at: tx.now });
      if (changed) tx.hint(`organise:${eventId}`, 'preferences.changed', { eventId });
      return this.view(eventId, participantId, asking, tx);
    });
  }

  private async assertOther(tx: Tx, eventId: string, ownId: string, toId: string, actor: Actor): Promise<void> {
    if (toId === ownId) throw new DomainError('not_found');
    await this.participants.assertFindable(eventId, toId, actor, tx.em);
  }

  /** What is asked for at an instant, and whether it can be said then. */
  async asking(eventId: string, now: Date, tx?: Tx): Promise<AskedFor> {
    const em = tx?.em ?? this.dataSource.manager;
    const event = await this.events.get(eventId, em);
    const { settings } = await settingsOf(em, eventId);
    const planned = (await this.blocks.ofEvent(eventId, 'participant', tx)).filter(isPlanned);
    const takesPlace = event?.state === 'published' && event.matchmaking && event.endsAt > now;
    return { settings, planned, open: takesPlace && asksFor(settings, planned, now) };
  }

  private async view(
    eventId: string,
    participantId: string,
    { settings, planned, open }: AskedFor,
    tx?: Tx,
  ): Promise<PreferencesView> {
    const em = tx?.em ?? this.dataSource.manager;
    const said = await saidBy(em, participantId);
    const cards = await this.participants.cards(
      said.map(({ to }) => to),
      em,
    );
    return {
      eventId: eventId as EventId,
      planned: planned.length > 0,
      open,
      opensAt: settings.opensAt,
      until: settings.preferencesUntil,
      publishedAt: (await publishedSince(em, eventId))?.toISOString() ?? null,
      mustAtMost: settings.mustAtMost,
      preferences: said.map(({ to, preference, saidAt }) => ({
        participant: cards.get(to)!,
        preference,
        saidAt: saidAt.toISOString(),
      })),
    };
  }
}
