import type { Lang } from '@musubi/contracts';
import { type CalendarEntry, calendarText, type Mail } from '../../platform/index.js';
import type { Addressee } from './addressee.js';

/**
 * The calendar part of a mail: an invitation to one person, who has agreed already, or its cancellation. Only the recipient
 * stands in it as ATTENDEE, so nobody learns an address from it; the ORGANIZER is the platform's own address.
 */
export function invitation(
  entry: Omit<CalendarEntry, 'invitation'>,
  to: Addressee & { displayName: string },
  organizer: { name: string; address: string },
  lang: Lang,
): NonNullable<Mail['calendar']> {
  const method = entry.cancelled ? 'CANCEL' : 'REQUEST';
  const attendee = { name: to.displayName, address: to.address };
  const ics = calendarText({
    lang,
    product: 'Mail',
    method,
    entries: [{ ...entry, invitation: { organizer, attendee } }],
  });
  return { method, ics };
}
