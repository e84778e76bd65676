import type { Lang } from '@musubi/contracts';
import { offeredZones, zoneCity } from '@musubi/time';

export interface ZoneChoice {
  readonly zone: string;
  readonly city: string;
}

export interface ZoneChoices {
  /** The reader's and the event's. */
  readonly first: readonly ZoneChoice[];
  /** All others from west to east as the clocks stand now, by city where they show the same hour. */
  readonly rest: readonly ZoneChoice[];
}

export function zoneChoices(first: readonly string[], now: Temporal.Instant, lang: Lang): ZoneChoices {
  const choice = (zone: string): ZoneChoice => ({ zone, city: zoneCity(zone, lang) });
  const offset = (zone: string): number => now.toZonedDateTimeISO(zone).offsetNanoseconds;
  const { compare } = new Intl.Collator(lang);
  const leading = [...new Set(first)];
  return {
    first: leading.map(choice),
    rest: offeredZones
      .filter((zone) => !leading.includes(zone))
      .map((zone) => ({ ...choice(zone), offset: offset(zone) }))
      .sort((a, b) => a.offset - b.offset || compare(a.city, b.city))
      .map(({ zone, city }) => ({ zone, city })),
  };
}
