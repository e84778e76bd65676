import type { StageRole, StageState } from '@musubi/contracts';
import { DomainError } from '../../platform/index.js';

const moves: Record<StageState, readonly StageState[]> = {
  backstage: ['live'],
  live: ['ended'],
  ended: [],
};

/**
 * The next state of a stage; going where it is already changes nothing.
 * @throws DomainError `stage.wrong_state`
 */
export function moveStage(from: StageState, to: StageState): StageState {
  if (from !== to && !moves[from].includes(to)) throw new DomainError('stage.wrong_state', { state: from });
  return to;
}

/** What somebody is to a session, and so may do on its stage. */
export interface StageAccess {
  role: StageRole;
  mayPublish: boolean;
  mayModerate: boolean;
}

/** Facts about somebody that decide what they are on a stage. */
export interface StageClaims {
  organises: boolean;
  hosts: boolean;
  moderates: boolean;
  speaks: boolean;
  interprets: boolean;
  participates: boolean;
}

/** The strongest role that fits, or null for a stranger. */
export function stageAccess(claims: StageClaims): StageAccess | null {
  if (claims.organises || claims.hosts) return { role: 'host', mayPublish: true, mayModerate: true };
  if (claims.moderates) return { role: 'moderator', mayPublish: true, mayModerate: true };
  if (claims.speaks) return { role: 'speaker', mayPublish: true, mayModerate: false };
  if (claims.interprets) return { role: 'interpreter', mayPublish: false, mayModerate: false };
  if (claims.participates) return { role: 'participant', mayPublish: false, mayModerate: false };
  return null;
}

/**
 * Whether a ticket into the room is given now: backstage belongs to those who publish, the end to nobody.
 * @throws DomainError `stage.not_live`, `room.closed`
 */
export function assertDoorOpen(state: StageState, { mayPublish }: StageAccess): void {
  if (state === 'ended') throw new DomainError('room.closed');
  if (state === 'backstage' && !mayPublish) throw new DomainError('stage.not_live');
}
