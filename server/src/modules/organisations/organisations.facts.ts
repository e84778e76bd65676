interface OfAffiliation {
  affiliationId: string;
  userId: string;
  organisationId: string;
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    /** Somebody says to belong to an organisation; its admins are asked. */
    'affiliation.requested': OfAffiliation & { adminIds: readonly string[] };
    'affiliation.answered': OfAffiliation & { answer: 'active' | 'declined' };
  }
}
export {};
