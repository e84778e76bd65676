/** Whom a plan concerns, and which of its meetings are theirs: people who meet, and interpreters. */
export interface PlanFact {
  eventId: string;
  runId: string;
  people: { userId: string; meetingIds: string[] }[];
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    'plan.published': PlanFact;
    /** Its meetings that were still to come are cancelled. */
    'plan.rolled_back': PlanFact;
  }
}
