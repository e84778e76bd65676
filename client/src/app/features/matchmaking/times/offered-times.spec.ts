import { describe, expect, it } from '@jest/globals';
import type { AvailabilityView, BlockView, Lang } from '@musubi/contracts';
import { eventId, slot } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { OfferedTimes } from './offered-times';

const block = {
  blockId: 'block',
  name: { en: 'Matchmaking', ja: 'マッチング' },
  dates: ['2027-01-26', '2027-01-27'],
  from: '09:00',
  until: '10:00',
  now: { open: false, mode: 'instant', opensAt: '2027-01-26T09:00:00Z', closesAt: null },
  slots: ['2027-01-26T08:00', '2027-01-26T08:25', '2027-01-27T08:00', '2027-01-27T08:25'].map((at) =>
    slot(`${at}:00Z`),
  ),
} as unknown as BlockView;
const limits = { gapMinutes: 0, perDay: null, quietUntil: null, quiet: false };
const offer: AvailabilityView = {
  everything: true,
  intervals: [],
  limits,
  busy: [
    {
      startsAt: '2027-01-26T08:10:00Z',
      endsAt: '2027-01-26T08:30:00Z',
      why: 'session',
      title: { en: 'Opening', ja: '開会' },
    },
  ],
  outside: [],
};
const open = async (lang: Lang = 'en') => {
  const page = await OpenedPage.of(OfferedTimes, {
    areas: ['availability', 'matchmaking', 'meetings'],
    lang,
    inputs: { base: '/app' },
  });
  await page.answer(`/events/${eventId}/blocks`, [block]);
  await page.answer(`/events/${eventId}/availability`, offer);
  return page;
};
type Page = Awaited<ReturnType<typeof open>>;
const cells = (page: Page) => [...page.element.querySelectorAll<HTMLElement>('.cell')];
/** Each part stands in a box of its own, which readers keep apart. */
const heard = (cell: HTMLElement) =>
  [...cell.querySelectorAll(':scope > span:not(.mark)')]
    .flatMap((part) => (part.matches('.said') ? [...part.childNodes] : [part]))
    .filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE)
    .map((part) => part.textContent!.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');
const on = (page: Page) => cells(page).map((cell) => cell.getAttribute('aria-selected') === 'true');
const key = async (page: Page, name: string, more: KeyboardEventInit = {}) => {
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
  );
  await page.settle();
};
const saved = async (page: Page, answer: Partial<AvailabilityView> = {}) => {
  await new Promise((resolve) => setTimeout(resolve, 700));
  const call = page.http.expectOne((asked) => asked.method === 'PUT');
  call.flush({ ...offer, ...(call.request.body as object), ...answer });
  await page.settle();
  return call.request.body as Pick<AvailabilityView, 'everything' | 'intervals'>;
};

describe('when I can be met', () => {
  it('stands in a grid on both walls, each with what of mine is in the way', async () => {
    const page = await open();
    expect(cells(page).map(heard)).toEqual([
      'Tuesday 26 January 09:00 CET, 17:00 JST Offered Session: Opening',
      'Wednesday 27 January 09:00 CET, 17:00 JST Offered',
      'Tuesday 26 January 09:25 CET, 17:25 JST Offered Session: Opening',
      'Wednesday 27 January 09:25 CET, 17:25 JST Offered',
    ]);
    expect(page.texts('.blocks li')).toEqual([
      'Matchmaking Booked at once Opens Tue 26 January, 10:00 CET (18:00 JST)',
    ]);
  });

  it('is set by keys alone, saved by itself, and taken back', async () => {
    const page = await open();
    cells(page)[0]!.focus();
    await key(page, ' ');
    await key(page, 'ArrowDown', { shiftKey: true });
    expect([on(page), document.activeElement]).toEqual([[false, true, false, true], cells(page)[2]]);
    const day = ['2027-01-27T08:00:00Z', '2027-01-27T08:45:00Z'];
    expect(await saved(page)).toEqual({ everything: false, intervals: [{ startsAt: day[0], endsAt: day[1] }] });
    await key(page, 'ArrowRight');
    await key(page, 'a', { ctrlKey: true });
    expect(on(page)).toEqual([false, false, false, false]);
    await page.press('Undo');
    expect(on(page)).toEqual([false, true, false, true]);
    await page.press('Undo');
    await page.press('Undo');
    expect(on(page)).toEqual([true, true, true, true]);
    expect(await saved(page)).toEqual({ everything: true, intervals: [] });
  });

  it('turns a whole day by one button, and says which meetings lie outside now', async () => {
    const page = await open();
    const [first] = page.element.querySelectorAll<HTMLElement>('.day button');
    expect(first!.getAttribute('aria-label')).toBe('Offer none of Tuesday 26 January');
    first!.click();
    await page.settle();
    expect(on(page)).toEqual([false, true, false, true]);
    await saved(page, { outside: ['meeting' as never] });
    expect(page.texts('.outside')[0]).toContain('One confirmed meeting lies outside');
  });

  it('limits how much I take on', async () => {
    const page = await open();
    const [gap, , quiet] = page.element.querySelectorAll<HTMLSelectElement>('musubi-limits-form select');
    const choose = async (select: HTMLSelectElement, value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await page.settle();
      const call = page.http.expectOne((asked) => asked.url.endsWith('/availability/limits'));
      call.flush({ ...offer, limits: call.request.body as typeof limits });
      await page.settle();
      return call.request.body;
    };
    expect(await choose(gap!, '15')).toEqual({ ...limits, gapMinutes: 15 });
    expect(await choose(quiet!, 'until')).toEqual({ ...limits, gapMinutes: 15, quietUntil: '2027-01-26T11:00:00Z' });
    expect(await choose(quiet!, 'all')).toEqual({ ...limits, gapMinutes: 15, quiet: true });
  });

  it('says it in Japanese, too', async () => {
    const page = await open('ja');
    expect(heard(cells(page)[0]!)).toBe('1月26日（火） 09:00 CET, 17:00 JST 対応可能 セッション：開会');
  });
});
