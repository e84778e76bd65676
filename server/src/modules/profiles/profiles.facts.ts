declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    'opportunity.published': { opportunityId: string; organisationId: string };
    /** Its year or its deadline is over; somebody may renew it. */
    'opportunity.expired': { opportunityId: string; organisationId: string };
  }
}
export {};
