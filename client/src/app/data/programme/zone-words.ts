import { zoneCity, zoneLabel } from '@musubi/time';
import type { Words } from '../../core/i18n/words';

/** A clock in a sentence: `Brussels CET`; `日本時間（JST）`, `欧州時間（CET）`, `アテネ時間（EET）`. Needs the words of `programme`. */
export function zoneInWords(words: Words, zone: string, at: Temporal.Instant): string {
  const lang = words.lang();
  const label = zoneLabel(zone, at);
  const clock = label === 'JST' ? 'jst' : label === 'CET' || label === 'CEST' ? 'cet' : 'other';
  return words.t(`programme.clock.${clock}`, { city: zoneCity(zone, lang), label });
}
