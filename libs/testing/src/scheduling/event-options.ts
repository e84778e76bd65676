/** How an invented matchmaking event is made. Shares are from 0 to 1. */
export interface ScheduledEventOptions {
  readonly people: number;
  readonly wishes: number;
  readonly slots: number;
  /** People of one organisation, on average. */
  readonly peopleEach: number;
  /** Slots in which a person is free, on average. */
  readonly free: number;
  /** Fewest and most meetings that people set as their maximum. */
  readonly maximum: readonly [from: number, to: number];
  /** Most meetings a day of each; `null` for no limit. */
  readonly perDay: number | null;
  /** People who want a pause after each meeting, as long as a slot is apart from the next. */
  readonly withGap: number;
  /** Wishes of which one side sends any one of its representatives. */
  readonly anyRepresentative: number;
  /** Wishes without a common language. */
  readonly interpreted: number;
  readonly interpreters: number;
  /** Rooms of each slot; `null` for no limit. */
  readonly rooms: number | null;
  /** Wishes that stand already. */
  readonly fixed: number;
  /** Pairs of organisations of which one says no. */
  readonly noThanks: number;
  /** Whether two organisations meet once at most, however many of their people wish it. */
  readonly pairsOnce: boolean;
}

/** An event as matchmaking events are: more wanted than can be held, popular people, mornings in one zone and evenings in the other. */
export const usualEvent: ScheduledEventOptions = {
  people: 2000,
  wishes: 20_000,
  slots: 40,
  peopleEach: 2,
  free: 0.7,
  maximum: [6, 16],
  perDay: null,
  withGap: 0.15,
  anyRepresentative: 0.1,
  interpreted: 0.03,
  interpreters: 20,
  rooms: null,
  fixed: 0,
  noThanks: 0,
  pairsOnce: false,
};

/** The same with every rule that organisers can set: few rooms, days that are not filled, organisations that meet once, meetings that stand. */
export const ruledEvent: ScheduledEventOptions = {
  ...usualEvent,
  perDay: 4,
  rooms: 300,
  fixed: 0.02,
  noThanks: 0.01,
  pairsOnce: true,
};

/** Each organisation is one calendar and would fill most of its day; a dense market. */
export const denseEvent: ScheduledEventOptions = {
  ...usualEvent,
  people: 300,
  wishes: 9000,
  peopleEach: 1,
  free: 0.9,
  maximum: [16, 36],
  withGap: 0,
  anyRepresentative: 0,
  interpreted: 0,
  interpreters: 0,
};
