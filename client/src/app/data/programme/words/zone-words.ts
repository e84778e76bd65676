import { zoneCity, zoneLabel } from '@musubi/time';
import type { Words } from '../../../core/i18n/words';

/** Zones that have a name of their own in a sentence; the others go by their city. */
const clocks: Readonly<Record<string, string>> = { JST: 'jst', CET: 'cet', CEST: 'cet', UTC: 'utc' };

/** A clock in a sentence: `Brussels CET`; `日本時間（JST）`, `欧州時間（CET）`, `アテネ時間（EET）`. Needs the words of `programme`. */
export function zoneInWords(words: Words, zone: string, at: Temporal.Instant): string {
  const lang = words.lang();
  const label = zoneLabel(zone, at);
  return words.t(`programme.clock.${clocks[label] ?? 'other'}`, { city: zoneCity(zone, lang), label });
}
