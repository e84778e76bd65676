import type { StageView } from '@musubi/contracts';
import { sessionMoment } from '../programme/session-moment';

/**
 * What somebody sees of a stage: `lobby` waits for the start, `backstage` prepares it, `live` is on, `ended` is over; a
 * session that was never opened is over once its time is.
 */
export type StagePhase = 'cancelled' | 'lobby' | 'backstage' | 'live' | 'ended';

export interface StageMoment {
  readonly phase: StagePhase;
  /** So long before the start that its lobby is not open. */
  readonly early: boolean;
  /** The start has come, but nobody has gone live yet. */
  readonly late: boolean;
  /** Whole minutes since it went live. */
  readonly minutes: number;
}

export function stageMoment(stage: StageView, now: Temporal.Instant): StageMoment {
  const { session, state, liveSince } = stage;
  const moment = sessionMoment(session, state, now);
  const prepares = state === 'backstage' && (stage.mayPublish || stage.mayModerate);
  const phases = { cancelled: 'cancelled', live: 'live', over: prepares ? 'backstage' : 'ended' } as const;
  return {
    phase: moment in phases ? phases[moment as keyof typeof phases] : prepares ? 'backstage' : 'lobby',
    early: moment === 'later',
    late: state === 'backstage' && now.epochMilliseconds >= Date.parse(session.startsAt),
    minutes: liveSince ? Math.max(0, Math.floor((now.epochMilliseconds - Date.parse(liveSince)) / 60_000)) : 0,
  };
}
