declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    /** Somebody said, or corrected, how a meeting went. */
    'outcome.given': { meetingId: string; eventId: string; byUserId: string; userIds: string[] };
    'case.changed': { caseId: string; eventId: string };
  }
}
export {};
