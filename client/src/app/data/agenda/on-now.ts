import type { SessionView, SlotView } from '@musubi/contracts';
import { isRunning, type SessionMoment } from '../programme/session-moment';

/** A session that one can look in now. */
export interface RunningSession {
  readonly session: SessionView;
  readonly moment: SessionMoment;
}

/** The stretch of slots that runs now. */
export interface RunningBlock {
  readonly endsAt: string;
  /** How many of its slots are still to come and have nothing in them. */
  readonly free: number;
}

export interface OnNow {
  /** One's own first, then those that are live, then by start. */
  readonly sessions: readonly RunningSession[];
  readonly block: RunningBlock | null;
}

export interface OnNowSource {
  readonly sessions: readonly SessionView[];
  readonly momentOf: (session: SessionView) => SessionMoment;
  readonly slots: readonly SlotView[];
  /** What one has to do: sessions that are kept, meetings. */
  readonly taken: readonly { readonly startsAt: string; readonly endsAt: string; readonly sourceId?: string }[];
  readonly now: Temporal.Instant;
}

/** Minutes between two slots of one stretch at the most. */
const GAP = 30;

/** What is on at an event in this minute. Time for meetings is told once, by its slots; breaks are nothing to join. */
export function onNow({ sessions, momentOf, slots, taken, now }: OnNowSource): OnNow {
  const own = new Set(taken.map(({ sourceId }) => sourceId));
  const rank = ({ session, moment }: RunningSession): number =>
    (own.has(session.sessionId) ? 0 : 2) + (moment === 'live' ? 0 : 1);
  return {
    sessions: sessions
      .filter(({ kind }) => kind !== 'break' && kind !== 'matchmaking')
      .map((session) => ({ session, moment: momentOf(session) }))
      .filter(({ moment }) => isRunning(moment))
      .sort((a, b) => rank(a) - rank(b) || Date.parse(a.session.startsAt) - Date.parse(b.session.startsAt)),
    block: runningBlock(slots, taken, now.epochMilliseconds),
  };
}

function runningBlock(slots: OnNowSource['slots'], taken: OnNowSource['taken'], at: number): RunningBlock | null {
  const stretches: SlotView[][] = [];
  for (const slot of [...slots].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const last = stretches.at(-1)?.at(-1);
    const near = last && Date.parse(slot.startsAt) - Date.parse(last.endsAt) <= GAP * 60_000;
    if (near) stretches.at(-1)!.push(slot);
    else stretches.push([slot]);
  }
  const running = stretches.find(
    (stretch) => Date.parse(stretch[0]!.startsAt) <= at && at < Date.parse(stretch.at(-1)!.endsAt),
  );
  if (!running) return null;
  const free = running.filter(
    (slot) =>
      Date.parse(slot.startsAt) > at &&
      !taken.some(
        (one) =>
          Date.parse(one.startsAt) < Date.parse(slot.endsAt) && Date.parse(slot.startsAt) < Date.parse(one.endsAt),
      ),
  );
  return { endsAt: running.at(-1)!.endsAt, free: free.length };
}
