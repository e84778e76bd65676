import type { ScheduleSettings } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { ScheduleSettingsEntity } from './schedule-settings.entity.js';
import { defaultSettings } from './settings.rules.js';

/** What was set, or the defaults at version 0. */
export async function settingsOf(
  em: EntityManager,
  eventId: string,
): Promise<{ version: number; settings: ScheduleSettings }> {
  const found = await em.findOneBy(ScheduleSettingsEntity, { eventId });
  if (!found) return { version: 0, settings: defaultSettings };
  const { version, opensAt, preferencesUntil, mustAtMost, meetingsAtMost, pairsOnce } = found;
  return {
    version,
    settings: {
      opensAt: opensAt?.toISOString() ?? null,
      preferencesUntil: preferencesUntil?.toISOString() ?? null,
      mustAtMost,
      meetingsAtMost,
      pairsOnce,
    },
  };
}

/** @returns false when somebody else was faster */
export async function saveSettings(
  em: EntityManager,
  eventId: string,
  { opensAt, preferencesUntil, mustAtMost, meetingsAtMost, pairsOnce }: ScheduleSettings,
  version: number,
): Promise<boolean> {
  const rows = (await em.query(
    `WITH kept AS (
       INSERT INTO schedule_settings (event_id, version, opens_at, preferences_until, must_at_most, meetings_at_most, pairs_once)
       SELECT $1, 1, $2, $3, $4, $5, $6 WHERE $7 = 0 OR EXISTS (SELECT FROM schedule_settings WHERE event_id = $1)
       ON CONFLICT ON CONSTRAINT schedule_settings_pk DO UPDATE
         SET version = schedule_settings.version + 1, opens_at = excluded.opens_at, preferences_until = excluded.preferences_until,
             must_at_most = excluded.must_at_most, meetings_at_most = excluded.meetings_at_most, pairs_once = excluded.pairs_once
         WHERE schedule_settings.version = $7
       RETURNING version
     ) SELECT version FROM kept`,
    [eventId, dateOf(opensAt), dateOf(preferencesUntil), mustAtMost, meetingsAtMost, pairsOnce, version],
  )) as object[];
  return rows.length > 0;
}

/** Years that PostgreSQL writes in another way than we do. */
const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));
