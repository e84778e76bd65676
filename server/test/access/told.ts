import type { Answer } from '../http-client.js';
import type { TwoPeople } from './two-people.js';

/**
 * What an answer tells of the other person, in few words: `who` they are, each of their words by where they said it, `here` in
 * the room, `read` what was written to them, times at which they are `free`, `when` a guest is awaited. Empty where it is refused or tells nothing.
 */
export function told({ status, body }: Answer<unknown>, { them, words }: Pick<TwoPeople, 'them' | 'words'>): string {
  if (status !== 200) return '';
  const isText = typeof body === 'string';
  // A calendar's and a card's long lines are folded.
  const text = isText ? body.replaceAll(/\r\n[ \t]/g, '') : JSON.stringify(body, withoutWhomItSuits);
  const names = isText ? [them.name.familyLatin] : [them.userId, them.participantId];
  const said = Object.entries(words).flatMap(([where, word]) =>
    where !== 'job' && text.includes(word) ? [where] : [],
  );
  const signs = new Set(isText ? [] : signsIn(body));
  return [...(names.some((name) => text.includes(name)) ? ['who'] : []), ...said, ...[...signs].toSorted()].join(' ');
}

/** Whom a time does not suit is among those whom one asked about. */
const withoutWhomItSuits = (key: string, value: unknown) => (key === 'cannot' ? undefined : value);

function signsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { slotId, open, state, here, readByThemUntil, kind, guestId, meeting } = value as Record<string, unknown>;
  return [
    ...(slotId && (open === true || state === 'free' || state === 'late') ? ['free'] : []),
    ...(guestId && meeting ? ['when'] : []),
    ...(here === true ? ['here'] : []),
    ...(typeof readByThemUntil === 'string' || kind === 'thread.changed' ? ['read'] : []),
    ...Object.values(value).flatMap(signsIn),
  ];
}
