import type { ReleaseSummary } from '@musubi/contracts';

interface ForCalendars {
  /** SEQUENCE of the entries that the account is sent of it: above that of everything it was sent of this event before. */
  sequence: number;
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    /** People see another programme; `changes` against the release before. */
    'programme.released': {
      eventId: string;
      release: number;
      changes: ReleaseSummary['changes'];
      /** Whose sessions changed, by account: those who speak in them, and those who no longer do. */
      speakers: ({ userId: string; sessionIds: string[] } & ForCalendars)[];
    };
    /** Somebody has become a speaker: they may go backstage of their sessions. */
    'speaker.linked': { eventId: string; speakerId: string; userId: string } & ForCalendars;
    /** The account speaks no longer as this speaker: it has no place on the stages of these sessions by that. */
    'speaker.unlinked': { eventId: string; userId: string; sessionIds: string[] } & ForCalendars;
  }
}
