import type { AffiliationNews } from './letters/affiliation-letter.js';
import type { DelegationNews } from './letters/delegation-letter.js';
import type { ProfileStory } from './letters/profile-letter.js';
import type { RegistrationNews } from './letters/registration-letter.js';
import type { RequestNews } from './letters/requests/request-words.js';

export const letterQueue = 'letters';

/** One letter to one person, ordered in the transaction of what it tells. Ids only: the words are made when it is written. */
export type LetterOrder = {
  /** Message-ID's first part: a second run of the job sends the same one. */
  id: string;
  userId: string;
} & (
  | { about: 'registration'; news: RegistrationNews; eventId: string; registrationId: string; heldPlace: boolean }
  | { about: 'request'; news: RequestNews; eventId: string; requestId: string }
  | { about: 'meeting'; news: 'booked' | 'cancelled'; eventId: string; meetingId: string }
  | { about: 'seat'; news: 'joined'; eventId: string; meetingId: string; side: number }
  /** `movedBy`: the request that moved it to a time at which they are elsewhere. */
  | { about: 'seat'; news: 'left'; eventId: string; meetingId: string; side: number; movedBy?: string }
  /** `insteadOf`: the user who was to come before; null where nobody was. */
  | { about: 'seat'; news: 'other_comes'; eventId: string; meetingId: string; side: number; insteadOf: string | null }
  | { about: 'delegation'; news: DelegationNews; eventId: string; subjectId: string }
  | { about: 'guest'; news: 'invited' | 'accepted' | 'declined' | 'withdrawn'; eventId: string; guestId: string }
  | { about: 'interpreting'; news: 'assigned' | 'released'; eventId: string; meetingId: string }
  | { about: 'brief'; eventId: string; meetingId: string }
  | { about: 'verdict'; news: 'measured' | 'decided'; eventId: string; meetingId: string; place: number }
  | { about: 'move'; eventId: string; meetingId: string; requestId: string }
  | { about: 'room'; news: 'missing' | 'elsewhere' | 'proposed'; eventId: string; meetingId: string }
  | { about: 'speaker'; eventId: string; speakerId: string; sequence: number }
  | { about: 'unlinked'; eventId: string; sessionId: string; sequence: number }
  | { about: 'release'; eventId: string; release: number; sessionIds: string[]; sequence: number }
  | { about: 'message'; eventId: string; requestId: string; messageId: string }
  | { about: 'plan'; news: 'published' | 'rolled_back'; eventId: string; runId: string; meetingIds: string[] }
  | { about: 'wishes'; news: 'asked' | 'reminded'; eventId: string }
  | { about: 'affiliation'; news: AffiliationNews; affiliationId: string }
  | {
      about: 'profile';
      news: ProfileStory['news'];
      what: 'profile' | 'opportunity';
      textId: string;
      organisationId: string;
    }
);

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type NewLetter = WithoutId<LetterOrder>;

/** Letters about the same thing to the same person leave in the order in which things happened. */
export function lineOf(order: NewLetter): string {
  return `${subjectOf(order)} ${order.userId}`;
}

function subjectOf(order: NewLetter): string {
  switch (order.about) {
    case 'registration':
    case 'speaker':
    case 'unlinked':
    case 'release':
      return order.eventId;
    case 'request':
      return order.requestId;
    // A line of its own: it waits a moment, and what is decided about the request does not wait with it.
    case 'message':
      return `messages of ${order.requestId}`;
    case 'meeting':
    case 'move':
    case 'seat':
    case 'interpreting':
    case 'brief':
    case 'room':
    case 'verdict':
      return order.meetingId;
    case 'guest':
      return order.guestId;
    case 'plan':
      return order.runId;
    case 'wishes':
      return `wishes in ${order.eventId}`;
    case 'affiliation':
      return order.affiliationId;
    case 'delegation':
      return order.subjectId;
    case 'profile':
      return order.textId;
  }
}
