import type { EventView } from '@musubi/contracts';
import type { IconName } from '../ui/icon/icons';

/** A page of a participant. */
export interface Place {
  readonly path: string;
  readonly icon: IconName;
  readonly key: string;
  /** After `g`. */
  readonly letter: string;
  /** Only at events where people meet. */
  readonly matchmaking?: true;
}

const places: readonly Place[] = [
  { path: 'home', icon: 'home', key: 'home', letter: 'h' },
  { path: 'programme', icon: 'programme', key: 'programme', letter: 'p' },
  { path: 'matchmaking', icon: 'knot', key: 'matchmaking', letter: 'k', matchmaking: true },
  { path: 'meetings', icon: 'meetings', key: 'meetings', letter: 'm', matchmaking: true },
  { path: 'follow-up', icon: 'follow', key: 'follow_up', letter: 'f', matchmaking: true },
];

/** The pages that an event has for its participants. */
export function placesOf(event: Pick<EventView, 'matchmaking'> | null): readonly Place[] {
  return places.filter(({ matchmaking }) => !matchmaking || event?.matchmaking);
}
