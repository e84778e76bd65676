import type { BlockView, ScheduleSettings } from '@musubi/contracts';

export const defaultSettings: ScheduleSettings = {
  opensAt: null,
  preferencesUntil: null,
  mustAtMost: 5,
  meetingsAtMost: null,
  pairsOnce: true,
};

/** Whether the organisers plan this block: always, or in one of its phases. */
export const isPlanned = ({ mode, phases }: Pick<BlockView, 'mode' | 'phases'>): boolean =>
  mode === 'plan' || phases.some((phase) => phase.mode === 'plan');

/**
 * Whether preferences are asked for at an instant: from the first instant and not at the last; without a last one until every
 * planned block is published, or over.
 */
export function asksFor(
  { opensAt, preferencesUntil }: Pick<ScheduleSettings, 'opensAt' | 'preferencesUntil'>,
  planned: readonly Pick<BlockView, 'planPublishedAt' | 'slots'>[],
  now: Date,
): boolean {
  if (planned.length === 0) return false;
  const at = now.getTime();
  if (opensAt !== null && at < Date.parse(opensAt)) return false;
  if (preferencesUntil !== null) return at < Date.parse(preferencesUntil);
  return planned.some(
    ({ planPublishedAt, slots }) => planPublishedAt === null && slots.some(({ startsAt }) => at < Date.parse(startsAt)),
  );
}
