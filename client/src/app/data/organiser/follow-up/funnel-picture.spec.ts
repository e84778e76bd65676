import { describe, expect, it } from '@jest/globals';
import type { FunnelView } from '@musubi/contracts';
import { funnelPicture } from './funnel-picture';

const view: FunnelView = {
  eventId: null,
  asOf: '2027-03-25T09:00:00Z',
  steps: [
    { step: 'requested', count: 200, levels: null, ofHeld: null },
    { step: 'held', count: 100, levels: null, ofHeld: 1 },
    { step: 'follow_up', count: 0, levels: null, ofHeld: 0 },
    { step: 'initiated', count: 44, levels: { claimed: 17, confirmed: 26, verified: 18 }, ofHeld: 0.44 },
    { step: 'signed', count: 4, levels: { claimed: 0, confirmed: 0, verified: 4 }, ofHeld: 0.04 },
  ],
  held: { measured: 0, declared: 0, decided: 0, provisional: 0 },
  excluded: 0,
  disputed: 0,
  baseline: { held: 2210, initiated: 202, signed: 27, nonEuropeanShare: 0.53 },
};

describe('the picture of the funnel', () => {
  const rows = funnelPicture(view);

  it('draws every bar on one scale, the best known first', () => {
    expect(
      rows.map(({ step, pieces }) => `${step}: ${pieces.map(({ kind, share }) => `${kind} ${share}`).join(', ')}`),
    ).toEqual([
      'requested: all 1',
      'held: all 0.5',
      'follow_up: ',
      'initiated: verified 0.09, confirmed 0.13, claimed 0.085',
      'signed: verified 0.02',
    ]);
  });

  it('keeps what only one side claims out of the number', () => {
    expect(rows.map(({ count, claimed }) => [count, claimed])).toEqual([
      [200, null],
      [100, null],
      [0, null],
      [44, 17],
      [4, null],
    ]);
  });

  it('sets the published baseline beside, and shares only after held meetings', () => {
    expect(
      rows.map(({ ofHeld, baseline }) => [ofHeld, baseline && [baseline.count, baseline.ofHeld?.toFixed(3)]]),
    ).toEqual([
      [null, null],
      [null, [2210, undefined]],
      [0, null],
      [0.44, [202, '0.091']],
      [0.04, [27, '0.012']],
    ]);
  });

  it('stands without any number', () => {
    const empty = funnelPicture({ ...view, steps: view.steps.map((step) => ({ ...step, count: 0, levels: null })) });
    expect(empty.every(({ pieces }) => pieces.length === 0)).toBe(true);
  });
});
