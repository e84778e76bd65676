import { describe, expect, it } from '@jest/globals';
import type { ReleaseSummary, SessionId } from '@musubi/contracts';
import { toldChange } from './release-changes';

const told = (kind: ReleaseSummary['changes'][number]['kind'], was: string | null, now: string | null) => {
  const { key, instants } = toldChange({
    kind,
    sessionId: 'one' as SessionId,
    title: { en: 'Opening', ja: null, original: 'en' },
    was,
    now,
  });
  return instants ? `${key} at` : key;
};

describe('a change of a release, told', () => {
  it('knows a time from a room', () => {
    expect([
      told('added', null, '2027-01-26T08:00:00.000Z'),
      told('moved', '2027-01-26T08:00:00.000Z', '2027-01-26T08:30:00.000Z'),
      told('moved', 'Hall A', 'Hall B'),
      told('moved', null, 'Hall B'),
      told('moved', 'Hall A', null),
      told('changed', 'Opening', 'Welcome'),
      told('changed', null, null),
      told('cancelled', '2027-01-26T08:00:00.000Z', null),
    ]).toEqual(['added at', 'retimed at', 'moved', 'placed', 'unplaced', 'renamed', 'changed', 'cancelled at']);
  });
});
