interface OfRegistration {
  registrationId: string;
  eventId: string;
  userId: string;
}

interface Ended extends OfRegistration {
  /** The person took part until now. */
  heldPlace: boolean;
}

declare module '../../../platform/facts/fact-map.js' {
  interface FactMap {
    /** The person takes part. `promoted`: a place became free for somebody who waited or was looked at. */
    'registration.completed': OfRegistration & { promoted: boolean };
    'registration.waitlisted': OfRegistration;
    /** Waits for the organisers' approval. */
    'registration.pending': OfRegistration;
    'registration.rejected': Ended;
    'registration.withdrawn': Ended;
    /** `byUserId` wants nothing to do with `userId` any more. */
    'person.blocked': { byUserId: string; userId: string };
  }
}
export {};
