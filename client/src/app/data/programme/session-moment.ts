import type { SessionView, StageState } from '@musubi/contracts';

/**
 * Where a session stands right now, the same on every page:
 * `soon` its lobby is open; `waiting` its hour has come, but nobody has gone live; `live` its stage is on, also past its
 * hour; `on` by the clock alone, where it has no stage or none is known; `over` ended by its host, or its time has passed.
 */
export type SessionMoment = 'cancelled' | 'later' | 'soon' | 'waiting' | 'live' | 'on' | 'over';

/** Minutes before its start from which the lobby of a session is open. */
export const LOBBY_MINUTES = 30;

/** Minutes after its end in which a session that was not opened may still be. */
export const GRACE_MINUTES = 15;

/** Minutes after its end from which a stage that nobody ended counts as over. */
export const FORGOTTEN_MINUTES = 180;

/** @param stage what its stage says of itself, or null where that is not known (yet) */
export function sessionMoment(
  session: Pick<SessionView, 'state' | 'startsAt' | 'endsAt' | 'online'>,
  stage: StageState | null,
  now: Temporal.Instant,
): SessionMoment {
  if (session.state === 'cancelled') return 'cancelled';
  const known = session.online ? stage : null;
  if (known === 'ended') return 'over';
  const minutesUntil = (at: string): number => (Date.parse(at) - now.epochMilliseconds) / 60_000;
  if (known === 'live' && minutesUntil(session.endsAt) + FORGOTTEN_MINUTES > 0) return 'live';
  const grace = known === 'backstage' ? GRACE_MINUTES : 0;
  if (minutesUntil(session.endsAt) + grace <= 0) return 'over';
  if (minutesUntil(session.startsAt) <= 0) return known === 'backstage' ? 'waiting' : 'on';
  return session.online && minutesUntil(session.startsAt) <= LOBBY_MINUTES ? 'soon' : 'later';
}

/** Whether one can look in now. */
export function isRunning(moment: SessionMoment): boolean {
  return moment === 'live' || moment === 'on' || moment === 'waiting';
}
