import type { LanguagePair } from '@musubi/contracts';
import type { SlotTime } from '../slots/slot-choice.rules.js';

export interface Principal {
  participantId: string;
  userId: string;
}

/** A meeting of the organisers' plan that is to be booked. */
export interface PlannedBooking {
  slot: SlotTime;
  /** Who comes of each of the two sides; the first of each stands for it. */
  sides: readonly [readonly [Principal, ...Principal[]], readonly [Principal, ...Principal[]]];
  /** As somebody wrote it who asked for this meeting; null where the plan brings the two together. */
  reason: string | null;
  language: string;
  opportunityIds: string[];
  /** An interpreter between these is wanted, and who the plan has for it. */
  interpretation: { languages: LanguagePair; userId: string | null } | null;
}

/** Why a planned meeting cannot be booked: somebody is elsewhere then, or the time is not offered or is more than they take on. */
export type PlannedRefusal = 'time_taken' | 'not_offered';
