declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    /** Somebody became one of an organisation's people. */
    'affiliation.started': { userId: string; organisationId: string };
  }
}
export {};
