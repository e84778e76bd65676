import { describe, expect, it } from '@jest/globals';
import type { PlanComparison } from '@musubi/contracts';
import { clara, aiko } from '../../../../testing/meeting-fixtures';
import { run, runId, scheduleView } from '../../../../testing/schedule-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { Compare } from './compare';

const before = run({ runId: 'run-6' as typeof runId, number: 6 });
const pair = ['clara', 'aiko'] as never;
const comparison: PlanComparison = {
  before,
  after: run(),
  people: [
    {
      participantId: 'clara' as never,
      name: clara.name,
      organisation: clara.organisation,
      before: 1,
      after: 2,
      gained: 1,
      lost: 0,
      moved: 1,
    },
    {
      participantId: 'aiko' as never,
      name: aiko.name,
      organisation: aiko.organisation,
      before: 1,
      after: 2,
      gained: 1,
      lost: 0,
      moved: 1,
    },
  ],
  differences: [
    {
      change: 'added',
      people: pair,
      before: null,
      after: { startsAt: '2027-01-26T08:00:00Z', people: pair, interpreterId: null },
      meetingId: null,
    },
    {
      change: 'moved',
      people: pair,
      before: { startsAt: '2027-01-26T08:25:00Z', people: pair, interpreterId: null },
      after: { startsAt: '2027-01-26T08:50:00Z', people: pair, interpreterId: null },
      meetingId: null,
    },
    {
      change: 'interpreter',
      people: pair,
      before: { startsAt: '2027-01-26T09:15:00Z', people: pair, interpreterId: 'emi' as never },
      after: { startsAt: '2027-01-26T09:15:00Z', people: pair, interpreterId: null },
      meetingId: null,
    },
  ],
  interpreters: [{ interpreterId: 'emi' as never, name: aiko.name }],
  measures: {
    before: { objective: 3918, withoutPeople: 2, withoutOrganisations: 1, unsocial: 60, unsocialMost: 20 },
    after: { objective: 4018, withoutPeople: 0, withoutOrganisations: 0, unsocial: 90, unsocialMost: 40 },
  },
  same: 5,
};

async function open(lang: 'en' | 'ja' = 'en') {
  const page = await OpenedPage.of(Compare, { areas: ['schedule', 'meetings'], inputs: { runId }, lang });
  await page.answer('/organise/events/event/schedule', scheduleView({ runs: [run(), before] }));
  await page.answer(`/organise/events/event/schedule/runs/${runId}/comparison?with=run-6`, comparison);
  return page;
}

describe('two runs', () => {
  it('stand beside each other: what changed, and for whom', async () => {
    const page = await open();
    expect(page.texts('h1, .page-head p, h2')).toEqual([
      'Run 7 beside run 6',
      'What changed for whom, from run 6 to run 7. 5 meetings are in both, at the same time; those that stood before among them.',
      'Something changed for 2 people',
      'Meetings that are not as they were',
    ]);
    expect(page.texts('.two tbody tr')[0]).toBe('Clara Weiss Neckar Hydrogen Cluster 1 → 2 1 0 1');
    expect(page.texts('.two li')).toEqual([
      'Added Clara Weiss and Aiko Tanaka Tue 26 January, 09:00 CET, 17:00 JST',
      'Moved Clara Weiss and Aiko Tanaka Tue 26 January, 09:25 CET, 17:25 JST → Tue 26 January, 09:50 CET, 17:50 JST',
      'Interpreter Clara Weiss and Aiko Tanaka Tue 26 January, 10:15 CET, 18:15 JST Interpreter: Aiko Tanaka → nobody',
    ]);
    expect(page.texts('.figures tbody tr').slice(2)).toEqual([
      'Value of the plan 3,918 4,018',
      'People who wish and meet nobody 2 0',
      'Organisations that wish and meet nobody 1 0',
      'Minutes outside office hours 60 90',
      'Minutes outside office hours, whoever has most 20 40',
    ]);
  });

  it('name people and organisations in the reader’s script', async () => {
    const page = await open('ja');
    expect(page.texts('.two tbody tr')[1]).toBe('田中 愛子 大阪湾岸グリーン産業協議会 1 → 2 1 0 1');
    expect(page.element.textContent).not.toContain('様');
  });

  it('lead back to the run that one came from', async () => {
    const page = await open();
    expect(page.texts('.crumb')).toEqual(['Back to run 7']);
  });
});
