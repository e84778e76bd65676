import './delegations/delegations.facts.js';
import type { GuestState, HelpTopic, MeetingRequestState, MeetingState, SeatPart } from '@musubi/contracts';

/** Who a fact about a request concerns. */
export interface RequestFact {
  requestId: string;
  eventId: string;
  fromUserId: string;
  toUserId: string;
}

/** A block's phase is over: its requests end, or go to whoever makes the organisers' plan. */
export type PhaseEnding = 'phase_closed' | 'to_plan';

/** Who a fact about a meeting concerns. */
export interface MeetingFact {
  meetingId: string;
  eventId: string;
  /** Everybody with a seat, interpreters too. */
  userIds: string[];
}

/** Somebody further is asked to come to what two others agree on. */
export interface GuestFact {
  guestId: string;
  requestId: string;
  eventId: string;
  /** Who is asked. */
  userId: string;
  invitedByUserId: string;
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
      because?: PhaseEnding;
    };
    /** Half of the time to answer is over; told once for each proposal. */
    'meeting_request.half_time': RequestFact & {
      /** Whose answer is waited for. */
      userId: string;
    };
    /** Every proposed slot is gone, so that an answer needs other ones. Told once for each proposal. */
    'meeting_request.emptied': RequestFact;
    /** A proposed time that was gone is free again. */
    'meeting_request.refilled': RequestFact;
    /** Somebody wrote to the other side, who had read everything before. */
    'thread.awaits_reading': { requestId: string; eventId: string; messageId: string; userId: string };
    'meeting.booked': MeetingFact & { requestId: string };
    /**
     * What the organisers' plan brings, and what is cancelled with a whole plan. Their people are told of all of them at once, so
     * that `meeting.booked`, `meeting.cancelled` and what interpreters hear are not said of each.
     */
    'meetings.planned': { eventId: string; meetingIds: readonly string[] };
    'meetings.called_off': { eventId: string; meetingIds: readonly string[] };
    /** Both sides agreed on another time; the meeting is the same. */
    'meeting.moved': MeetingFact & { requestId: string };
    /** The day before: time to prepare. */
    'meeting.near': MeetingFact;
    /** Somebody came to a meeting that stands: a guest, a colleague, whoever stands for a side now. They are among `userIds`. */
    'meeting.seat_taken': MeetingFact & SeatFact;
    /** Somebody is no longer of a meeting that stands; `userIds` are those who stay. */
    'meeting.seat_left': MeetingFact &
      SeatFact & {
        /** The request that moved it to a time at which they are elsewhere. */
        movedBy?: string;
      };
    'interpreter.assigned': { meetingId: string; eventId: string; userId: string };
    /** Somebody else interprets now, or nobody has to. */
    'interpreter.released': { meetingId: string; eventId: string; userId: string };
    'meeting_guest.invited': GuestFact;
    'meeting_guest.answered': GuestFact & {
      did: Exclude<GuestState, 'invited'>;
      /** Null when time or circumstances did it. */
      byUserId: string | null;
    };
    'meeting.cancelled': MeetingFact & {
      byUserId: string | null;
    };
    /** Both sides agreed to go on for some minutes. */
    'meeting.extended': MeetingFact & { until: string };
    /** It is held elsewhere: both sides agreed, or an organiser set it. */
    'meeting.plan_b_set': MeetingFact & { byUserId: string | null };
    /** One side proposes to hold it elsewhere, before the room opens; those who may answer. */
    'meeting.plan_b_proposed': MeetingFact;
    /** It began, one side is in the room, and nobody of the other; of whom some were not called before. */
    'meeting.side_missing': MeetingFact & { missingUserIds: string[]; newUserIds: string[] };
    /** Somebody in its room calls the organisers. */
    'meeting.help_called': { meetingId: string; eventId: string; about: HelpTopic };
    /** An organiser went into the room; its people see it. */
    'meeting.staff_entered': { meetingId: string; eventId: string; userId: string };
    /** What became of it, once it is over: measured, then perhaps declared or decided otherwise. */
    'meeting.settled': MeetingFact & {
      /** 1 for the first time. */
      place: number;
      state: Exclude<MeetingState, 'confirmed' | 'cancelled'>;
      /** An outage excuses everybody. */
      excluded: boolean;
      /** The organiser who decided it; null for presence and for what both sides declare. */
      byUserId: string | null;
    };
  }
}
