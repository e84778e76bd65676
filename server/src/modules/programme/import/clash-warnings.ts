import type { ImportWarning } from '@musubi/contracts';
import { meets, type Interval } from '@musubi/time';
import { ImportWarnings } from './import-warnings.js';
import type { ReadSession } from './file/read-programme.js';

/** Time that a speaker has given away elsewhere, by the speaker's external id. */
export type SpeakerMeetings = ReadonlyMap<string, readonly Interval[]>;

/** What of a programme cannot be as it stands: outside of the event, two in one room, a speaker in two places. */
export function clashWarnings(
  sessions: readonly ReadSession[],
  event: Interval,
  meetings: SpeakerMeetings = new Map(),
): ImportWarning[] {
  const warnings = new ImportWarnings();
  for (const session of sessions) {
    if (
      Temporal.Instant.compare(session.startsAt, event.start) < 0 ||
      Temporal.Instant.compare(session.endsAt, event.end) > 0
    ) {
      warnings.add('outside_event', session.where, `${nameOf(session)} is not within the time of the event.`);
    }
  }
  for (const [room, [one, other]] of overlapsBy(sessions, (session) => (session.room === null ? [] : [session.room]))) {
    warnings.add(
      'clash_room',
      other.where,
      `${nameOf(one)} and ${nameOf(other)} are both in "${room}" at the same time.`,
    );
  }
  for (const [, [one, other]] of overlapsBy(sessions, (session) => session.speakers)) {
    warnings.add(
      'clash_speaker',
      other.where,
      `Somebody speaks in ${nameOf(one)} and in ${nameOf(other)} at the same time.`,
    );
  }
  for (const session of sessions) {
    const busy = session.speakers.some((id) => meetings.get(id)?.some((meeting) => meets(meeting, spanOf(session))));
    if (busy)
      warnings.add('clash_speaker', session.where, `A speaker of ${nameOf(session)} has a confirmed meeting then.`);
  }
  return warnings.all();
}

/** As many as anybody reads. */
const pairsAtMost = 500;

/**
 * Every pair that shares time and a key, each pair once, as far as anybody reads. Sorted by start, a session is compared with those that go on when
 * it starts: O(n log n) plus the number of clashes.
 */
function overlapsBy(
  sessions: readonly ReadSession[],
  keysOf: (session: ReadSession) => readonly string[],
): [key: string, pair: [ReadSession, ReadSession]][] {
  const found: [string, [ReadSession, ReadSession]][] = [];
  const running = new Map<string, ReadSession[]>();
  for (const session of [...sessions].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))) {
    for (const key of keysOf(session)) {
      const others = (running.get(key) ?? []).filter((other) => meets(spanOf(other), spanOf(session)));
      for (const other of others) found.push([key, [other, session]]);
      if (found.length >= pairsAtMost) return found;
      running.set(key, [...others, session]);
    }
  }
  return found;
}

function spanOf({ startsAt, endsAt }: ReadSession): Interval {
  return { start: startsAt, end: endsAt };
}

function nameOf({ title }: ReadSession): string {
  return `"${title[title.original]}"`;
}
