import type { DecisionInput, DisputeInput } from '@musubi/contracts';
import type { PersonKey } from '../people.ts';

/** Whose meeting was recorded otherwise than one of the two remembers it. */
export interface DemoDispute extends DisputeInput {
  from: PersonKey;
  to: PersonKey;
  by: PersonKey;
  /** What an organiser makes of it, and writes for both. */
  decision: Pick<DecisionInput, 'state' | 'absentSide' | 'excluded' | 'reason'>;
}

export const disputes: readonly DemoDispute[] = [
  {
    from: 'petr',
    to: 'takashi',
    by: 'takashi',
    reason: 'met-elsewhere',
    statement:
      '庁内の回線の不具合により面談ルームに入室できず、直後にお電話で20分ほどお話ししました。欠席ではございませんので、ご確認をお願いいたします。',
    decision: {
      state: 'held',
      absentSide: null,
      excluded: false,
      reason: 'Petr Dvořák confirms the phone call: they spoke for twenty minutes in place of the room.',
    },
  },
];
