import type { PublishConflictKind } from '@musubi/contracts';
import { type Interval, overlaps } from '@musubi/time';
import { intervalOf } from '../../../meetings/index.js';
import type { Apart } from './apart.js';
import type { ToBook } from '../to-book.js';

/** What is known of people at the moment of publishing. */
export interface Meanwhile {
  now: Date;
  /** Takes part in the event. */
  here: (participantId: string) => boolean;
  /** A block, a no, or a meeting of their own stands between the two. */
  apart: (one: string, other: string) => Apart | null;
  /** By user: promised to something else. */
  promised: ReadonlyMap<string, readonly Interval[]>;
  /** By user: promised, not offered, or more than they take on. */
  busy: ReadonlyMap<string, readonly Interval[]>;
}

/** What came in between a plan and its publication; null where nothing did. The seats' constraints have the last word. */
export function standingAgainst({ booking }: ToBook, meanwhile: Meanwhile): PublishConflictKind | null {
  const { slot, sides } = booking;
  const people = sides.flat();
  if (slot.startsAt <= meanwhile.now) return 'past';
  if (!people.every(({ participantId }) => meanwhile.here(participantId))) return 'person_left';
  const [one, other] = sides;
  const between = one.flatMap((a) => other.map((b) => meanwhile.apart(a.participantId, b.participantId)));
  if (between.includes('not_wanted')) return 'not_wanted';
  if (between.includes('met')) return 'meet_already';
  const during = intervalOf(slot);
  const taken = (of: Meanwhile['busy']) => people.some(({ userId }) => overlaps(of.get(userId) ?? [], during));
  if (taken(meanwhile.promised)) return 'time_taken';
  return taken(meanwhile.busy) ? 'not_offered' : null;
}
