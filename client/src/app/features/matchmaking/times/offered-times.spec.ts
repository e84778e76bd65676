import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { AvailabilityView, BlockView, Lang } from '@musubi/contracts';
import { Behalf, type Principal } from '../../../core/login/behalf';
import { Toasts } from '../../../core/page/toasts';
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
const open = async (lang: Lang = 'en', blocks: readonly BlockView[] = [block]) => {
  const page = await OpenedPage.of(OfferedTimes, {
    areas: ['availability', 'matchmaking', 'meetings'],
    lang,
    inputs: { base: '/app' },
  });
  await page.answer(`/events/${eventId}/blocks`, blocks);
  await page.answer(`/events/${eventId}/availability`, offer);
  return page;
};
type Page = Awaited<ReturnType<typeof open>>;
const cells = (page: Page) => [...page.element.querySelectorAll<HTMLElement>('.cell')];
/** Each part stands in a box of its own, which readers keep apart. */
const heard = (cell: HTMLElement) =>
  [...cell.querySelectorAll(':scope > .parts > span:not(.mark)')]
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
      'Tuesday 26 January 09:00 CET, 17:00 JST Busy Session: Opening',
      'Wednesday 27 January 09:00 CET, 17:00 JST Offered',
      'Tuesday 26 January 09:25 CET, 17:25 JST Busy Session: Opening',
      'Wednesday 27 January 09:25 CET, 17:25 JST Offered',
    ]);
    expect(page.texts('.blocks li')).toEqual([
      'Matchmaking Booked at once Opens Tue 26 January, 10:00 CET (18:00 JST)',
    ]);
  });

  it('has days of other hours in a grid of their own below', async () => {
    const other = {
      ...block,
      blockId: 'later',
      slots: [slot('2027-01-28T07:30:00Z'), slot('2027-01-28T07:55:00Z')],
    } as unknown as BlockView;
    const page = await open('en', [block, other]);
    expect([...page.element.querySelectorAll('[role=grid]')].map((grid) => grid.getAttribute('aria-label'))).toEqual([
      'When you can be met: Tuesday 26 January to Wednesday 27 January',
      'When you can be met: Thursday 28 January',
    ]);
    expect(page.texts('[role=columnheader] .title-part')).toHaveLength(3);
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

  it('is sent at once by whoever leaves', async () => {
    const page = await open();
    await page.press('Offer none of Tuesday 26 January');
    page.fixture.destroy();
    const call = page.http.expectOne((asked) => asked.method === 'PUT');
    expect(call.request.body).toMatchObject({ everything: false });
    await new Promise((resolve) => setTimeout(resolve, 700));
    page.http.expectNone((asked) => asked.method === 'PUT');
  });

  describe('of whom one acts for', () => {
    const yuki = { participantId: 'yuki', eventId, name: {} } as Principal;
    const theirs = {
      ...offer,
      everything: false,
      intervals: [{ startsAt: slot('2027-01-26T08:00:00Z').startsAt, endsAt: slot('2027-01-26T08:00:00Z').endsAt }],
    };
    const turnTo = async (page: Page, principal: Principal | null, answer: AvailabilityView) => {
      TestBed.inject(Behalf).choose(principal);
      await page.answer(`/events/${eventId}/blocks`, [block]);
      for (const call of page.http.match((asked) => asked.method === 'GET' && asked.url.endsWith('/availability')))
        call.flush(answer);
      await page.settle();
    };
    const puts = (page: Page) => page.http.match((asked) => asked.method === 'PUT');

    it('what was chosen a moment before is kept for whom it was chosen', async () => {
      const page = await open();
      await page.press('Offer none of Tuesday 26 January');
      await turnTo(page, yuki, theirs);
      const [mine, ...none] = puts(page);
      expect([mine!.request.headers.get('on-behalf-of'), mine!.request.body, none]).toEqual([
        null,
        { everything: false, intervals: [{ startsAt: '2027-01-27T08:00:00Z', endsAt: '2027-01-27T08:45:00Z' }] },
        [],
      ]);
      mine!.flush({ ...offer, ...(mine!.request.body as object) });
      await new Promise((resolve) => setTimeout(resolve, 700));
      await page.settle();
      expect([on(page), puts(page)]).toEqual([[true, false, false, false], []]);

      await page.press('Offer all of Tuesday 26 January');
      await turnTo(page, null, offer);
      const [later] = puts(page);
      expect([later!.request.headers.get('on-behalf-of'), later!.request.body]).toEqual([
        'yuki',
        { everything: false, intervals: [{ startsAt: '2027-01-26T08:00:00Z', endsAt: '2027-01-26T08:45:00Z' }] },
      ]);
      later!.flush(
        { type: '', title: '', status: 403, code: 'assistant.not_yours' },
        { status: 403, statusText: 'Refused' },
      );
      await page.settle();
      expect([on(page), TestBed.inject(Toasts).all()]).toEqual([
        [true, true, true, true],
        [expect.objectContaining({ text: 'You no longer act for this person' })],
      ]);
    });

    it('nothing of the other is left: neither to undo nor as just saved', async () => {
      const page = await open();
      await page.press('Offer none of Tuesday 26 January');
      expect((page.button('Undo') as HTMLButtonElement).disabled).toBe(false);
      TestBed.inject(Behalf).choose(yuki);
      await page.settle();
      puts(page)[0]!.flush(offer);
      await turnTo(page, yuki, theirs);
      expect((page.button('Undo') as HTMLButtonElement).disabled).toBe(true);
      expect(page.texts('.counts [role=status]')).toEqual(['One slot of 4 offered.', '']);
    });

    it('an answer that comes after the switch says nothing about the other', async () => {
      const page = await open();
      await page.press('Offer none of Tuesday 26 January');
      await new Promise((resolve) => setTimeout(resolve, 700));
      const [under] = puts(page);
      await turnTo(page, yuki, theirs);
      under!.flush({ ...offer, ...(under!.request.body as object) });
      await page.settle();
      expect([on(page), page.texts('.counts [role=status]')[1]]).toEqual([[true, false, false, false], '']);
    });
  });

  it('says it in Japanese, too', async () => {
    const page = await open('ja');
    expect(heard(cells(page)[0]!)).toBe('1月26日（火） 09:00 CET, 17:00 JST 予定あり セッション：開会');
  });
});
