import type { MatchingWorld } from '@musubi/testing/matching';
import type { Method } from './methods.ts';

/** How good a method was in one world; shares from 0 to 1. */
export interface Measures {
  /** Reciprocal precision: of those shown, how many both sides would gladly meet, in a slot free for both. */
  readonly reciprocal: number;
  /** Of those shown, how many the person would gladly meet. */
  readonly wanted: number;
  /** Of those shown, how many would gladly meet the person. */
  readonly wantedBack: number;
  /** Of all pairs that fit, how many were shown to at least one of the two. */
  readonly found: number;
  /** People to whom at least one was shown that fits, of those for whom there is any. */
  readonly served: number;
  /** Share of all showings that the most shown tenth of people take: 0.1 when all are shown alike. */
  readonly crowding: number;
}

export const measureNames = ['reciprocal', 'wanted', 'wantedBack', 'found', 'served', 'crowding'] as const;

/** Shows so many others to each person of the world and counts. */
export function measure(world: MatchingWorld, method: Method, shownEach: number): Measures {
  const { candidates, wants, fits } = world;
  let shown = 0;
  let reciprocal = 0;
  let wanted = 0;
  let wantedBack = 0;
  let servable = 0;
  let served = 0;
  const showings = new Map(candidates.map(({ id }) => [id, 0]));
  const pairs = new Set<string>();
  const fitting = new Set<string>();
  for (const me of candidates) {
    const others = candidates.filter(({ id }) => id !== me.id);
    const fit = new Set(others.filter((other) => fits(me.id, other.id)).map(({ id }) => id));
    for (const id of fit) fitting.add(pairOf(me.id, id));
    const list = method(me, others, shownEach, world);
    shown += list.length;
    for (const id of list) {
      showings.set(id, showings.get(id)! + 1);
      if (wants(me.id, id)) wanted++;
      if (wants(id, me.id)) wantedBack++;
      if (!fit.has(id)) continue;
      reciprocal++;
      pairs.add(pairOf(me.id, id));
    }
    if (fit.size > 0) servable++;
    if (list.some((id) => fit.has(id))) served++;
  }
  const mostShown = [...showings.values()].sort((a, b) => b - a).slice(0, Math.round(candidates.length / 10));
  return {
    reciprocal: reciprocal / shown,
    wanted: wanted / shown,
    wantedBack: wantedBack / shown,
    found: pairs.size / Math.max(1, fitting.size),
    served: served / Math.max(1, servable),
    crowding: mostShown.reduce((sum, one) => sum + one, 0) / shown,
  };
}

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
