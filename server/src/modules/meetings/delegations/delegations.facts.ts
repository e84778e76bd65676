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
