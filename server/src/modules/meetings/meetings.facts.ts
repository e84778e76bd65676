import type { MeetingRequestState, MeetingState, SeatPart } from '@musubi/contracts';

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

/** Whose place it is. */
export interface SeatFact {
  userId: string;
  side: number;
  part: SeatPart;
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
    /** Somebody came to a meeting that stands: a guest, a colleague, whoever stands for a side now. They are among `userIds`. */
    'meeting.seat_taken': MeetingFact & SeatFact;
    /** Somebody is no longer of a meeting that stands; `userIds` are those who stay. */
    'meeting.seat_left': MeetingFact & SeatFact;
    'meeting.cancelled': MeetingFact & { byUserId: string | null };
    /** What presence or both sides say of it, once it is over. */
    'meeting.settled': MeetingFact & { state: Exclude<MeetingState, 'confirmed' | 'cancelled'> };
  }
}
