import type { MeetingView } from '@musubi/contracts';
import { progress, remaining } from '@musubi/time';

/** `before`: the door is shut; `open`: one may go in; `running`: from start to end; `over`: after the end. */
export type RoomPhase = 'cancelled' | 'before' | 'open' | 'running' | 'over';

/** A moment of a meeting, as its room shows it. */
export interface RoomMoment {
  readonly phase: RoomPhase;
  /** Whole seconds until the door opens, the meeting starts, or it ends, whichever comes next; 0 after the end. */
  readonly secondsLeft: number;
  /** How much of the meeting is over, from 0 to 1. */
  readonly progress: number;
  /** The last notice that has been given. */
  readonly notice: 'five' | 'one' | null;
  /** So late that one asks where the other side is. */
  readonly late: boolean;
  /** So late that waiting on makes little sense. */
  readonly veryLate: boolean;
}

/** Minutes before the end at which a word is said, the later last. */
export const noticeMinutes = [5, 1] as const;

/** Minutes after the start from which a missing side is called missing. */
const LATE = 3;
/** Minutes after the start from which one is offered other ways on. */
const VERY_LATE = 7;

/** What the room shows at `now`. */
export function roomMoment(
  { state, startsAt, endsAt, roomOpensAt }: Pick<MeetingView, 'state' | 'startsAt' | 'endsAt' | 'roomOpensAt'>,
  now: Temporal.Instant,
): RoomMoment {
  const [opens, start, end] = [roomOpensAt, startsAt, endsAt].map((at) => Temporal.Instant.from(at)) as [
    Temporal.Instant,
    Temporal.Instant,
    Temporal.Instant,
  ];
  const phase = state === 'cancelled' ? 'cancelled' : phaseAt(now, opens, start, end);
  const until = { cancelled: end, before: opens, open: start, running: end, over: end }[phase];
  const { days, hours, minutes, seconds } = remaining(now, until);
  const secondsLeft = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  const running = phase === 'running';
  const since = now.epochMilliseconds - start.epochMilliseconds;
  return {
    phase,
    secondsLeft,
    progress: progress(start, end, now),
    notice: running && secondsLeft <= 60 ? 'one' : running && secondsLeft <= 300 ? 'five' : null,
    late: running && since >= LATE * 60_000,
    veryLate: running && since >= VERY_LATE * 60_000,
  };
}

/** Where the notices lie on the line from start to end, from 0 to 1; those before the start are left out. */
export function noticeMarks({ startsAt, endsAt }: Pick<MeetingView, 'startsAt' | 'endsAt'>): number[] {
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return noticeMinutes.map((notice) => 1 - notice / minutes).filter((mark) => mark > 0);
}

/** `13:48`, `1:02:05`. */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function phaseAt(
  now: Temporal.Instant,
  opens: Temporal.Instant,
  start: Temporal.Instant,
  end: Temporal.Instant,
): RoomPhase {
  if (Temporal.Instant.compare(now, opens) < 0) return 'before';
  if (Temporal.Instant.compare(now, start) < 0) return 'open';
  return Temporal.Instant.compare(now, end) < 0 ? 'running' : 'over';
}
