import { normalise } from '@musubi/time';

/** A stay as it is stored; open without an end. */
export interface Stay {
  userId: string;
  startedAt: Date;
  endedAt: Date | null;
}

/** When one person was in a room, whatever the number of devices. */
export interface PresenceInterval {
  userId: string;
  startsAt: Date;
  endsAt: Date;
  /** Still there: `endsAt` is the moment of asking. */
  open: boolean;
}

/** Each person's stays merged across devices, sorted by person and start. An open stay lasts until now. */
export function mergePresence(stays: readonly Stay[], now: Date): PresenceInterval[] {
  const until = ({ endedAt, startedAt }: Stay) => endedAt ?? new Date(Math.max(now.getTime(), startedAt.getTime()));
  return [...Map.groupBy(stays, (stay) => stay.userId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([userId, own]) => {
      const openEnds = new Set(own.filter((stay) => stay.endedAt === null).map((stay) => until(stay).getTime()));
      const merged = normalise(
        own.map((stay) => ({ start: stay.startedAt.toTemporalInstant(), end: until(stay).toTemporalInstant() })),
      );
      return merged.map(({ start, end }) => ({
        userId,
        startsAt: new Date(start.epochMilliseconds),
        endsAt: new Date(end.epochMilliseconds),
        open: openEnds.has(end.epochMilliseconds),
      }));
    });
}

/** A stay that we hold to be going on. */
export interface OpenStay {
  sid: string;
  seenAt: Date;
}

/**
 * Compares what we hold with who the video server says is there, asked at `askedAt`.
 * `gone`: it went on when we last knew and is not there any more; one that came after the question is left alone.
 */
export function reconcile<P extends { sid: string }>(
  open: readonly OpenStay[],
  present: readonly P[],
  askedAt: Date,
): { arrived: P[]; still: string[]; gone: string[] } {
  const held = new Set(open.map(({ sid }) => sid));
  const there = new Set(present.map(({ sid }) => sid));
  return {
    arrived: present.filter(({ sid }) => !held.has(sid)),
    still: open.filter(({ sid }) => there.has(sid)).map(({ sid }) => sid),
    gone: open.filter(({ sid, seenAt }) => !there.has(sid) && seenAt < askedAt).map(({ sid }) => sid),
  };
}
