import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, jest } from '@jest/globals';
import type { PlanView, UnmetView, UnmetWishView, WishId } from '@musubi/contracts';
import { Toasts } from '../app/core/page/toasts';
import { PlanPage } from '../app/organiser/schedule/board/plan-page';
import { OpenedPage } from './opened-page';
import { plan, runId, scheduleView, wished } from './schedule-fixtures';

export const path = `/organise/events/event/schedule/runs/${runId}`;
export const noneUnmet: UnmetView = { version: 3, wishes: [] };
export const wish = (more: Partial<UnmetWishView>): UnmetWishView => ({
  wishId: 'wish-x' as WishId,
  people: ['clara', 'emi'] as never,
  origin: wished('must', 'none', ['clara', 'emi']),
  weight: 10,
  reason: 'displaced',
  actors: [],
  instead: ['m1'] as never,
  possibleWith: null,
  ...more,
});

/** A run's page with the board of its plan. */
export async function open(view: PlanView = plan(), unmet = noneUnmet, lang: 'en' | 'ja' = 'en') {
  const page = await OpenedPage.of(PlanPage, {
    areas: ['schedule', 'meetings'],
    now: '2027-01-21T08:00:20Z',
    inputs: { runId },
    lang,
  });
  await answer(page, view, unmet);
  await page.answer('/organise/events/event/schedule', scheduleView());
  return page;
}
export async function answer(page: OpenedPage<PlanPage>, view: PlanView, unmet = noneUnmet) {
  await page.answer(path, view.run);
  await page.answer(`${path}/plan`, view);
  await page.answer(`${path}/unmet`, unmet);
}
export const cells = (page: OpenedPage<PlanPage>) =>
  [...page.element.querySelectorAll('.body > [role=row]')].map((row) =>
    [...row.querySelectorAll('[role=gridcell]')]
      .map(
        (cell) =>
          cell.querySelector('.mt')?.textContent?.replaceAll(/\s+/g, ' ').trim() ??
          (cell.querySelector('.away') ? '/' : '·'),
      )
      .join(' | '),
  );
export const said = (cell: Element) => cell.querySelector('.visually-hidden')!.textContent!;
export const at = (page: OpenedPage<PlanPage>, name: RegExp) =>
  [...page.element.querySelectorAll<HTMLElement>('[role=gridcell], [role=rowheader]')].find((cell) =>
    name.test(said(cell)),
  )!;
export const click = async (page: OpenedPage<PlanPage>, name: RegExp) => {
  at(page, name).click();
  await page.settle();
};
export const key = async (page: OpenedPage<PlanPage>, from: Element, name: string, more: KeyboardEventInit = {}) => {
  from.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  await page.settle();
};
export const sent = (page: OpenedPage<PlanPage>) => page.http.match(`/api${path}/adjustments`);
/** The call of this path that comes after a pause. */
export const called = async (page: OpenedPage<PlanPage>, path: string) => {
  for (;;) {
    const [call] = page.http.match(path);
    if (call) return call;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
/** The question that comes once somebody has stayed on a place. */
export const asked = (page: OpenedPage<PlanPage>) => called(page, `/api${path}/adjustments/check`);
export const told = () => TestBed.inject(Toasts).all().at(-1)?.text;
export const more = () => TestBed.inject(Toasts).all().at(-1)?.more;

/** The board has room for some rows and columns; to be called where the page is described. */
export function boardOnScreen(): void {
  beforeEach(() => {
    jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(642);
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(804);
  });
  afterEach(() => void jest.restoreAllMocks());
}
