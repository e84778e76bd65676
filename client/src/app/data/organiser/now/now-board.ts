import type { MeetingSide, MeetingView, SessionView } from '@musubi/contracts';

/** Meetings that start together. */
export interface BoardSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly moment: 'past' | 'now' | 'next';
  readonly meetings: number;
  /** How many of them happened; null until it is known. */
  readonly held: number | null;
  readonly notHeld: number | null;
  /** How much of it is over, from 0 to 1. */
  readonly progress: number;
}

/** Who of a meeting is in its room. */
export type RoomSides = 'both' | 'one' | 'none';

export interface BoardRoom {
  readonly meeting: MeetingView;
  readonly sides: RoomSides;
  /** People of the sides of which nobody is here. */
  readonly missing: readonly MeetingSide[];
  /** Asks for somebody: a side is missing although it has begun some minutes ago. */
  readonly urgent: boolean;
  /** Held another way: nobody is expected in the room. */
  readonly elsewhere: boolean;
}

export interface NowBoard {
  /** Those of the day that is on, or comes next. */
  readonly slots: readonly BoardSlot[];
  readonly minute: number | null;
  readonly rooms: readonly BoardRoom[];
  readonly counts: Readonly<Record<RoomSides, number>> & { readonly people: number };
  /** Rooms with a side missing, the worst first, and last those whose meetings are held elsewhere. */
  readonly problems: readonly BoardRoom[];
  /** What starts next. */
  readonly next: readonly MeetingView[];
  readonly sessions: { readonly now: readonly SessionView[]; readonly next: readonly SessionView[] };
}

/** Minutes after the start from which a missing side is urgent. */
const LATE = 3;

const live = ({ state }: MeetingView): boolean => state !== 'cancelled';

/**
 * What goes on at an event, for those who look after it.
 * @param dateOf the event's day that an instant lies on
 */
export function nowBoard(
  meetings: readonly MeetingView[],
  sessions: readonly SessionView[],
  now: Temporal.Instant,
  dateOf: (at: string) => string,
): NowBoard {
  const at = now.epochMilliseconds;
  const standing = meetings.filter(live);
  const slots = slotsOf(standing, at, dateOf);
  const running = standing
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt))
    .sort(byPlace);
  const rooms = running.map((meeting) => roomOf(meeting, at));
  const count = (sides: RoomSides): number => rooms.filter((room) => room.sides === sides && !room.elsewhere).length;
  const nextStart = slots.find(({ moment }) => moment === 'next')?.startsAt;
  return {
    slots,
    minute: running.length > 0 ? Math.floor((at - Date.parse(running[0]!.startsAt)) / 60_000) + 1 : null,
    rooms,
    counts: {
      both: count('both'),
      one: count('one'),
      none: count('none'),
      people: running.reduce((sum, { sides }) => sum + sides.filter(({ here }) => here).length, 0),
    },
    problems: rooms
      .filter(({ sides, elsewhere }) => sides !== 'both' || elsewhere)
      .sort(
        (a, b) =>
          Number(a.elsewhere) - Number(b.elsewhere) ||
          Number(b.urgent) - Number(a.urgent) ||
          severity[b.sides] - severity[a.sides],
      ),
    next: standing.filter(({ startsAt }) => startsAt === nextStart).sort(byPlace),
    sessions: sessionsAt(sessions, at),
  };
}

/** Somebody who waits alone comes before two who have both forgotten. */
const severity: Record<RoomSides, number> = { both: 0, none: 1, one: 2 };

function roomOf(meeting: MeetingView, at: number): BoardRoom {
  const bySide = expectedSides(meeting);
  const away = bySide.filter((people) => !people.some(({ here }) => here));
  const sides = away.length === bySide.length ? 'none' : away.length > 0 ? 'one' : 'both';
  const elsewhere = meeting.planB !== null;
  const late = at - Date.parse(meeting.startsAt) >= LATE * 60_000;
  return { meeting, sides, missing: away.flat(), elsewhere, urgent: sides !== 'both' && !elsewhere && late };
}

/**
 * The people of the sides that have to be there: the two that agreed on it, and guests who said that they come. Any of a side
 * counts for it, observers and whoever comes if they can for none.
 */
function expectedSides({ sides }: MeetingView): MeetingSide[][] {
  const counted = Map.groupBy(
    sides.filter(({ part }) => part !== 'observer'),
    ({ side }) => side,
  );
  const required = sides.filter(({ part }) => part === 'required').map(({ side }) => side);
  return [...new Set([0, 1, ...required])].map((side) => counted.get(side) ?? []);
}

function slotsOf(meetings: readonly MeetingView[], at: number, dateOf: (at: string) => string): BoardSlot[] {
  const byStart = new Map<string, MeetingView[]>();
  for (const meeting of meetings) byStart.set(meeting.startsAt, [...(byStart.get(meeting.startsAt) ?? []), meeting]);
  const starts = [...byStart.keys()].sort((a, b) => Date.parse(a) - Date.parse(b));
  const endOf = (start: string): number => Math.max(...byStart.get(start)!.map(({ endsAt }) => Date.parse(endsAt)));
  const nearest = starts.find((start) => endOf(start) > at) ?? starts.at(-1);
  if (!nearest) return [];
  const day = starts.filter((start) => dateOf(start) === dateOf(nearest));
  return day.map((startsAt) => {
    const group = byStart.get(startsAt)!;
    const [from, until] = [Date.parse(startsAt), endOf(startsAt)];
    const moment = until <= at ? 'past' : from <= at ? 'now' : 'next';
    const settled = group.filter(({ state }) => state !== 'confirmed');
    const held = settled.filter(({ state }) => state === 'held' || state === 'cut_short').length;
    return {
      startsAt,
      endsAt: group.find(({ endsAt }) => Date.parse(endsAt) === until)!.endsAt,
      moment,
      meetings: group.length,
      held: moment === 'past' && settled.length > 0 ? held : null,
      notHeld: moment === 'past' && settled.length > 0 ? settled.length - held : null,
      progress: Math.min(1, Math.max(0, (at - from) / (until - from))),
    };
  });
}

function sessionsAt(sessions: readonly SessionView[], at: number): NowBoard['sessions'] {
  const standing = sessions.filter(({ state, kind }) => state === 'scheduled' && kind !== 'break');
  const coming = standing
    .filter(({ startsAt }) => Date.parse(startsAt) > at)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return {
    now: standing.filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt)),
    next: coming.filter(({ startsAt }) => startsAt === coming[0]!.startsAt),
  };
}

/** The same order at every reading, so that no room jumps. */
function byPlace(a: MeetingView, b: MeetingView): number {
  return a.meetingId < b.meetingId ? -1 : 1;
}
