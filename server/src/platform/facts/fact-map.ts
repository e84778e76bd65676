/**
 * What can happen, by name. Each module adds its own facts:
 * `declare module '…/platform/facts/fact-map.js' { interface FactMap { 'meeting.booked': { meetingId: string } } }`
 */
export interface FactMap {
  /** The demo's or a rehearsal's clock was set forward. */
  'clock.moved': { now: Date; offsetMs: number };
}

export type FactName = keyof FactMap & string;
export type FactOf<K extends FactName> = { name: K } & FactMap[K];
export type Fact = { [K in FactName]: FactOf<K> }[FactName];
