import { describe, expect, it } from '@jest/globals';
import { clara, eventId } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { PeoplePicker } from './people-picker';

const open = () => OpenedPage.of(PeoplePicker, { areas: ['company', 'meetings'], inputs: { eventId, picked: [] } });
const type = async (page: OpenedPage<PeoplePicker>, text: string): Promise<void> => {
  const field = page.get('input') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await page.settle();
};
const search = (q: string): string => `/events/${eventId}/search?q=${q}`;

describe('people of the event', () => {
  it('are found by name; that nobody is found is said', async () => {
    const page = await open();
    await type(page, 'Clara');
    await page.answer(search('Clara'), { people: [clara] });
    expect(page.texts('.found li')).toEqual([expect.stringContaining('Clara Weiss')]);
    await type(page, 'Nemo');
    await page.answer(search('Nemo'), { people: [] });
    expect([page.texts('.found li'), page.texts('.meta')]).toEqual([[], ['Nobody found']]);
  });

  it('that could not be looked for are looked for again, and meanwhile it says so', async () => {
    const page = await open();
    await type(page, 'Clara');
    await page.answer(search('Clara'), { status: 503, code: 'internal' }, 503);
    expect([page.texts('musubi-failure h3').length, page.texts('.meta').includes('Nobody found')]).toEqual([1, false]);
    await page.press('Try again');
    await page.answer(search('Clara'), { people: [clara] });
    expect([page.texts('musubi-failure'), page.texts('.found li').length]).toEqual([[], 1]);
  });

  it('of words that were given up are not shown', async () => {
    const page = await open();
    await type(page, 'Clara');
    await type(page, '');
    await page.answer(search('Clara'), { people: [clara] });
    expect(page.texts('.found li')).toEqual([]);
  });
});
