import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { BlockView, Lang } from '@musubi/contracts';
import { Toasts } from '../../core/page/toasts';
import { eventId, slot } from '../../../testing/meeting-fixtures';
import { conference, OpenedPage } from '../../../testing/opened-page';
import { BlockEditor } from './block-editor';
import { Blocks } from './blocks';

const block = {
  blockId: 'block',
  version: 4,
  name: { en: 'Evening in Tokyo', ja: '東京の夕方' },
  dates: ['2027-01-26'],
  from: '09:00',
  until: '11:00',
  slotMinutes: 20,
  gapMinutes: 5,
  rooms: 3,
  pairing: { kind: 'eu_jp' },
  apart: [],
  offered: true,
  mode: 'instant',
  phases: [{ mode: 'instant', opensAt: '2027-01-20T08:00:00Z', closesAt: '2027-01-25T17:00:00Z', atEnd: 'close' }],
  planPublishedAt: null,
  now: { open: false, mode: 'instant', opensAt: '2027-01-20T08:00:00Z', closesAt: null },
  slots: ['08:00', '08:25', '08:50', '09:15', '09:40'].map((at) => slot(`2027-01-26T${at}:00Z`)),
} as unknown as BlockView;
const blocks = `/events/${eventId}/blocks`;

const list = async (all: BlockView[] = [block], lang: Lang = 'en') => {
  const page = await OpenedPage.of(Blocks, { areas: ['blocks', 'organiser'], lang });
  await page.answer(blocks, all);
  return page;
};
const editor = async (blockId: string) => {
  const page = await OpenedPage.of(BlockEditor, {
    areas: ['blocks', 'profiles', 'organiser'],
    now: '2027-01-12T12:20:00Z',
    inputs: { blockId },
  });
  await page.answer(blocks, [block]);
  await page.answer(`/events/${eventId}/people`, []);
  return page;
};
const type = async (page: Awaited<ReturnType<typeof editor>>, selector: string, value: string) => {
  const field = page.get(selector) as unknown as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
  await page.settle();
};

describe('the organiser’s times for meetings', () => {
  it('say how many working days people have to answer, and go back where that was not kept', async () => {
    const page = await list();
    const select = page.get('musubi-answer-days select') as unknown as HTMLSelectElement;
    expect([select.value, select.options[1]!.text.trim()]).toEqual(['5', '2 working days']);
    const choose = async (days: string, answer: object, status: number) => {
      select.value = days;
      select.dispatchEvent(new Event('change'));
      const call = page.http.expectOne({ method: 'PATCH', url: `/api/events/${eventId}` });
      expect(call.request.body).toEqual({ answerDays: Number(days) });
      call.flush(answer, { status, statusText: '' });
      await page.settle();
    };
    await choose('3', { ...conference, answerDays: 3 }, 200);
    expect(select.value).toBe('3');
    await choose('10', { code: 'event.cancelled' }, 409);
    expect(select.value).toBe('3');
  });

  it('stand with their rules, on both walls', async () => {
    const page = await list();
    expect(page.texts('.head')).toEqual(['Evening in Tokyo Booked at once Opens Wed 20 Jan, 09:00 CET · 17:00 JST']);
    expect(page.texts('.panel > p')[0]).toBe(
      '5 slots of 20 minutes, 5 minutes between. Outside office hours: 0 in Brussels, 2 in Tokyo.',
    );
    expect(page.texts('.facts li')).toEqual([
      '3 meetings at once',
      'Europe meets Japan only',
      'People offer all of it until they say otherwise',
      'One booking period',
    ]);
    expect(page.element.querySelectorAll('.band .piece')).toHaveLength(5);
  });

  it('are removed at once, and brought back from the news of it', async () => {
    const page = await list();
    await page.press('Remove Evening in Tokyo');
    page.http.expectOne({ method: 'DELETE', url: `/api${blocks}/block` }).flush(null);
    await page.answer(blocks, []);
    expect(page.texts('musubi-empty h2')).toEqual(['No times yet']);
    TestBed.inject(Toasts).all().at(-1)!.act!.run();
    await page.settle();
    page.http.expectOne(`/api${blocks}/block/restore`).flush(block);
    await page.answer(blocks, [block]);
    expect(page.texts('.head h2')).toEqual(['Evening in Tokyo']);
  });

  it('name the meetings that stand in the way', async () => {
    const page = await list();
    await page.press('Remove Evening in Tokyo');
    const meetings = [{ meetingId: 'm', startsAt: '2027-01-26T08:00:00Z', people: ['Clara Weiss', 'Aiko Tanaka'] }];
    page.http
      .expectOne({ method: 'DELETE', url: `/api${blocks}/block` })
      .flush({ code: 'block.in_use', status: 409, data: { meetings } }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.texts('.in-the-way')).toEqual(['Tue 26 Jan, 09:00 CET · 17:00 JST: Clara Weiss, Aiko Tanaka']);
  });

  it('say it in Japanese, too', async () => {
    expect((await list([block], 'ja')).texts('.mode')).toEqual(['即時予約']);
  });
});

describe('the editor of a block', () => {
  it('begins in hours when both sides work, and says what is missing', async () => {
    const page = await editor('new');
    await page.press('Add these times');
    expect(page.texts('fieldset .error')).toEqual(['Please choose at least one day.']);
    page.get('fieldset input[type="checkbox"]').click();
    await page.settle();
    expect(page.texts('.side p')[0]).toBe('5 slots. Outside office hours: 0 in Brussels, 2 in Tokyo.');
    await page.press('Add these times');
    const call = page.http.expectOne({ method: 'POST', url: `/api${blocks}` });
    expect(call.request.body).toMatchObject({
      dates: ['2027-01-26'],
      from: '09:00',
      until: '11:00',
      rooms: null,
      pairing: { kind: 'all' },
      mode: 'on_request',
      phases: [],
    });
    call.flush(block);
    await page.answer(blocks, [block]);
  });

  it('says what a change would do before it does it', async () => {
    const page = await editor('block');
    await type(page, 'input[type="time"]', '09:25');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const asked = page.http.expectOne(`/api${blocks}/block/preview`);
    expect(asked.request.body).toMatchObject({
      from: '09:25',
      rooms: 3,
      phases: block.phases,
      pairing: { kind: 'eu_jp' },
    });
    asked.flush({ kept: 4, added: 0, removed: 1, requests: 1, inTheWay: [] });
    await page.settle();
    expect(page.texts('.side p')[1]).toBe('4 slots stay, 0 are new, 1 go. One open request loses a time.');
    await page.press('Save');
    const call = page.http.expectOne({ method: 'PUT', url: `/api${blocks}/block` });
    expect(call.request.body).toMatchObject({ version: 4, from: '09:25' });
    call.flush({ code: 'block.changed', status: 409 }, { status: 409, statusText: 'Conflict' });
    await page.answer(blocks, [{ ...block, version: 5, from: '10:00' }]);
    // Somebody was faster: theirs is shown now.
    expect(page.get('input[type="time"]')).toMatchObject({ value: '10:00' });
    expect(page.texts('.side [role="alert"]')[0]).toContain('Somebody changed these times meanwhile');
  });
});
