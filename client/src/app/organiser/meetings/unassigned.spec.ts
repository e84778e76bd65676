import { expect, test } from '@jest/globals';
import { eventId } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { Unassigned } from './unassigned';

test('meetings without anybody are read again at each hint of their event, until the list is left', async () => {
  const page = await OpenedPage.of(Unassigned, {
    areas: ['unassigned', 'meetings'],
    inputs: { eventId, base: '/organise/events/conference' },
  });
  const path = `/organise/events/${eventId}/unassigned`;
  const asked = (): number => page.http.match(`/api${path}`).length;
  await page.answer(path, []);
  await page.tell('slots.changed', { eventId: 'another' });
  expect(asked()).toBe(0);
  await page.tell('slots.changed');
  await page.answer(path, []);
  page.fixture.destroy();
  await page.tell('slots.changed');
  expect(asked()).toBe(0);
});
