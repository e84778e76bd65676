import { QueryFailedError } from 'typeorm';
import type { BusyReason } from '@musubi/contracts';
import { violatedConstraint } from '../../../../platform/index.js';

/** Whose limit refused a seat, and which; null where something else did. The trigger says so in the detail of its refusal. */
export function limitAgainst(error: unknown): { userId: string; limit: BusyReason } | null {
  if (violatedConstraint(error) !== 'meeting_seat_within_limits') return null;
  const { detail } = (error instanceof QueryFailedError ? error.driverError : error) as { detail?: string };
  const [userId, limit] = (detail ?? '').split(' ');
  return userId && limit ? { userId, limit: limit as BusyReason } : null;
}
