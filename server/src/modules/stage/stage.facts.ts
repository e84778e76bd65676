declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    'stage.went_live': { sessionId: string; eventId: string };
    'stage.ended': { sessionId: string; eventId: string };
  }
}
export {};
