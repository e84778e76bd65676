import type { StageView } from '@musubi/contracts';

/**
 * What somebody sees of a stage: `lobby` waits for the start, `backstage` prepares it, `live` is on, `ended` is over; a
 * session that was never opened is over once its time is.
 */
export type StagePhase = 'cancelled' | 'lobby' | 'backstage' | 'live' | 'ended';

export interface StageMoment {
  readonly phase: StagePhase;
  /** The start has come, but nobody has gone live yet. */
  readonly late: boolean;
  /** Whole minutes since it went live. */
  readonly minutes: number;
}

/** Milliseconds after its end in which a session may still be opened. */
const GRACE = 15 * 60_000;

export function stageMoment(stage: StageView, now: Temporal.Instant): StageMoment {
  const at = now.epochMilliseconds;
  const { session, liveSince } = stage;
  return {
    phase: phaseOf(stage, at),
    late: stage.state === 'backstage' && at >= Date.parse(session.startsAt),
    minutes: liveSince ? Math.max(0, Math.floor((at - Date.parse(liveSince)) / 60_000)) : 0,
  };
}

function phaseOf({ session, state, mayPublish, mayModerate }: StageView, at: number): StagePhase {
  if (session.state === 'cancelled') return 'cancelled';
  if (state === 'live') return 'live';
  if (state === 'ended') return 'ended';
  if (mayPublish || mayModerate) return 'backstage';
  return at >= Date.parse(session.endsAt) + GRACE ? 'ended' : 'lobby';
}
