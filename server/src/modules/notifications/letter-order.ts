import type { RegistrationNews } from './letters/registration-letter.js';
import type { RequestNews } from './letters/request-letter.js';

/** One letter to one person, ordered in the transaction of what it tells. Ids only: the words are made when it is written. */
export type LetterOrder = {
  /** Message-ID's first part: a second run of the job sends the same one. */
  id: string;
  userId: string;
  eventId: string;
} & (
  | { about: 'registration'; news: RegistrationNews; registrationId: string }
  | { about: 'request'; news: RequestNews; requestId: string }
  | { about: 'meeting'; news: 'booked' | 'cancelled'; meetingId: string }
);
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type NewLetter = WithoutId<LetterOrder>;

/** Letters about the same thing to the same person leave in the order in which things happened. */
export function lineOf(order: NewLetter): string {
  const subject =
    order.about === 'registration' ? order.eventId : order.about === 'request' ? order.requestId : order.meetingId;
  return `${subject} ${order.userId}`;
}
