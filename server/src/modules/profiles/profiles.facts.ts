interface OfText {
  what: 'profile' | 'opportunity';
  /** Of the opportunity; of a profile the organisation's. */
  id: string;
  organisationId: string;
  /** The organisation's people. */
  userIds: readonly string[];
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    'opportunity.published': { opportunityId: string; organisationId: string };
    /** Its year or its deadline is over; somebody may renew it. */
    'opportunity.expired': { opportunityId: string; organisationId: string };
    'profile.published': { organisationId: string };
    'profile.expired': { organisationId: string };
    /** Organisers have read a text and agree, or say what is to be changed. */
    'profile_text.approved': OfText;
    'profile_text.sent_back': OfText;
    /** Some of an organisation's texts end in so many days at the latest. */
    'profile.ends_soon': { organisationId: string; days: number; userIds: readonly string[] };
  }
}
export {};
