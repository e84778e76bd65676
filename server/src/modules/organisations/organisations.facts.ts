interface OfAffiliation {
  affiliationId: string;
  userId: string;
  organisationId: string;
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    /** Somebody says to belong to an organisation; its admins are asked. */
    'affiliation.requested': OfAffiliation & { adminIds: readonly string[] };
    /** With the role that the answer gave: whom the helpdesk lets in where nobody is left becomes the administrator. */
    'affiliation.answered': OfAffiliation & { answer: 'active' | 'declined'; role: 'member' | 'admin' };
    /** By the person, or by an administrator. */
    'affiliation.ended': OfAffiliation & { byUserId: string };
    /** To the person, whose affiliation it is, by the administrator so far. */
    'affiliation.handed_over': OfAffiliation & { byUserId: string };
  }
}
export {};
