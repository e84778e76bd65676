import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { GapView } from '@musubi/contracts';
import { Toasts } from '../../../core/page/toasts';
import { aiko, eventId } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { GapCards } from './gap-cards';

const gap = (more: Partial<GapView> = {}): GapView => ({
  gapId: 'gap' as GapView['gapId'],
  eventId,
  participant: aiko,
  slotId: 'slot' as GapView['slotId'],
  blockId: 'block' as GapView['blockId'],
  startsAt: '2027-01-26T09:15:00Z',
  endsAt: '2027-01-26T09:35:00Z',
  instant: true,
  offeredAt: '2027-01-26T08:00:00Z',
  ...more,
});
const open = async (...gaps: GapView[]) => {
  const page = await OpenedPage.of(GapCards, { areas: ['gaps', 'meetings'] });
  await page.answer('/events/event/gaps', gaps);
  return page;
};
const told = () =>
  TestBed.inject(Toasts)
    .all()
    .map(({ text }) => text);

describe('a time that came free', () => {
  it('is offered with whom, on both clocks, and what a yes does', async () => {
    const page = await open(gap());
    expect(page.texts('h2, li p:not(.row-flex)')).toEqual([
      'A time came free that suits you both',
      'Tue 26 January, 10:15 CET 18:15 JST for Aiko',
      'Aiko Tanaka of Osaka Bay Green Industry Council is free then too, and you both said you would meet. The first yes books it.',
    ]);
    await page.press('Meet at Tue 26 January, 10:15: Aiko Tanaka');
    await page.answer('/gaps/gap/accept', { gapId: 'gap', state: 'taken', meetingId: 'meeting', requestId: null });
    expect([page.element.textContent, told()]).toEqual(['', ['You meet Aiko Tanaka at Tue 26 January, 10:15.']]);
  });

  it('goes where it was taken meanwhile, and when one does not want it', async () => {
    const page = await open(gap(), gap({ gapId: 'other' as GapView['gapId'], instant: false }));
    expect(page.texts('h2')).toEqual(['2 times came free that suit you and others']);
    page.element.querySelectorAll<HTMLButtonElement>('button')[1]!.click();
    await page.settle();
    await page.answer('/gaps/gap/decline', { gapId: 'gap', state: 'declined', meetingId: null, requestId: null });
    expect(page.texts('li .soft')[0]).toContain('A yes asks Aiko, who may accept.');
    await page.press('Meet at Tue 26 January, 10:15: Aiko Tanaka');
    await page.answer('/gaps/other/accept', { code: 'schedule.gap_gone', title: '', status: 409 }, 409);
    expect([page.texts('li').length, told().at(-1)]).toEqual([0, 'That time is taken again']);
  });

  it('comes and goes by itself, and leaves nothing where there is none', async () => {
    const page = await open();
    expect(page.element.textContent).toBe('');
    await page.hear('gap.changed', { eventId });
    await page.answer('/events/event/gaps', [gap()]);
    expect(page.texts('li').length).toBe(1);
  });
});
