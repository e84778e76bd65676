import type { DisputeInput } from '@musubi/contracts';
import type { PersonKey } from '../people.ts';

/** Whose meeting was recorded otherwise than one of the two remembers it. */
export interface DemoDispute extends DisputeInput {
  from: PersonKey;
  to: PersonKey;
  by: PersonKey;
}

export const disputes: readonly DemoDispute[] = [
  {
    from: 'petr',
    to: 'takashi',
    by: 'takashi',
    reason: 'met-elsewhere',
    statement:
      '庁内の回線の不具合により面談ルームに入室できず、直後にお電話で20分ほどお話ししました。欠席ではございませんので、ご確認をお願いいたします。',
  },
];
