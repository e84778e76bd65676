import { describe, expect, it } from '@jest/globals';
import { agreementLines } from './agreement-lines';

const people = (...codes: [string, number | null][]) =>
  codes.map(([regionCode, count]) => ({ regionCode, people: count }));

describe('who takes part', () => {
  it('draws the verified agreements between the listed regions, parts of a Land included', () => {
    const { eu, jp, lines, since } = agreementLines({
      organisations: 5,
      eu: people(['DE11', 9], ['ITC4', null], ['FI1', 30]),
      jp: people(['JP-27', 3], ['JP-14', 9]),
    });
    expect(eu.map(({ code }) => code)).toEqual(['DE11', 'ITC4', 'FI1']);
    expect(jp.map(({ code }) => code)).toEqual(['JP-14', 'JP-27']);
    expect(lines).toEqual(
      expect.arrayContaining([
        { left: 0, right: 0, longest: true },
        { left: 1, right: 1, longest: false },
      ]),
    );
    expect(since).toBe('1989');
  });

  it('shows the lists also where nothing joins them', () => {
    expect(agreementLines({ organisations: 1, eu: people(['FI1', 6]), jp: [] })).toEqual({
      eu: [{ code: 'FI1', people: 6 }],
      jp: [],
      lines: [],
      since: null,
    });
  });
});
