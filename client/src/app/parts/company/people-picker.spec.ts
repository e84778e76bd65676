import { describe, expect, it } from '@jest/globals';
import { aiko, clara, eventId } from '../../../testing/meeting-fixtures';
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

  it('are gone through with the arrow keys and taken along with Enter, without leaving the field', async () => {
    const page = await open();
    await type(page, 'a');
    await page.answer(search('a'), { people: [clara, aiko] });
    const field = page.get('input');
    const reached = (): string | undefined =>
      document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim();
    const press = async (key: string): Promise<void> => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await page.settle();
    };
    const taken: string[][] = [];
    page.fixture.componentInstance.pickedChange.subscribe((people) =>
      taken.push(people.map(({ participant }) => participant.participantId)),
    );
    const seen = [reached()];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await press(key);
      seen.push(reached());
    }
    expect(seen.map((one) => /Clara|Aiko/.exec(one ?? '')?.[0])).toEqual(['Clara', 'Aiko', 'Clara', 'Aiko']);
    await press('Enter');
    expect([taken, field.getAttribute('aria-expanded'), reached()]).toEqual([
      [[aiko.participantId]],
      'false',
      undefined,
    ]);
  });

  it('are taken along by Enter only where they were found for the words that stand there', async () => {
    const page = await open();
    await type(page, 'a');
    await page.answer(search('a'), { people: [clara, aiko] });
    const taken: string[][] = [];
    page.fixture.componentInstance.pickedChange.subscribe((people) =>
      taken.push(people.map(({ participant }) => participant.participantId)),
    );
    const field = page.get('input') as HTMLInputElement;
    const enter = (): void => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    };
    field.value = 'aiko';
    field.dispatchEvent(new Event('input'));
    enter();
    expect([taken, page.http.match(`/api${search('aiko')}`).length]).toEqual([[], 1]);
    enter();
    await page.answer(search('aiko'), { people: [aiko] });
    enter();
    expect(taken).toEqual([[aiko.participantId]]);
    enter();
    expect(page.http.match(() => true)).toEqual([]);
  });

  it('of words that were given up are not shown', async () => {
    const page = await open();
    await type(page, 'Clara');
    await type(page, '');
    await page.answer(search('Clara'), { people: [clara] });
    expect(page.texts('.found li')).toEqual([]);
  });
});
