import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AgendaItem, MeetingRequestId } from '@musubi/contracts';
import { eventId, meeting, request, slot } from '../../../../testing/meeting-fixtures';
import { type OpenedPage, openPage } from '../../../../testing/open-page';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { MeetingCalendar } from './meeting-calendar';

const keynote: AgendaItem = {
  kind: 'session',
  sourceId: 'keynote',
  eventId,
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-26T07:45:00Z',
  title: { en: 'Keynote', ja: '基調講演' },
};
const asked = request({
  requestId: 'asked' as MeetingRequestId,
  slots: [slot('2027-02-01T08:00:00Z'), slot('2027-01-27T08:00:00Z', false)],
});
const plain = (one: Element | null | undefined) => one?.textContent.replace(/\s+/g, ' ').trim() ?? null;

describe('the calendar of my meetings', () => {
  let page: OpenedPage;
  const open = async (
    inputs: Record<string, unknown> = {},
    at = '2027-01-20T08:00:00Z',
    agenda: readonly AgendaItem[] = [keynote],
  ): Promise<void> => {
    page = await openPage(MeetingCalendar, {
      words: ['meetings'],
      at,
      inputs: { base: '/app', otherZone: 'Asia/Tokyo', ...inputs },
      providers: [provideRouter([{ path: '**', children: [] }])],
      answers: {
        [`/events/${eventId}/agenda`]: agenda,
        [`/events/${eventId}/meetings`]: [meeting()],
        [`/events/${eventId}/meeting-requests`]: [asked],
      },
      before: () => {
        void TestBed.inject(AgendaStore).open(eventId);
        void TestBed.inject(MeetingsStore).open(eventId);
      },
    });
  };
  const days = () => [...page.element.querySelectorAll('section')].map((day) => plain(day.querySelector('h3')));
  const entries = () =>
    [...page.element.querySelectorAll('section li a')].map((one) => [plain(one), one.getAttribute('href')]);

  beforeEach(() => localStorage.clear());

  it('shows a day on a phone, where a week has no room, until the reader asks for it', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'matchMedia');
    window.matchMedia = (query) => ({ matches: query === '(max-width: 767px)' }) as MediaQueryList;
    await open();
    if (own) Object.defineProperty(window, 'matchMedia', own);
    else Reflect.deleteProperty(window, 'matchMedia');
    expect(days()).toEqual(['Tue 26 January']);
  });

  it('shows the working week of what comes next: what it is, when on both walls, and where it leads', async () => {
    await open();
    expect(plain(page.element.querySelector('h2'))).toBe('25–29 January 2027');
    expect(days()).toEqual(['Mon 25 January', 'Tue 26 January', 'Wed 27 January', 'Thu 28 January', 'Fri 29 January']);
    expect(entries()).toEqual([
      ['07:45–08:45, 15:45 JST, Keynote, Session you saved', '/app/programme#session-keynote'],
      ['09:25–09:45, 17:25 JST, Aiko Tanaka, Confirmed meeting', '/app/meetings/meeting'],
    ]);
    expect(plain(page.element.querySelector('.hour'))).toBe('07:00 15:00');
  });

  it('goes on to the next week that holds something, and back, never beyond', async () => {
    await open();
    const moves = () =>
      [...page.element.querySelectorAll<HTMLButtonElement>('.moves button')].map((one) => one.disabled);
    expect(moves()).toEqual([true, false]);
    await page.press('Later');
    expect([days()[0], moves()]).toEqual(['Mon 1 February', [false, true]]);
    expect(entries()).toEqual([
      ['09:00–09:20, 17:00 JST, Aiko Tanaka, Proposed, waiting for you', '/app/meetings/asked'],
    ]);
    await page.press('Earlier');
    expect(days()[0]).toBe('Mon 25 January');
  });

  it('shows a day, which is remembered, and the day of what one was led to', async () => {
    await open();
    await page.press('Day');
    expect([days(), plain(page.element.querySelector('h2'))]).toEqual([['Tue 26 January'], 'Tue 26 January 2027']);
    TestBed.resetTestingModule();
    await open({ at: '2027-02-01T08:00:00Z' });
    expect(days()).toEqual(['Mon 1 February']);
  });

  describe('where the clocks change', () => {
    const session = (startsAt: string): AgendaItem => ({
      ...{ ...keynote, sourceId: startsAt, startsAt },
      endsAt: Temporal.Instant.from(startsAt).add({ minutes: 45 }).toString(),
    });
    const axis = () => [...page.element.querySelectorAll('.zones, .hour')].map(plain);
    const texts = () => entries().map(([text]) => text!.slice(0, 30));

    it.each([
      { name: 'March', days: ['2026-03-28T08:00:00Z', '2026-03-29T07:00:00Z'], zones: 'CET / CEST', hours: [17, 16] },
      {
        ...{ name: 'October', zones: 'CEST / CET', hours: [16, 17] },
        days: ['2026-10-24T07:00:00Z', '2026-10-25T08:00:00Z'],
      },
    ])(
      'stands beside the hours of the wall in $name, the other time with each entry',
      async ({ days, zones, hours }) => {
        const at = days[0]!.slice(0, 8) + '20T08:00:00Z';
        await open({}, at, days.map(session));
        expect([axis(), texts()]).toEqual([
          [zones, '09:00'],
          hours.map((hour) => `09:00–09:45, ${hour}:00 JST, Keynot`),
        ]);
        TestBed.resetTestingModule();
        localStorage.clear();
        await open({ at: days[1] }, at, days.map(session));
        await page.press('Day');
        expect(axis()).toEqual([`${zones.split(' / ')[1]} JST`, `09:00 ${hours[1]}:00`]);
      },
    );

    it('says nothing of the other clock on a day on which it moves against the reader’s', async () => {
      await open({ at: '2026-03-29T00:30:00Z' }, '2026-03-20T08:00:00Z', [session('2026-03-29T00:30:00Z')]);
      await page.press('Day');
      expect(axis()).toEqual(['CET / CEST', '01:00', '02:00', '03:00']);
    });
  });

  it('explains every sign that it draws', async () => {
    await open();
    expect([...page.element.querySelectorAll('.legend li')].map(plain)).toEqual([
      'Confirmed meeting',
      'Proposed, waiting for you',
      'Proposed, awaiting reply',
      'Session you saved',
      'Session you speak in',
    ]);
  });

  it('draws the line of the present minute on its day alone', async () => {
    await open({}, '2027-01-26T08:30:00Z');
    const marked = [...page.element.querySelectorAll('section')].filter((day) => day.querySelector('.now'));
    expect(marked.map((day) => plain(day.querySelector('h3')))).toEqual(['Tue 26 January']);
    expect(plain(page.element.querySelector('a.current'))).toContain('Aiko Tanaka');
  });
});
