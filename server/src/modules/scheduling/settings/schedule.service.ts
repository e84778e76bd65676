import { Injectable } from '@nestjs/common';
import type {
  BlockView,
  EventId,
  PlannedBlockView,
  PreferenceCounts,
  ScheduleRunId,
  ScheduleSettingsPut,
  ScheduleView,
} from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { Blocks } from '../../meetings/index.js';
import { PlanNews } from '../preferences/plan-news.js';
import { preferenceCounts } from '../preferences/preference-rows.js';
import { runsOf } from '../runs/run-rows.js';
import { runViews } from '../runs/run-views.js';
import { saveSettings, settingsOf } from './settings-rows.js';
import { isPlanned } from './settings.rules.js';

/** The organisers' plan of an event: its settings, how far the asking is, and its runs. */
@Injectable()
export class Schedules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly blocks: Blocks,
    private readonly users: Users,
    private readonly audit: Audit,
    private readonly news: PlanNews,
  ) {}

  async of(eventId: string, tx?: Tx): Promise<ScheduleView> {
    const em: EntityManager = tx?.em ?? this.dataSource.manager;
    const runs = await runsOf(em, eventId);
    const published = runs.find(({ publishedAt, rolledBackAt }) => publishedAt && !rolledBackAt);
    return {
      eventId: eventId as EventId,
      ...(await settingsOf(em, eventId)),
      blocks: (await this.blocks.ofEvent(eventId, 'organiser', tx)).filter(isPlanned).flatMap(blockView),
      preferences: await preferenceCounts(em, eventId),
      runs: (await runViews(em, this.users, runs)).map(({ progress, ...run }) => ({
        ...run,
        progress: { ...progress, curve: [] },
      })),
      publishedRunId: (published?.id ?? null) as ScheduleRunId | null,
    };
  }

  /** How far the asking is. */
  said(eventId: string): Promise<PreferenceCounts> {
    return preferenceCounts(this.dataSource.manager, eventId);
  }

  /** @throws DomainError `schedule.changed` when somebody else was faster, `request.invalid` where it closes before it opens */
  async put(command: Command, eventId: string, { version, ...settings }: ScheduleSettingsPut): Promise<ScheduleView> {
    const { opensAt, preferencesUntil } = settings;
    if (opensAt && preferencesUntil && Date.parse(preferencesUntil) <= Date.parse(opensAt))
      throw new DomainError('request.invalid', undefined, [
        { path: 'preferencesUntil', message: 'closes before it opens' },
      ]);
    return this.transactions.command(command, async (tx) => {
      const before = await settingsOf(tx.em, eventId);
      if (!(await saveSettings(tx.em, eventId, settings, version))) throw new DomainError('schedule.changed');
      await this.audit.record(tx, {
        by: command.actor.userId,
        did: 'schedule.set',
        on: { kind: 'schedule', id: eventId },
        eventId,
        before: before.settings,
        after: settings,
      });
      tx.hint(`organise:${eventId}`, 'schedule.changed', { eventId });
      this.news.tell(tx, eventId);
      return this.of(eventId, tx);
    });
  }
}

function blockView({ blockId, name, slots, rooms, planPublishedAt }: BlockView): PlannedBlockView[] {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return [];
  const { startsAt } = first;
  return [{ blockId, name, startsAt, endsAt: last.endsAt, slots: slots.length, rooms, planPublishedAt }];
}
