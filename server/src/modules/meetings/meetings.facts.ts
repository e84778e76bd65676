import type { MeetingRequestState, MeetingState } from '@musubi/contracts';

/** Who a fact about a request concerns. */
export interface RequestFact {
  requestId: string;
  eventId: string;
  fromUserId: string;
  toUserId: string;
}

/** Who a fact about a meeting concerns. */
export interface MeetingFact {
  meetingId: string;
  eventId: string;
  /** Everybody with a seat, interpreters too. */
  userIds: string[];
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    'meeting_request.sent': RequestFact;
    /** Countered, declined, withdrawn, expired or closed; an acceptance is told as `meeting.booked`. */
    'meeting_request.answered': RequestFact & {
      did: Exclude<MeetingRequestState, 'requested' | 'accepted'>;
      /** Null when time or circumstances did it. */
      byUserId: string | null;
    };
    /** Every proposed slot is gone, so that an answer needs other ones. Told once for each proposal. */
    'meeting_request.emptied': RequestFact;
    /** Somebody wrote to the other side, who had read everything before. */
    'thread.awaits_reading': { requestId: string; eventId: string; messageId: string; userId: string };
    'meeting.booked': MeetingFact & { requestId: string };
    /** Both sides agreed on another time; the meeting is the same. */
    'meeting.moved': MeetingFact & { requestId: string };
    /** The day before: time to prepare. */
    'meeting.near': MeetingFact;
    'meeting.cancelled': MeetingFact & { byUserId: string | null };
    /** What presence or both sides say of it, once it is over. */
    'meeting.settled': MeetingFact & { state: Exclude<MeetingState, 'confirmed' | 'cancelled'> };
  }
}
