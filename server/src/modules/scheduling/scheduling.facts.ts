/** Whom a plan concerns, and which of its meetings are theirs: people who meet, and interpreters. */
export interface PlanFact {
  eventId: string;
  runId: string;
  people: { userId: string; meetingIds: string[] }[];
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    'plan.published': PlanFact;
    /** People who said nothing yet are asked whom they want to meet, or reminded of it. */
    'preferences.asked': { eventId: string; news: 'asked' | 'reminded'; userIds: string[] };
    /** Its meetings that were still to come are cancelled. */
    'plan.rolled_back': PlanFact;
  }
}
