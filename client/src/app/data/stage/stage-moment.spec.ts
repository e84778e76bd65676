import { describe, expect, it } from '@jest/globals';
import type { StageView } from '@musubi/contracts';
import { session, stage } from '../../../testing/session-fixtures';
import { stageMoment } from './stage-moment';

const on = session('2027-01-26T08:00:00Z');
const at = (time: string, more: Partial<StageView>) => {
  const { phase, late, minutes } = stageMoment(
    stage({ session: on, ...more }),
    Temporal.Instant.from(`2027-01-26T${time}Z`),
  );
  return [phase, late && 'late', minutes || ''].filter(Boolean).join(' ');
};
const waiting = { state: 'backstage', liveSince: null } as const;

describe('the moments of a stage', () => {
  it('is a lobby for those who watch and backstage for those who prepare', () => {
    expect(at('07:50:00', waiting)).toBe('lobby');
    expect(at('07:50:00', { ...waiting, mayPublish: true })).toBe('backstage');
    expect(at('07:50:00', { ...waiting, mayModerate: true })).toBe('backstage');
    expect(at('08:01:00', waiting)).toBe('lobby late');
  });

  it('counts its minutes while it is live, also past its time', () => {
    expect(at('08:38:30', { liveSince: '2027-01-26T08:00:20Z' })).toBe('live 38');
  });

  it('is over when ended, or when its time passed without it', () => {
    expect(at('08:10:00', { state: 'ended', liveSince: null })).toBe('ended');
    expect(at('08:29:00', waiting)).toBe('lobby late');
    expect(at('08:30:00', waiting)).toBe('ended late');
    expect(at('08:30:00', { ...waiting, mayPublish: true })).toBe('backstage late');
  });

  it('never opens when cancelled', () => {
    expect(at('08:05:00', { session: { ...on, state: 'cancelled' } })).toBe('cancelled 5');
  });
});
