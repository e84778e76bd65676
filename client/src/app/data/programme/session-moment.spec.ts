import { describe, expect, it } from '@jest/globals';
import type { SessionView, StageState } from '@musubi/contracts';
import { session } from '../../../testing/session-fixtures';
import { sessionMoment } from './session-moment';

/** From 08:00 to 08:15. */
const read = (stage: StageState | null, times: readonly string[], more: Partial<SessionView> = {}) =>
  times.map((time) =>
    sessionMoment(session('2027-01-26T08:00:00Z', more), stage, Temporal.Instant.from(`2027-01-26T${time}:00Z`)),
  );
const day = ['07:29', '07:30', '07:59', '08:00', '08:14', '08:15', '08:29', '08:30'];

describe('where a session stands', () => {
  it('waits for its host until somebody goes live, and a while past its end', () => {
    expect(read('backstage', day)).toEqual([
      'later', 'soon', 'soon', 'waiting', 'waiting', 'waiting', 'waiting', 'over',
    ]); // prettier-ignore
  });

  it('is live as soon and as long as its stage is, whatever the clock says', () => {
    expect(read('live', ['07:55', '08:10', '11:14', '11:15'])).toEqual(['live', 'live', 'live', 'over']);
    expect(read('ended', ['07:58', '08:10', '09:00'])).toEqual(['over', 'over', 'over']);
  });

  it('follows the clock where it has no stage, or none is known', () => {
    const byClock = ['later', 'on', 'on', 'over'];
    const times = ['07:59', '08:00', '08:14', '08:15'];
    expect(read('live', times, { online: false })).toEqual(byClock);
    expect(read(null, times)).toEqual(['soon', ...byClock.slice(1)]);
  });

  it('is nothing else once cancelled', () => {
    expect(read('live', ['07:00', '08:05'], { state: 'cancelled' })).toEqual(['cancelled', 'cancelled']);
  });
});
