import { describe, expect, it } from '@jest/globals';
import type { SessionView, SlotView, StageState } from '@musubi/contracts';
import { slot } from '../../../testing/meeting-fixtures';
import { session } from '../../../testing/session-fixtures';
import { sessionMoment } from '../programme/session-moment';
import { onNow, type OnNowSource } from './on-now';

const now = Temporal.Instant.from('2027-01-26T08:16:00Z');
const lasting = (startsAt: string, endsAt: string, more: Partial<SessionView> = {}): SessionView =>
  session(`2027-01-26T${startsAt}:00Z`, { endsAt: `2027-01-26T${endsAt}:00Z`, sessionId: startsAt as never, ...more });
const slots = ['08:00', '08:25', '08:50', '09:15'].map((time) => slot(`2027-01-26T${time}:00Z`) as unknown as SlotView);
const tomorrow = slot('2027-01-27T08:25:00Z') as unknown as SlotView;
const read = (given: Partial<OnNowSource>, stages: Record<string, StageState> = {}) => {
  const { sessions, block } = onNow({
    sessions: [],
    momentOf: (one) => sessionMoment(one, stages[one.sessionId] ?? 'backstage', now),
    slots: [],
    taken: [],
    now,
    ...given,
  });
  return { sessions: sessions.map((one) => `${one.session.sessionId} ${one.moment}`), block };
};

describe('what is on now', () => {
  it('is every session that one can look in, what one keeps first, then what is live', () => {
    const sessions = [
      lasting('07:45', '08:00'),
      lasting('08:00', '08:45'),
      lasting('08:05', '08:30', { online: false }),
      lasting('08:10', '08:45'),
      lasting('08:15', '08:20'),
      lasting('08:30', '09:00'),
    ];
    const taken = [{ ...sessions[4]!, sourceId: '08:15' }];
    expect(read({ sessions, taken }, { '08:10': 'live', '07:45': 'ended' }).sessions).toEqual([
      '08:15 waiting',
      '08:10 live',
      '08:00 waiting',
      '08:05 on',
    ]);
  });

  it('does not tell of breaks, nor twice of the time for meetings', () => {
    const sessions = [lasting('08:00', '08:45', { kind: 'break' }), lasting('08:01', '10:00', { kind: 'matchmaking' })];
    expect(read({ sessions })).toEqual({ sessions: [], block: null });
  });

  it('is the stretch of slots that runs, with those that are still free', () => {
    expect(read({ slots: [tomorrow, ...slots] }).block).toEqual({ endsAt: '2027-01-26T09:35:00Z', free: 3 });
    const taken = [{ startsAt: '2027-01-26T08:45:00Z', endsAt: '2027-01-26T09:00:00Z' }];
    expect(read({ slots, taken }).block).toEqual({ endsAt: '2027-01-26T09:35:00Z', free: 2 });
    expect(read({ slots: slots.slice(2) }).block).toBeNull();
  });
});
