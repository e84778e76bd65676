declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    'event.published': { eventId: string };
    /** Something that people were told before is different now; `fields` names what. */
    'event.changed': { eventId: string; fields: readonly string[] };
    'event.cancelled': { eventId: string };
  }
}
export {};
