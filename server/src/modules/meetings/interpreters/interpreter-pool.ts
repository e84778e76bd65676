import type { LanguagePair } from '@musubi/contracts';
import { contains, type Interval, overlaps } from '@musubi/time';
import type { Tx } from '../../../platform/index.js';
import type { Agenda } from '../../agenda/index.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { type Candidate, pairKey, type Stint } from './interpreter.rules.js';
import { interpretersOf } from './interpreter-rows.js';

/** An interpreter of an event, with everything that decides which of its meetings they could take. */
export interface Able extends Candidate {
  pairs: readonly string[];
  /** Empty means always. */
  offers: readonly Interval[];
  /** Promised to anything, between the two instants that were asked about. */
  busy: Interval[];
  stints: Stint[];
}

/** An event's interpreters and what they have between two instants; the same queries for any number. */
export async function poolOf(tx: Tx, agenda: Agenda, eventId: string, from: Date, to: Date): Promise<Able[]> {
  const rows = await interpretersOf(tx.em, eventId);
  const userIds = rows.map(({ userId }) => userId);
  const seats = (await tx.em.query(
    `SELECT seat.occupant_id AS "userId", meeting.event_id AS "eventId", lower(seat.during) AS "startsAt", upper(seat.during) AS "endsAt"
     FROM meeting_seat seat JOIN meeting ON meeting.id = seat.meeting_id
     WHERE seat.occupant_id = ANY ($1) AND seat.kind = 'interpreter' AND seat.live`,
    [userIds],
  )) as (Stint & { userId: string; eventId: string })[];
  const busy = await agenda.busy(userIds, from, to, tx);
  return rows.map(({ userId, pairs, available, inARow, breakMinutes }) => {
    const stints = seats.filter((seat) => seat.userId === userId);
    const here = stints.filter((stint) => stint.eventId === eventId);
    return {
      userId,
      pairs,
      inARow,
      breakMinutes,
      stints,
      minutes: here.reduce((sum, stint) => sum + minutesOf(stint), 0),
      offers: available.map(({ startsAt, endsAt }) => intervalOf(new Date(startsAt), new Date(endsAt))),
      busy: busy.get(userId)!,
    };
  });
}

/** Whoever knows both languages, offers the time and has nothing then; breaks are looked at where one is chosen. */
export function ableFor(
  pool: readonly Able[],
  { startsAt, endsAt, sides }: Pick<MeetingRow, 'startsAt' | 'endsAt' | 'sides'>,
  languages: LanguagePair,
): Able[] {
  const during = intervalOf(startsAt, endsAt);
  const key = pairKey(languages);
  return pool.filter(
    ({ userId, pairs, offers, busy }) =>
      pairs.includes(key) &&
      !sides.some((side) => side.userId === userId) &&
      (offers.length === 0 || contains(offers, during)) &&
      !overlaps(busy, during),
  );
}

/** Has the meeting from now on. */
export function givenTo(one: Able, { startsAt, endsAt }: Stint): void {
  one.stints.push({ startsAt, endsAt });
  one.busy.push(intervalOf(startsAt, endsAt));
  one.minutes += minutesOf({ startsAt, endsAt });
}

const intervalOf = (startsAt: Date, endsAt: Date): Interval => ({
  start: startsAt.toTemporalInstant(),
  end: endsAt.toTemporalInstant(),
});
const minutesOf = ({ startsAt, endsAt }: Stint): number => (endsAt.getTime() - startsAt.getTime()) / 60_000;
