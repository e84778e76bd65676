declare module '../../../platform/facts/fact-map.js' {
  interface FactMap {
    /** Mode or parts of an organisation's delegation; told to its members where an organiser did it. */
    'delegation.changed': { eventId: string; organisationId: string; byUserId: string; organiser: boolean };
    /** Somebody else stands for a side now: what the other side reads, and what calendars hear. */
    'meeting.handed_over': {
      meetingId: string;
      eventId: string;
      side: number;
      fromUserId: string | null;
      toUserId: string;
      /** Whom they meet: everybody on another side. */
      otherSideUserIds: string[];
    };
    /** An open request has another contact, since the one before left; `isTheirs`: they are whose answer is awaited. */
    'meeting_request.passed_on': {
      requestId: string;
      eventId: string;
      userId: string;
      isTheirs: boolean;
      state: 'requested' | 'countered';
      fromUserId: string;
      toUserId: string;
    };
    /** Nobody comes for a side; its delegation is asked. */
    'meeting.unassigned': { meetingId: string; eventId: string; side: number; delegationUserIds: string[] };
    /** No backup was free 12 hours before: the organisers are told. */
    'meeting.backup_missing': { meetingId: string; eventId: string; side: number; organisationId: string };
    'assistant.changed': {
      news: 'asked' | 'accepted' | 'ended';
      assistantId: string;
      eventId: string;
      principalUserId: string;
      assistantUserId: string;
      byUserId: string;
    };
  }
}
export {};
