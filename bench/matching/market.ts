import { recommend, type MatchRecommendation, type RecommendOptions } from '@musubi/matching';
import { rng } from '@musubi/testing';
import type { MatchingWorld } from '@musubi/testing/matching';

/** How many days people have, and what each does on one of them. */
export interface MarketOptions {
  readonly days: number;
  /** Suggestions that a person looks through a day. */
  readonly shown: number;
  /** Requests that a person sends a day at most. */
  readonly asks: number;
  /** Meetings that a person takes at most. */
  readonly room: number;
}

export const usualMarket: MarketOptions = { days: 10, shown: 10, asks: 3, room: 6 };

/** What came of it; `withOne` is a share from 0 to 1, the others are counts. */
export interface Outcome {
  readonly held: number;
  /** People with at least one meeting. */
  readonly withOne: number;
  readonly asked: number;
  /** Requests that were wanted and found no room or no time left. */
  readonly turnedAway: number;
}

/** Share of the people who look into their requests on a day. */
const answering = 0.5;

/**
 * Plays the weeks before a conference: each day everybody in turn looks through the suggestions and asks those whom they would gladly
 * meet; half of the people answer what waits for them, and take whom they would gladly meet while there is room and a common time.
 * @param spread whether the suggestions know how many wait for whom, or stand by score alone
 */
export function play(world: MatchingWorld, seed: number, spread: boolean, options = usualMarket): Outcome {
  const { candidates, wants } = world;
  const random = rng(`market ${seed}`);
  const free = new Map(candidates.map(({ id, freeSlots }) => [id, new Set(freeSlots)]));
  const room = new Map(candidates.map(({ id }) => [id, options.room]));
  const asking = new Map<string, string[]>(candidates.map(({ id }) => [id, []]));
  const known = new Map(candidates.map(({ id }) => [id, new Set<string>()]));
  let asked = 0;
  let turnedAway = 0;
  let held = 0;

  const common = (one: string, other: string): string[] => [...free.get(one)!].filter((at) => free.get(other)!.has(at));
  const suggested = (me: (typeof candidates)[number]): readonly MatchRecommendation[] => {
    const others = candidates
      .map((other) => ({ ...other, freeSlots: other === me ? [] : common(me.id, other.id) }))
      .filter(({ id, freeSlots }) => freeSlots.length > 0 && room.get(id)! > 0);
    const waiting = new Map([...asking].map(([id, who]) => [id, who.length]));
    const given: RecommendOptions = { excluded: known.get(me.id)!, limit: options.shown };
    return recommend(me, others, spread ? { ...given, waiting } : given);
  };
  const meet = (one: string, other: string): void => {
    const slot = common(one, other)[0];
    if (slot === undefined || room.get(one) === 0 || room.get(other) === 0) {
      turnedAway++;
      return;
    }
    held++;
    for (const id of [one, other]) {
      free.get(id)!.delete(slot);
      room.set(id, room.get(id)! - 1);
    }
  };

  for (let day = 0; day < options.days; day++) {
    for (const me of random.fork(`order of day ${day}`).shuffle(candidates)) {
      if (room.get(me.id) === 0) continue;
      const chosen = suggested(me).filter(({ candidateId }) => wants(me.id, candidateId));
      for (const { candidateId } of chosen.slice(0, options.asks)) {
        known.get(me.id)!.add(candidateId);
        known.get(candidateId)!.add(me.id);
        asking.get(candidateId)!.push(me.id);
        asked++;
      }
    }
    for (const { id } of candidates.filter(() => random.chance(answering))) {
      for (const asker of asking.get(id)!.splice(0)) if (wants(id, asker)) meet(id, asker);
    }
  }
  const withOne = candidates.filter(({ id }) => room.get(id)! < options.room).length / candidates.length;
  return { held, withOne, asked, turnedAway };
}
