import { expect, it } from '@jest/globals';
import type { PublishResult } from '@musubi/contracts';
import { aiko } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { runId } from '../../../../testing/schedule-fixtures';
import { PublishReport } from './publish-report';

const result: PublishResult = {
  ...{ runId, publishedAt: '2027-01-20T09:00:00Z', published: 3, stood: 0, letters: 4, conflicts: [] },
  withoutInterpreter: [
    {
      plannedId: '018f0000-0000-7000-8000-000000000001' as never,
      startsAt: '2027-01-26T08:00:00Z',
      people: [aiko],
    },
  ],
};
const open = (given: PublishResult) =>
  OpenedPage.of(PublishReport, {
    areas: ['schedule', 'meetings'],
    now: '2027-01-21T08:00:20Z',
    inputs: { result: given, base: '/organise/events/conference/schedule' },
  });

it('says which meetings are booked without anybody to interpret', async () => {
  const page = await open(result);
  expect(page.texts('musubi-state')).toEqual(['For one meeting no interpreter was to be had']);
  expect(page.texts('li').length).toBe(1);
});

it('says nothing of it where there is none, or the result does not tell', async () => {
  const { withoutInterpreter: _, ...before } = result;
  expect((await open(before)).texts('musubi-state')).toEqual([]);
});
